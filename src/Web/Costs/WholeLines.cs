namespace Openbook.Web.Costs;

/// <summary>Reads lines that were found in memory whole from the store, which has more of them.</summary>
/// <param name="view">Where the lines were found.</param>
/// <param name="lines">Where they are stored.</param>
/// <param name="batches">What recorded them.</param>
public sealed class WholeLines(LineView view, StoredLines lines, IReadOnlyList<RecordedBatch> batches)
{
    // In another order than that of recording neighbours come from everywhere: so many are read together that each block is read
    // seldom, and so few that they fit into memory.
    private const int Together = 32_768;

    private readonly Dictionary<int, RecordedBatch> batchOf = batches.ToDictionary(batch => batch.Entry);

    /// <summary>The lines with what recorded each, in the order given.</summary>
    public IEnumerable<(FoundLine Found, RecordedBatch Batch, CostLine Line)> Of(IEnumerable<FoundLine> found) =>
        found.Chunk(Together).SelectMany(Read);

    private IEnumerable<(FoundLine, RecordedBatch, CostLine)> Read(FoundLine[] some)
    {
        var whole = new CostLine[some.Length];
        var places = some.Select((line, i) => (line.Ref.Entry, At: view.PlaceOf(line.Ref)!.Value, Index: i));
        foreach (var block in places.GroupBy(item => (item.Entry, item.At.Block)))
        {
            var stored = lines.InBlock(block.Key.Entry, block.Key.Block);
            foreach (var (_, at, index) in block)
            {
                whole[index] = stored[at.Place];
            }
        }
        return some.Select((line, i) => (line, batchOf[line.Ref.Entry], whole[i]));
    }
}
