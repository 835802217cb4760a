using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>A Book as read from a store.</summary>
/// <param name="State">What its entries come to.</param>
/// <param name="Entries">The entries with their stored bytes.</param>
public sealed record LoadedBook(BookState State, IReadOnlyList<StoredEntry> Entries);

/// <summary>Reads Books from a store and folds them. The chain of hashes is checked on every reading.</summary>
public static class BookLoader
{
    /// <summary>The Book of a code; without entries if the store has none.</summary>
    /// <exception cref="BookDamagedException">An entry is not what it should be.</exception>
    public static LoadedBook Load(IStore store, string book) => Load(store, book, AsAt.Now);

    /// <summary>The Book as it stood at a moment; without entries if nothing had been recorded by then.</summary>
    /// <exception cref="BookDamagedException">An entry is not what it should be, be it before or after that moment.</exception>
    public static LoadedBook Load(IStore store, string book, AsAt asAt)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(asAt);
        return Fold(store.Entries(book, after: 0), asAt, (entry, withheld) => SumsOf(store, book, entry, withheld));
    }

    /// <summary>Opens rows and folds those of up to a moment.</summary>
    /// <param name="rows">The rows of a Book, from the first.</param>
    /// <param name="asAt">The moment.</param>
    /// <param name="sumsOf">The sums of an entry's lines, by its number and by what was withheld.</param>
    internal static LoadedBook Fold(
        IReadOnlyList<EntryRow> rows,
        AsAt asAt,
        Func<int, Func<IReadOnlyDictionary<LineRef, WordsWithheld>>, BatchSums> sumsOf
    )
    {
        var all = OpenAll(rows);
        // Words withheld later are gone from the lines recorded before.
        var withheld = new Lazy<IReadOnlyDictionary<LineRef, WordsWithheld>>(() => Withheld(all));
        var entries = all.Where(stored => asAt.Includes(stored.Entry)).ToList();
        var state = new BookState();
        foreach (var stored in entries)
        {
            state.Apply(
                stored.Entry.Fact is CostsRecorded costs
                    ? stored.Entry with
                    {
                        Fact = costs with { Sums = sumsOf(stored.Entry.Number, () => withheld.Value) },
                    }
                    : stored.Entry
            );
            if (stored.Request is { } request)
            {
                state.NoteRequest(request, stored.Entry.Number);
            }
        }
        if (asAt.Known is { } day && entries.Count > 0)
        {
            state.Advance(day);
        }
        return new LoadedBook(state, entries);
    }

    /// <summary>Reads stored entries and checks that each follows from the one before.</summary>
    internal static IReadOnlyList<StoredEntry> OpenAll(IReadOnlyList<EntryRow> rows)
    {
        var entries = new List<StoredEntry>(rows.Count);
        var previous = BookState.NoHash;
        foreach (var (number, bytes) in rows)
        {
            if (number != entries.Count + 1)
            {
                throw new BookDamagedException(entries.Count + 1, $"Entry {entries.Count + 1} is missing.");
            }
            var stored = EntryCodec.Open(bytes, number, previous);
            if (entries.Count > 0 && stored.Entry.RecordedAt < entries[^1].Entry.RecordedAt)
            {
                throw new BookDamagedException(number, $"Entry {number} was recorded before the entry before it.");
            }
            entries.Add(stored);
            previous = stored.Entry.Hash;
        }
        return entries;
    }

    internal static Dictionary<LineRef, WordsWithheld> Withheld(IEnumerable<StoredEntry> entries) =>
        entries
            .Select(stored => stored.Entry.Fact)
            .OfType<WordsWithheld>()
            .GroupBy(fact => fact.Line)
            .ToDictionary(group => group.Key, group => group.First());

    /// <summary>The sums derived from an entry's lines; made anew if derived tables were dropped.</summary>
    internal static BatchSums SumsOf(
        IStore store,
        string book,
        int entry,
        Func<IReadOnlyDictionary<LineRef, WordsWithheld>> withheld
    )
    {
        try
        {
            return store.Sums(book, entry) is { } bytes
                ? SumsCodec.Read(bytes)
                : BatchReading.Read(store.Blocks(book, entry), entry, withheld()).Sums;
        }
        catch (Exception fault)
            when (fault
                    is FormatException
                        or System.Text.Json.JsonException
                        or InvalidOperationException
                        or NullReferenceException
                        or InvalidCastException
                        or ArgumentOutOfRangeException
                        or OverflowException
            )
        {
            throw new BookDamagedException(entry, $"The lines of entry {entry} are damaged: {fault.Message}");
        }
    }
}
