using Openbook.Exchange;

namespace Openbook.Web.Recording;

/// <summary>A row as in the file beside what is understood of it.</summary>
/// <param name="Row">Its number.</param>
/// <param name="Cells">For each field with a column, what the cell says; in the order of the preview's columns.</param>
/// <param name="Line">What is understood; null if it is no line or cannot be read.</param>
/// <param name="Faults">What is wrong with it.</param>
public sealed record RowReading(
    int Row,
    IReadOnlyDictionary<string, string> Cells,
    LinePreview? Line,
    IReadOnlyList<Refusal> Faults
)
{
    private static readonly string[] fields =
    [
        "date",
        "service",
        "paid_by",
        "kind",
        "amount",
        "debit",
        "credit",
        "supplier",
        "description",
    ];

    /// <summary>The first rows of a file.</summary>
    public static IReadOnlyList<RowReading> Of(FileColumns file, CostMap map, CostSource source)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(source);
        var batch = source.Lines.IsDone ? source.Lines.Value : source.Lines.Partial;
        var lines = batch is null ? [] : LinePreview.First(batch, FileColumns.RowsShown).ToDictionary(line => line.Row);
        var places = fields
            .Select(field => (Field: field, Place: file.PlaceOf(map, field)))
            .Where(item => item.Place >= 0)
            .ToList();
        return
        [
            .. file.Rows.Select(
                (row, i) =>
                    new RowReading(
                        row,
                        Said(places.ToDictionary(item => item.Field, item => file.Columns[item.Place].Cells[i])),
                        lines.GetValueOrDefault(row),
                        [.. source.Lines.Refusals.Where(fault => fault.Place?.Row == row)]
                    )
            ),
        ];
    }

    // An amount of two columns is shown as both.
    private static Dictionary<string, string> Said(Dictionary<string, string> cells)
    {
        if (cells.TryGetValue("debit", out var debit) && cells.TryGetValue("credit", out var credit))
        {
            cells["amount"] = $"debit {debit}, credit {credit}";
        }
        return cells;
    }

    /// <summary>What the file says of a field, where that is not what is understood; else null.</summary>
    public string? Was(string field, string understood) =>
        Cells.TryGetValue(field, out var cell) && cell != understood ? (cell.Length == 0 ? "nothing" : cell) : null;
}
