using Openbook.Exchange;
using Openbook.Web.Downloads;

namespace Openbook.Web.Costs;

/// <summary>The list of costs as a file, with all that the Book knows of each line.</summary>
public static class CostsTable
{
    /// <summary>The lines found, all pages.</summary>
    /// <param name="name">The file's name, without its ending.</param>
    /// <param name="found">The lines, in their order.</param>
    /// <param name="whole">The same lines with what the list leaves out.</param>
    /// <param name="posted">The period asked for: it and the part posted there get columns of their own.</param>
    public static DownloadTable Of(string name, LineSelection found, WholeLines whole, Period? posted)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(whole);
        var header = posted is null ? CostsExport.Header : $"{CostsExport.Header},period,amount_posted";
        var rows = whole.Of(found.Lines()).Select(item => Row(item.Found, item.Batch, item.Line, posted));
        return new DownloadTable(name, SheetColumns.Of(header), found.Totals.Count, rows);
    }

    private static IReadOnlyList<string> Row(FoundLine found, RecordedBatch batch, CostLine line, Period? posted)
    {
        var row = CostsExport.Row(batch, line);
        return posted is { } period ? [.. row, period.ToString(), new Money(found.PartPence).ToPlain()] : row;
    }
}
