using System.Globalization;
using System.Text;

namespace Openbook.Journal.Tests.Given;

/// <summary>
/// Somebody with the program's source and full access to the store: changes an entry or a line, works out the figures of every
/// later close and all later hashes anew, and leaves a Book that is sound in itself.
/// </summary>
public sealed class Forger(IStoreHome home)
{
    /// <summary>Changes one entry and everything that follows from it.</summary>
    public void Change(int number, Func<Entry, Entry> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        using var store = home.Open();
        var entries = Entries(store);
        var customers = entries
            .Select(entry => entry.Entry.Fact)
            .OfType<WordsWithheld>()
            .ToDictionary(fact => fact.Line, fact => fact.Customer);
        var state = new BookState();
        using var raw = home.Raw();
        foreach (var stored in entries)
        {
            var entry = stored.Entry.Number == number ? change(stored.Entry) : stored.Entry;
            var forged = EntryCodec.Seal(Following(state, entry, number), stored.Request);
            state.Apply(WithSums(store, forged.Entry, customers));
            raw.Run(
                "UPDATE entries SET bytes = @bytes WHERE book = @book AND number = @number",
                ("@bytes", forged.Bytes),
                ("@book", Clerk.Abc),
                ("@number", entry.Number)
            );
        }
    }

    /// <summary>Changes the amount of one line and everything that follows from it.</summary>
    public void ChangeAmount(LineRef line, string from, string to)
    {
        var block = home.Blocks(line.Entry)[0]
            .WithFigures(figures =>
                string.Join(
                    '\n',
                    figures
                        .Split('\n')
                        .Select(row =>
                            row.StartsWith($"{line.Row},", StringComparison.Ordinal)
                                ? row.Replace($",{from},", $",{to},", StringComparison.Ordinal)
                                : row
                        )
                )
            );
        home.Put(line.Entry, block);
        using (var raw = home.Raw())
        {
            raw.Run("DELETE FROM derived_batches");
        }
        var canonical = Canonical(block);
        var difference = Pence(to) - Pence(from);
        Change(
            line.Entry,
            entry =>
            {
                var costs = (CostsRecorded)entry.Fact;
                return entry with
                {
                    Fact = costs with
                    {
                        TotalPence = costs.TotalPence + difference,
                        LinesSha256 = Hand.Sha256(canonical),
                    },
                };
            }
        );
    }

    private static List<StoredEntry> Entries(IStore store)
    {
        var entries = new List<StoredEntry>();
        foreach (var (number, bytes) in store.Entries(Clerk.Abc, after: 0))
        {
            var previous = entries.Count == 0 ? BookState.NoHash : entries[^1].Entry.Hash;
            entries.Add(EntryCodec.Open(bytes, number, previous));
        }
        return entries;
    }

    private static Entry Following(BookState state, Entry entry, int changed)
    {
        if (entry.Fact is PeriodClosed closed && entry.Number > changed)
        {
            state.Advance(DateOnly.FromDateTime(entry.RecordedAt));
            entry = entry with { Fact = Closing.Close(state, closed.Period).Value };
        }
        if (entry.Fact is DraftIssued issued && entry.Number > changed)
        {
            state.Advance(DateOnly.FromDateTime(entry.RecordedAt));
            var statement = Statement.Of(state, issued.Period).Value;
            entry = entry with { Fact = issued with { StatementSha256 = StatementJson.Sha256(statement) } };
        }
        return entry with { Previous = state.Head };
    }

    private static Entry WithSums(IStore store, Entry entry, Dictionary<LineRef, string?> customers)
    {
        if (entry.Fact is not CostsRecorded costs)
        {
            return entry;
        }
        var summer = new BatchSummer();
        foreach (var line in new StoredLines(store, Clerk.Abc, [entry.Number]).LinesOf(entry.Number))
        {
            var words = line.Words ?? new LineWords(customers.GetValueOrDefault(line.Ref) ?? "", "", "");
            summer.Add(line with { Words = words });
        }
        return entry with { Fact = costs with { Sums = summer.ToSums() } };
    }

    // The canonical lines by hand: figures, comma, digest of salt and words, or the digest that took their place.
    private static string Canonical(StoredBlock block)
    {
        var figures = Encoding.UTF8.GetString(Packed.Unpack(block.Figures)).TrimEnd('\n').Split('\n');
        var words = Packed.Unpack(block.Words);
        var salts = Salts.Of(block);
        var lines = new StringBuilder(Encoding.UTF8.GetString(CanonicalLines.Header));
        var at = 0;
        foreach (var (row, i) in figures.Select((row, i) => (row, i)))
        {
            var length = BitConverter.ToInt32(words, at);
            var digest =
                length < 0
                    ? Convert.ToHexStringLower(words, at + 4, 32)
                    : Hand.Sha256(
                        Convert.ToHexStringLower(salts[i]) + "," + Encoding.UTF8.GetString(words, at + 4, length)
                    );
            at += 4 + (length < 0 ? 32 : length);
            lines.Append(row).Append(',').Append(digest).Append('\n');
        }
        return lines.ToString();
    }

    private static long Pence(string pounds) => (long)(decimal.Parse(pounds, CultureInfo.InvariantCulture) * 100);
}
