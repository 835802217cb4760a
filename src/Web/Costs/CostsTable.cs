using Openbook.Exchange;
using Openbook.Web.Downloads;

namespace Openbook.Web.Costs;

/// <summary>The list of costs as a file.</summary>
public static class CostsTable
{
    /// <summary>The lines found, all pages.</summary>
    /// <param name="name">The file's name, without its ending.</param>
    /// <param name="found">The lines.</param>
    /// <param name="posted">The period asked for: the part posted there gets a column of its own.</param>
    public static DownloadTable Of(string name, LineSelection found, Period? posted)
    {
        ArgumentNullException.ThrowIfNull(found);
        var columns = new List<(string, SheetColumn)>
        {
            ("line", SheetColumn.Words),
            ("date", SheetColumn.Day),
            ("month", SheetColumn.Words),
            ("to_month", SheetColumn.Words),
            ("service", SheetColumn.Words),
            ("kind", SheetColumn.Words),
            ("nature", SheetColumn.Words),
            ("paid_by", SheetColumn.Words),
            ("amount", SheetColumn.Pounds),
            ("supplier", SheetColumn.Words),
            ("description", SheetColumn.Words),
            ("reference", SheetColumn.Words),
            ("withheld", SheetColumn.Words),
        };
        if (posted is not null)
        {
            columns.Add(("posted", SheetColumn.Words));
            columns.Add(("amount_posted", SheetColumn.Pounds));
        }
        return new DownloadTable(name, columns, found.Totals.Count, found.Lines().Select(line => Row(line, posted)));
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
