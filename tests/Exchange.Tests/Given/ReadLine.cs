using System.Globalization;
using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange.Tests;

/// <summary>Everything that was read of one cost line, as text, so that two readings compare.</summary>
internal sealed record ReadLine
{
    public required int Row { get; init; }
    public required string Date { get; init; }
    public required string Month { get; init; }
    public required string ToMonth { get; init; }
    public required string Service { get; init; }
    public required string PaidBy { get; init; }
    public required string Kind { get; init; }
    public required string Nature { get; init; }
    public required string Amount { get; init; }
    public required string Vat { get; init; }
    public required string LineId { get; init; }
    public required string CostCentre { get; init; }
    public required string Account { get; init; }
    public required string Supplier { get; init; }
    public required string Description { get; init; }
    public required string Reference { get; init; }
    public required string Corrects { get; init; }
    public required string Customer { get; init; }

    /// <summary>The lines of a batch; their texts are asked for some lines at a time.</summary>
    public static IReadOnlyList<ReadLine> Of(CostBatch batch, int together = 1000)
    {
        var lines = new List<ReadLine>();
        for (var first = 0; first < batch.Lines.Length; first += together)
        {
            lines.AddRange(Of(batch, first, Math.Min(together, batch.Lines.Length - first)));
        }
        return lines;
    }

    /// <summary>Some lines of a batch that follow each other.</summary>
    public static IReadOnlyList<ReadLine> Of(CostBatch batch, int first, int count)
    {
        var lines = new List<ReadLine>();
        byte[] buffer = [];
        byte[] scratch = [];
        var texts = batch.Texts.Range(first, count, ref buffer);
        for (var place = first; place < first + count; place++)
        {
            lines.Add(Of(batch, place, texts.Read(place, ref scratch)));
        }
        return lines;
    }

    /// <summary>What a naive reading of a file makes of its good rows.</summary>
    public static IReadOnlyList<ReadLine> Of(IReadOnlyList<NaiveRow> rows)
    {
        var columns = rows[0].Cells!;
        return
        [
            .. rows.Skip(1)
                .Where(row => !row.IsBlank)
                .Select(row =>
                {
                    var cells = new Dictionary<string, string>();
                    for (var i = 0; i < columns.Count; i++)
                    {
                        cells[columns[i]] = row.Cells![i];
                    }
                    return Of(row.Number, cells);
                }),
        ];
    }

    /// <summary>Two readings must be the same; the first line that differs is shown.</summary>
    public static void MustBeEqual(IReadOnlyList<ReadLine> expected, IReadOnlyList<ReadLine> read)
    {
        for (var i = 0; i < Math.Min(expected.Count, read.Count); i++)
        {
            if (expected[i] != read[i])
            {
                Assert.Equal(expected[i], read[i]);
            }
        }
        Assert.Equal(expected.Count, read.Count);
    }

    private static ReadLine Of(CostBatch batch, int place, LineTexts texts)
    {
        var line = batch.Lines[place];
        var id = Encoding.UTF8.GetString(texts.LineId);
        var corrects = Encoding.UTF8.GetString(texts.Corrects);
        Assert.True(IdKey.Of(id) == line.IdKey && corrects == batch.Corrects.GetValueOrDefault(place, ""));
        return new ReadLine
        {
            Row = line.Row,
            Date = Dates.Iso(DateOnly.FromDayNumber(line.Day)),
            Month = line.Month.ToString(),
            ToMonth = line.ToMonth == default ? "" : line.ToMonth.ToString(),
            Service = batch.Names[line.Service],
            PaidBy = batch.Names[line.PaidBy],
            Kind = CostWords.Of(line.Kind),
            Nature = CostWords.Of(line.Nature),
            Amount = new Money(line.Pence).ToPlain(),
            Vat = line.VatPence == LineFigures.NoVat ? "" : new Money(line.VatPence).ToPlain(),
            LineId = id,
            CostCentre = Encoding.UTF8.GetString(texts.CostCentre),
            Account = Encoding.UTF8.GetString(texts.Account),
            Supplier = Encoding.UTF8.GetString(texts.Supplier),
            Description = Encoding.UTF8.GetString(texts.Description),
            Reference = Encoding.UTF8.GetString(texts.Reference),
            Corrects = corrects,
            Customer = line.Customer < 0 ? "" : batch.Names[line.Customer],
        };
    }

    private static ReadLine Of(int row, Dictionary<string, string> cells)
    {
        var kind = Cell("kind", "revenue");
        return new ReadLine
        {
            Row = row,
            Date = cells["date"],
            Month = Cell("month", cells["date"][..7]),
            ToMonth = Cell("to_month"),
            Service = cells["service"],
            PaidBy = cells["paid_by"],
            Kind = kind,
            Nature = Cell("nature", "actual"),
            Amount = TwoDecimals(cells["amount"]),
            Vat = Cell("irrecoverable_vat") is { Length: > 0 } vat ? TwoDecimals(vat) : "",
            LineId = Cell("line_id"),
            CostCentre = Cell("cost_centre"),
            Account = Cell("account"),
            Supplier = Cell("supplier"),
            Description = Cell("description"),
            Reference = Cell("reference"),
            Corrects = Cell("corrects"),
            Customer = kind == "income" && Code.IsValid(Cell("supplier")) ? Cell("supplier") : "",
        };

        string Cell(string field, string instead = "") =>
            cells.TryGetValue(field, out var text) && text.Length > 0 ? text : instead;
    }

    private static string TwoDecimals(string amount)
    {
        var point = amount.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? amount + "00" : amount.Remove(point, 1) + new string('0', point + 3 - amount.Length);
        return new Money(long.Parse(digits, CultureInfo.InvariantCulture)).ToPlain();
    }
}
