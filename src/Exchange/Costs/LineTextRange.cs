using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>The texts of lines that follow each other, read again from the bytes in which they stand.</summary>
/// <param name="memory">The bytes of these lines.</param>
/// <param name="from">Where they begin in the file.</param>
/// <param name="places">Where each line of the file begins.</param>
/// <param name="header">The columns.</param>
internal sealed class LineTextRange(ReadOnlyMemory<byte> memory, int from, int[] places, CsvHeader header)
    : ILineTextRange
{
    private readonly CsvCell[] cells = new CsvCell[header.Width];
    private readonly bool hasReturns = memory.Span.IndexOf((byte)'\r') >= 0;

    public LineTexts Read(int index, ref byte[] scratch)
    {
        var bytes = memory.Span;
        var at = places[index] - from;
        CsvCells.Read(bytes, ref at, cells, out _);
        var room = 0;
        var plain = !hasReturns;
        for (var i = 0; i < cells.Length; i++)
        {
            plain &= !cells[i].Quoted;
            room += cells[i].Doubled ? cells[i].Length : 0;
        }
        if (scratch.Length < room)
        {
            scratch = new byte[room];
        }
        var used = 0;
        return new LineTexts
        {
            LineId = Cell(CostField.LineId, bytes, ref scratch, ref used),
            CostCentre = Cell(CostField.CostCentre, bytes, ref scratch, ref used),
            Account = Cell(CostField.Account, bytes, ref scratch, ref used),
            Supplier = Cell(CostField.Supplier, bytes, ref scratch, ref used),
            Description = Cell(CostField.Description, bytes, ref scratch, ref used),
            Reference = Cell(CostField.Reference, bytes, ref scratch, ref used),
            Corrects = Cell(CostField.Corrects, bytes, ref scratch, ref used),
            Plain = plain,
        };
    }

    private ReadOnlySpan<byte> Cell(
        int field,
        ReadOnlySpan<byte> bytes,
        scoped ref byte[] scratch,
        scoped ref int used
    ) => header[field] < 0 ? [] : CsvCells.Text(bytes, cells[header[field]], ref scratch, ref used);
}
