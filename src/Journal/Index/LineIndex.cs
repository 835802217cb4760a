using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>
/// The lines of a Book held in memory for lists that are filtered and sorted. It grows entry by entry; one task grows it while
/// others read what there was.
/// </summary>
public sealed class LineIndex
{
    private readonly LineColumns columns = new();
    private int lastEntry;
    private int read;

    /// <summary>How many lines have been read so far.</summary>
    public int LinesRead => Volatile.Read(ref read);

    /// <summary>Takes up the entries that came after those taken up before.</summary>
    /// <param name="store">Where the lines are.</param>
    /// <param name="book">The Book's code.</param>
    /// <param name="entries">All its entries, oldest first.</param>
    /// <exception cref="BookDamagedException">Lines are damaged; what was read must then be thrown away.</exception>
    public LineView Grow(IStore store, string book, IReadOnlyList<StoredEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var entry in entries.Skip(lastEntry).Select(stored => stored.Entry))
        {
            if (entry.Fact is CostsRecorded costs)
            {
                TakeUp(store.Blocks(book, entry.Number), entry.Number, costs.Count);
            }
            else if (entry.Fact is WordsWithheld withheld)
            {
                columns.Withhold(withheld.Line);
            }
            lastEntry = entry.Number;
        }
        return new LineView(columns.Frozen());
    }

    private void TakeUp(IEnumerable<StoredBlock> blocks, int entry, int count)
    {
        var before = columns.Count;
        columns.Begin(entry);
        foreach (var block in blocks)
        {
            foreach (var line in LineDecoder.Lines(block, entry))
            {
                columns.Add(line);
            }
            Volatile.Write(ref read, columns.Count);
        }
        if (columns.Count - before != count)
        {
            throw new BookDamagedException(entry, $"Entry {entry} has not the lines that it says.");
        }
    }
}
