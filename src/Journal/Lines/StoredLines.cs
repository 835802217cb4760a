using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>The cost lines of a Book, read from its store when they are asked for.</summary>
public sealed class StoredLines(IStore store, string book, IReadOnlyList<int> entries) : IKnownLines, ILinesOfEntry
{
    /// <summary>The lines of a Book as folded.</summary>
    public StoredLines(IStore store, BookState state)
        : this(store, state.Code, [.. state.Batches.Select(batch => batch.Entry)]) { }

    public IEnumerable<CostLine> LinesOf(int entry) =>
        store.Blocks(book, entry).SelectMany(block => LineDecoder.Lines(block, entry));

    // Rows ascend, so that the block of a row is found by halving: the row may be left of where it would be if none was left out.
    public CostLine? Find(LineRef line)
    {
        var (low, high) = (0, entries.Contains(line.Entry) ? Math.Max(line.Row - 1, 0) / StoredBlock.Full : -1);
        while (low <= high)
        {
            var middle = low + (high - low) / 2;
            var lines = store.Block(book, line.Entry, middle) is { } block ? LineDecoder.Lines(block, line.Entry) : [];
            if (lines.Count == 0 || line.Row < lines[0].Ref.Row)
            {
                high = middle - 1;
            }
            else if (line.Row > lines[^1].Ref.Row)
            {
                low = middle + 1;
            }
            else
            {
                return lines.Find(found => found.Ref == line);
            }
        }
        return null;
    }

    /// <summary>The line at a place of a block of an entry, or null; only that block is read.</summary>
    public CostLine? At(int entry, int block, int place) => InBlock(entry, block).ElementAtOrDefault(place);

    /// <summary>The lines of one block of an entry; none if there is no such block.</summary>
    public IReadOnlyList<CostLine> InBlock(int entry, int block) =>
        store.Block(book, entry, block) is { } found ? LineDecoder.Lines(found, entry) : [];

    /// <summary>The line of a ledger's id or of the form ENTRY#ROW, or null.</summary>
    public CostLine? FindByName(string name) =>
        LineRef.TryParse(name, out var line) ? Find(line) : KnownById.Find(this, [name]).GetValueOrDefault(name);

    public IEnumerable<CostLine> FindByIds(IdKeys ids)
    {
        foreach (var entry in entries)
        {
            if (MayHold(entry, ids))
            {
                foreach (var line in LinesOf(entry).Where(line => line.LineId.Length > 0))
                {
                    if (ids.Contains(IdKey.Of(line.LineId)))
                    {
                        yield return line;
                    }
                }
            }
        }
    }

    private bool MayHold(int entry, IdKeys ids)
    {
        if (store.IdKeys(book, entry) is not { } keys)
        {
            return true;
        }
        for (var at = 0; at + 8 <= keys.Length; at += 8)
        {
            if (ids.Contains(BitConverter.ToUInt64(keys, at)))
            {
                return true;
            }
        }
        return false;
    }
}
