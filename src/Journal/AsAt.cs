using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>How far a Book is read: whole, up to an entry, or as it was known on a day. What was recorded later is left out.</summary>
/// <param name="Entry">The last entry to take up, inclusive; null for no limit.</param>
/// <param name="Known">The last day of recording to take up, inclusive; null for no limit.</param>
public sealed record AsAt(int? Entry, DateOnly? Known)
{
    /// <summary>Everything recorded so far.</summary>
    public static AsAt Now { get; } = new(null, null);

    /// <summary>Whether it is everything recorded so far.</summary>
    public bool IsNow => Entry is null && Known is null;

    /// <summary>Whether an entry had been recorded by then.</summary>
    public bool Includes(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return (Entry is null || entry.Number <= Entry)
            && (Known is null || DateOnly.FromDateTime(entry.RecordedAt) <= Known);
    }

    /// <summary>Why a Book has nothing to show at this moment; null if it has.</summary>
    /// <param name="book">The Book's code.</param>
    /// <param name="last">The number of its last entry; 0 if there is no such Book.</param>
    /// <param name="taken">The number of the last entry recorded by this moment; 0 if there is none.</param>
    public Refusal? Fault(string book, int last, int taken) =>
        last == 0 ? Refuse.BookUnknown.Because($"There is no Book \"{book}\".")
        : Entry > last
            ? Refuse.NothingByThen.Because($"There is no entry {Text.Of(Entry.Value)}; the last is {Text.Of(last)}.")
        : taken == 0 ? Refuse.NothingByThen.Because("No entry had been recorded by then.")
        : null;
}
