using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>Something that does not agree with itself.</summary>
/// <param name="Entry">The entry concerned.</param>
/// <param name="What">What is wrong, in plain English.</param>
public sealed record Damage(int Entry, string What);

/// <summary>What a check of a Book came to.</summary>
/// <param name="Book">The Book's code.</param>
/// <param name="Entries">How many entries were looked at.</param>
/// <param name="Lines">How many cost lines.</param>
/// <param name="Closed">How many closed periods were worked out anew.</param>
/// <param name="Head">The last entry's hash.</param>
/// <param name="Damages">What is wrong, the first entry first; empty if nothing is.</param>
public sealed record VerifyReport(
    string Book,
    int Entries,
    long Lines,
    int Closed,
    string Head,
    IReadOnlyList<Damage> Damages
)
{
    /// <summary>Whether everything agrees.</summary>
    public bool IsSound => Damages.Count == 0;
}

/// <summary>
/// Checks every value that is stored for a Book: bytes, hashes and links of entries; agreements read again from their texts;
/// lines, words and digests; what is derived; and every figure of every closed period, worked out anew.
/// </summary>
public sealed class Verification
{
    private readonly IStore store;
    private readonly string book;
    private readonly Func<string, AgreementTerms?> readAgreement;
    private readonly List<Damage> damages = [];
    private bool chainIsWhole;
    private long lines;

    private Verification(IStore store, string book, Func<string, AgreementTerms?> readAgreement)
    {
        this.store = store;
        this.book = book;
        this.readAgreement = readAgreement;
    }

    /// <summary>Checks a Book.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="book">Its code.</param>
    /// <param name="readAgreement">Reads an agreement's text; null if it cannot be read.</param>
    /// <exception cref="StoreLostException">The store could not be reached to the end: that is no damage.</exception>
    public static VerifyReport Run(IStore store, string book, Func<string, AgreementTerms?> readAgreement)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new Verification(store, book, readAgreement).Run();
    }

    private VerifyReport Run()
    {
        // Before the entries: what comes in from now on is none of this check's.
        var rows = (store.EntriesWithRows(book), store.Strays());
        var entries = Chain();
        chainIsWhole = damages.Count == 0;
        var withheld = BookLoader.Withheld(entries);
        var state = new BookState();
        try
        {
            foreach (var stored in entries)
            {
                state.Apply(Checked(stored, withheld));
                CheckStatements(state, stored);
            }
        }
        catch (BookDamagedException fault)
        {
            damages.Add(new Damage(fault.Entry, fault.Message));
        }
        Rows(entries, rows.Item1.WithLines.Concat(rows.Item1.Derived), rows.Item2);
        var ordered = damages.OrderBy(damage => damage.Entry).ToList();
        return new VerifyReport(book, entries.Count, lines, state.Closed.Count, state.Head, ordered);
    }

    // The entries up to the first that is not what it should be.
    private List<StoredEntry> Chain()
    {
        var entries = new List<StoredEntry>();
        try
        {
            var rows = store.Entries(book, after: int.MinValue);
            if (rows.Count > 0 && rows[0].Number < 1)
            {
                damages.Add(new Damage(rows[0].Number, $"There is an entry with the number {rows[0].Number}."));
                rows = [.. rows.Where(row => row.Number > 0)];
            }
            for (var i = 0; i < rows.Count; i++)
            {
                var previous = i == 0 ? BookState.NoHash : entries[^1].Entry.Hash;
                if (rows[i].Number != i + 1)
                {
                    throw new BookDamagedException(i + 1, $"Entry {i + 1} is missing.");
                }
                var stored = EntryCodec.Open(rows[i].Bytes, i + 1, previous);
                if (!EntryCodec.IsCanonical(rows[i].Bytes))
                {
                    throw new BookDamagedException(i + 1, $"Entry {i + 1} is not in its canonical form.");
                }
                if (i > 0 && stored.Entry.RecordedAt < entries[^1].Entry.RecordedAt)
                {
                    throw new BookDamagedException(i + 1, $"Entry {i + 1} was recorded before the entry before it.");
                }
                entries.Add(stored);
            }
        }
        catch (BookDamagedException fault)
        {
            damages.Add(new Damage(fault.Entry, fault.Message));
        }
        catch (StoreException fault) when (fault is not StoreLostException)
        {
            damages.Add(new Damage(entries.Count + 1, fault.Message));
        }
        return entries;
    }

    private Entry Checked(StoredEntry stored, Dictionary<LineRef, WordsWithheld> withheld)
    {
        var entry = stored.Entry;
        switch (entry.Fact)
        {
            case AgreementProposed proposed:
                CheckAgreement(proposed, entry.Number);
                return entry;
            case CostsRecorded costs:
                return entry with { Fact = costs with { Sums = CheckLines(costs, entry.Number, withheld) } };
            default:
                return entry;
        }
    }

    private void CheckAgreement(AgreementProposed proposed, int entry)
    {
        if (proposed.Book != book)
        {
            damages.Add(new Damage(entry, $"Entry {entry} belongs to the Book \"{proposed.Book}\"."));
        }
        if (readAgreement(proposed.Text) is not { } terms || terms != proposed.Terms)
        {
            damages.Add(
                new Damage(entry, $"The agreement's text in entry {entry} does not read to the terms kept with it.")
            );
        }
    }

    private BatchSums CheckLines(CostsRecorded costs, int entry, Dictionary<LineRef, WordsWithheld> withheld)
    {
        BatchContent content;
        try
        {
            content = BatchReading.Read(store.Blocks(book, entry), entry, withheld);
        }
        catch (Exception fault)
            when (fault
                    is FormatException
                        or (StoreException and not StoreLostException)
                        or ArgumentOutOfRangeException
                        or OverflowException
            )
        {
            throw new BookDamagedException(entry, $"The lines of entry {entry} are damaged: {fault.Message}");
        }
        lines += content.Count;
        if (
            content.Count != costs.Count
            || content.TotalPence != costs.TotalPence
            || content.LinesSha256 != costs.LinesSha256
        )
        {
            throw new BookDamagedException(
                entry,
                $"The lines or words of entry {entry} are not those that were recorded."
            );
        }
        if (!chainIsWhole && content.Withheld.Any(line => !withheld.ContainsKey(line)))
        {
            // What withholds it may lie beyond the break, and with it whose income it was: only what is derived says so.
            return BookLoader.SumsOf(store, book, entry, () => withheld);
        }
        CheckWithheld(content, entry, withheld);
        CheckDerived(content, entry);
        return content.Sums;
    }

    private void CheckWithheld(BatchContent content, int entry, Dictionary<LineRef, WordsWithheld> withheld)
    {
        var recorded = withheld.Keys.Where(line => line.Entry == entry).ToHashSet();
        foreach (var line in content.Withheld.Where(line => !recorded.Contains(line)))
        {
            damages.Add(new Damage(entry, $"The words of line {line} are gone, but no entry withholds them."));
        }
        foreach (var line in recorded.Where(line => !content.Withheld.Contains(line)))
        {
            damages.Add(new Damage(entry, $"The words of line {line} were withheld, but they are still there."));
        }
    }

    private void CheckDerived(BatchContent content, int entry)
    {
        try
        {
            var sums = store.Sums(book, entry);
            var keys = store.IdKeys(book, entry);
            if (sums is null && keys is null)
            {
                return;
            }
            if (sums is null || !sums.AsSpan().SequenceEqual(SumsCodec.Write(content.Sums)))
            {
                damages.Add(new Damage(entry, $"The sums derived from entry {entry} are not those of its lines."));
            }
            if (keys is null || !keys.AsSpan().SequenceEqual(content.IdKeys))
            {
                damages.Add(new Damage(entry, $"The line ids derived from entry {entry} are not those of its lines."));
            }
        }
        catch (StoreException fault) when (fault is not StoreLostException)
        {
            damages.Add(new Damage(entry, fault.Message));
        }
    }

    private void CheckStatements(BookState state, StoredEntry stored)
    {
        if (stored.Entry.Fact is DraftIssued issued)
        {
            CheckDraft(state, issued, stored.Entry.Number);
        }
        if (stored.Entry.Fact is not PeriodClosed closed)
        {
            return;
        }
        var statement = Statement.Of(state, closed.Period).Value;
        if (StatementJson.Sha256(statement) != closed.StatementSha256)
        {
            damages.Add(
                new Damage(
                    stored.Entry.Number,
                    $"The statement of {closed.Period.ToWords()} is not the one that was closed."
                )
            );
        }
        if (closed.Rules != AgreementTerms.PennyRules)
        {
            damages.Add(new Damage(stored.Entry.Number, $"The rules \"{closed.Rules}\" are not known."));
        }
    }

    // Nothing that a draft says of a period changes its statements: they are now as they were when it was issued.
    private void CheckDraft(BookState state, DraftIssued issued, int entry)
    {
        var statement = Statement.Of(state, issued.Period);
        if (!statement.IsDone || StatementJson.Sha256(statement.Value) != issued.StatementSha256)
        {
            damages.Add(
                new Damage(entry, $"The draft of {issued.Period.ToWords()} is not what its statements came to then.")
            );
        }
    }

    // Rows that belong to no recording of costs.
    private void Rows(List<StoredEntry> entries, IEnumerable<int> withRows, IReadOnlyList<string> strays)
    {
        var costs = entries
            .Where(stored => stored.Entry.Fact is CostsRecorded)
            .Select(stored => stored.Entry.Number)
            .ToHashSet();
        foreach (var entry in withRows.Distinct().Where(entry => !costs.Contains(entry)))
        {
            if (chainIsWhole || entry <= entries.Count)
            {
                damages.Add(new Damage(entry, $"There are lines or sums for entry {entry}, which recorded none."));
            }
        }
        foreach (var stray in strays.Where(stray => stray != book))
        {
            damages.Add(new Damage(0, $"There are rows of a Book \"{stray}\", which has no first entry."));
        }
    }
}
