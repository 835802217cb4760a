using Openbook.Exchange;
using Openbook.Web.Downloads;

namespace Openbook.Web.Costs;

/// <summary>The list of costs as a file.</summary>
public static class CostsTable
{
    private const string Header =
        "line,date,month,to_month,service,kind,nature,paid_by,amount,supplier,description,reference,withheld";

    /// <summary>The lines found, all pages.</summary>
    /// <param name="name">The file's name, without its ending.</param>
    /// <param name="found">The lines.</param>
    /// <param name="posted">The period asked for: the part posted there gets a column of its own.</param>
    public static DownloadTable Of(string name, LineSelection found, Period? posted)
    {
        ArgumentNullException.ThrowIfNull(found);
        var header = posted is null ? Header : $"{Header},posted,amount_posted";
        var rows = found.Lines().Select(line => Row(line, posted));
        return new DownloadTable(name, SheetColumns.Of(header), found.Totals.Count, rows);
    }

    private static string[] Row(FoundLine line, Period? posted)
    {
        string[] row =
        [
            line.Ref.ToString(),
            Dates.Iso(line.Date),
            line.Month.ToString(),
            line.ToMonth?.ToString() ?? "",
            line.Service,
            CostWords.Of(line.Kind),
            CostWords.Of(line.Nature),
            line.PaidBy,
            new Money(line.Pence).ToPlain(),
            line.Words?.Supplier ?? "",
            line.Words?.Description ?? "",
            line.Words?.Reference ?? "",
            line.Words is null ? "yes" : "",
        ];
        return posted is { } period ? [.. row, period.ToString(), new Money(line.PartPence).ToPlain()] : row;
    }
}
