using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>How far a Book is read: whole, up to an entry, or as it was known on a day. What was recorded later is left out.</summary>
/// <param name="Entry">The last entry to take up, inclusive; null for no limit.</param>
/// <param name="Known">The last day of recording to take up, inclusive; null for no limit.</param>
public sealed record AsAt(int? Entry, DateOnly? Known)
{
    /// <summary>Everything recorded so far.</summary>
    public static AsAt Now { get; } = new(null, null);

    /// <summary>Whether an entry had been recorded by then.</summary>
    public bool Includes(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return (Entry is null || entry.Number <= Entry)
            && (Known is null || DateOnly.FromDateTime(entry.RecordedAt) <= Known);
    }
}
