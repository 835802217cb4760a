using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Finds rows of a text whose cells may stand in the wrong columns because a comma is lost or too many.</summary>
internal sealed class RowWidths(SourceTable table, CostMap map, MapHeader header)
{
    private int width = header.Row?.Cells.Count ?? 0;

    /// <summary>What is wrong with the shape of a row, or null.</summary>
    public Refusal? Fault(TableRow row)
    {
        if (!table.CanShift)
        {
            return null;
        }
        // Without headings the first line says how many cells there are.
        width = width == 0 ? row.Cells.Count : width;
        if (row.Cells.Count == width)
        {
            return null;
        }
        var beyond = row.Cells.Skip(width).FirstOrDefault(cell => !cell.IsEmpty);
        var isTorn = row.Cells.Count > width && IsTornAmount(row);
        if (map.UnevenRows && beyond.Text is null or "" && !isTorn)
        {
            return null;
        }
        var found = string.IsNullOrEmpty(beyond.Text)
            ? ""
            : $", with {MapFaults.Quote(beyond.Text)} beyond the last column";
        return Refuse.RowUneven.Because(
            $"The row has {Text.Count(row.Cells.Count, "cell")}, not {Text.Grouped(width)}{found}.",
            new Place(table.Name, row.Number)
        );
    }

    // 1,234.50 without quotes is two cells.
    private bool IsTornAmount(TableRow row)
    {
        var next = row[header["amount"] + 1].Text;
        return header["amount"] >= 0
            && next.Length is 3 or 6
            && next.AsSpan(0, 3).IndexOfAnyExceptInRange('0', '9') < 0
            && (next.Length == 3 || next[3] == '.');
    }
}
