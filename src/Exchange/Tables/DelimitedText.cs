using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>
/// The rows of a text whose cells are divided by a character. Lines end with LF, CR or both. A quote counts only where a cell
/// begins with it; a quote inside a cell is text.
/// </summary>
internal sealed class DelimitedText(string name, string text, char delimiter) : SourceTable
{
    private const int MostCells = 1_024;
    private readonly StringBuilder quoted = new();

    public override string Name => name;

    public override bool CanShift => true;

    /// <summary>What divides most of the first lines of a text into the same number of cells, more than one.</summary>
    public static char Guess(string text) =>
        new[] { ',', '\t', ';', '|' }
            .Select(delimiter =>
            {
                var widths = new DelimitedText("", text, delimiter)
                    .Rows()
                    .Take(200)
                    .Where(row => row.Cells.Count > 2)
                    .GroupBy(row => row.Cells.Count)
                    .Select(group => group.Count())
                    .DefaultIfEmpty(0)
                    .Max();
                return (Delimiter: delimiter, Rows: widths);
            })
            .MaxBy(item => item.Rows)
            .Delimiter;

    public override IEnumerable<TableRow> Rows()
    {
        var at = 0;
        for (var number = 1; at < text.Length; number++)
        {
            yield return Row(ref at, number);
        }
    }

    private TableRow Row(ref int at, int number)
    {
        var start = at;
        var cells = new List<TableCell>();
        for (var many = 1; ; many++)
        {
            if (many > MostCells)
            {
                cells.Clear();
            }
            var fault = Cell(ref at, cells);
            if (fault is not null)
            {
                at = start;
                SkipLine(ref at);
                return new TableRow(number, cells, fault.Because(Words(fault, cells.Count), new Place(name, number)));
            }
            if (at >= text.Length || text[at] != delimiter)
            {
                SkipEnd(ref at);
                return many <= MostCells
                    ? new TableRow(number, cells)
                    : new TableRow(
                        number,
                        [],
                        Refuse.RowUneven.Because($"The row has {Text.Grouped(many)} cells.", new Place(name, number))
                    );
            }
            at++;
        }
    }

    private static string Words(RefusalCode fault, int before) =>
        fault == Refuse.TextTooLong
            ? $"Cell {Text.Of(before + 1)} has more than {Text.Grouped(TableCell.Longest)} characters."
            : $"The double quote with which cell {Text.Of(before + 1)} begins is not closed, or more text follows it.";

    // Reads one cell and stops at what ends it.
    private RefusalCode? Cell(ref int at, List<TableCell> cells)
    {
        var start = at;
        while (start < text.Length && text[start] == ' ')
        {
            start++;
        }
        if (start < text.Length && text[start] == '"')
        {
            at = start;
            return Quoted(ref at, cells);
        }
        var rest = text.AsSpan(at);
        var length = rest.IndexOfAny(delimiter, '\n', '\r');
        length = length < 0 ? rest.Length : length;
        at += length;
        if (length > TableCell.Longest)
        {
            return Refuse.TextTooLong;
        }
        cells.Add(new TableCell(rest[..length].Trim().ToString()));
        return null;
    }

    private RefusalCode? Quoted(ref int at, List<TableCell> cells)
    {
        quoted.Clear();
        at++;
        while (true)
        {
            var length = text.AsSpan(at).IndexOf('"');
            if (length > TableCell.Longest || quoted.Length > TableCell.Longest)
            {
                return Refuse.TextTooLong;
            }
            if (length < 0)
            {
                return Refuse.QuoteWrong;
            }
            quoted.Append(text, at, length);
            at += length + 1;
            if (at >= text.Length || text[at] != '"')
            {
                break;
            }
            quoted.Append('"');
            at++;
        }
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }
        if (at < text.Length && text[at] != delimiter && text[at] is not ('\n' or '\r'))
        {
            return Refuse.QuoteWrong;
        }
        cells.Add(new TableCell(quoted.ToString().Trim()));
        return null;
    }

    private void SkipLine(ref int at)
    {
        var end = text.AsSpan(at).IndexOfAny('\n', '\r');
        at = end < 0 ? text.Length : at + end;
        SkipEnd(ref at);
    }

    private void SkipEnd(ref int at)
    {
        if (at < text.Length && text[at] == '\r')
        {
            at++;
            at += at < text.Length && text[at] == '\n' ? 1 : 0;
        }
        else if (at < text.Length)
        {
            at++;
        }
    }
}
