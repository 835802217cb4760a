using System.Security.Cryptography;
using System.Text;

namespace Openbook.Domain;

/// <summary>Makes a batch of lines that are at hand one by one, such as the two of a correction.</summary>
public sealed class ListedLines : ILineTexts, ILineTextRange
{
    private readonly IReadOnlyList<CostLine> lines;
    private readonly IReadOnlyList<byte[][]> texts;

    private ListedLines(IReadOnlyList<CostLine> lines)
    {
        this.lines = lines;
        texts = [.. lines.Select(Texts)];
    }

    /// <summary>The batch.</summary>
    /// <param name="source">The source's name.</param>
    /// <param name="lines">The lines; their rows are kept, the entries in their names are not looked at.</param>
    public static CostBatch ToBatch(string source, IReadOnlyList<CostLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var listed = new ListedLines(lines);
        var names = new List<string>();
        return new CostBatch
        {
            Source = source,
            Sha256 = listed.Digest(),
            Lines = new BatchLines([.. lines.Select(line => Figures(line, names))]),
            Names = names,
            Corrects = lines
                .Select((line, i) => (line, i))
                .Where(item => item.line.Corrects is not null)
                .ToDictionary(item => item.i, item => item.line.Corrects!.Value.ToString()),
            Texts = listed,
        };
    }

    /// <inheritdoc/>
    public ILineTextRange Range(int first, int count, ref byte[] buffer) => this;

    /// <inheritdoc/>
    public LineTexts Read(int index, ref byte[] scratch) =>
        new()
        {
            LineId = texts[index][0],
            CostCentre = texts[index][1],
            Account = texts[index][2],
            Supplier = texts[index][3],
            Description = texts[index][4],
            Reference = texts[index][5],
            Corrects = texts[index][6],
        };

    private static LineFigures Figures(CostLine line, List<string> names) =>
        new()
        {
            Row = line.Ref.Row,
            Day = line.Date.DayNumber,
            Month = line.Month,
            ToMonth = line.ToMonth ?? default,
            Service = Place(names, line.Service),
            PaidBy = Place(names, line.PaidBy),
            Customer =
                line.Kind == CostKind.Income && BatchSummer.CustomerOf(line.Words?.Supplier) is { } customer
                    ? Place(names, customer)
                    : (short)-1,
            Kind = line.Kind,
            Nature = line.Nature,
            Pence = line.Amount.Pence,
            VatPence = line.IrrecoverableVat?.Pence ?? LineFigures.NoVat,
            IdKey = IdKey.Of(line.LineId),
        };

    private static short Place(List<string> names, string name)
    {
        var at = names.IndexOf(name);
        if (at < 0)
        {
            at = names.Count;
            names.Add(name);
        }
        return (short)at;
    }

    private static byte[][] Texts(CostLine line) =>
        [
            Encoding.UTF8.GetBytes(line.LineId),
            Encoding.UTF8.GetBytes(line.CostCentre),
            Encoding.UTF8.GetBytes(line.Account),
            Encoding.UTF8.GetBytes(line.Words?.Supplier ?? ""),
            Encoding.UTF8.GetBytes(line.Words?.Description ?? ""),
            Encoding.UTF8.GetBytes(line.Words?.Reference ?? ""),
            Encoding.UTF8.GetBytes(line.Corrects?.ToString() ?? ""),
        ];

    private string Digest()
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.AppendJoin(
                    '\u001f',
                    line.LineId,
                    Dates.Iso(line.Date),
                    line.Month,
                    line.ToMonth?.ToString() ?? "",
                    line.Service,
                    CostWords.Of(line.Nature),
                    CostWords.Of(line.Kind),
                    line.Amount.ToPlain(),
                    line.PaidBy,
                    line.Corrects?.ToString() ?? ""
                )
                .Append('\n');
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
