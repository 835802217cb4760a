namespace Openbook.Exchange.Tests;

/// <summary>A record as the naive reader has it.</summary>
/// <param name="Number">Its place in the file; the header is row 1.</param>
/// <param name="Cells">Its cells, or null if a double quote cannot be read.</param>
/// <param name="IsBlank">Whether there is nothing between its line ends.</param>
internal sealed record NaiveRow(int Number, IReadOnlyList<string>? Cells, bool IsBlank);

/// <summary>Reads RFC 4180 text one character after the other, to compare with.</summary>
internal sealed class NaiveCsv
{
    private readonly string text;
    private int at;

    private NaiveCsv(string text)
    {
        this.text = text;
        at = text.StartsWith('\uFEFF') ? 1 : 0;
    }

    /// <summary>All records. After a quote that cannot be read, the next line is the next record.</summary>
    public static IReadOnlyList<NaiveRow> Read(string text)
    {
        var reader = new NaiveCsv(text);
        var rows = new List<NaiveRow>();
        while (reader.at < text.Length)
        {
            var start = reader.at;
            var cells = reader.Record();
            var blank = cells is [""] && text[start] != '"';
            rows.Add(new NaiveRow(rows.Count + 1, cells, blank));
        }
        return rows;
    }

    /// <summary>The faults in the shape of the rows below the header, as <c>code row:</c>.</summary>
    public static string[] ShapeFaults(IReadOnlyList<NaiveRow> rows) =>
        [
            .. rows.Skip(1)
                .Where(row => !row.IsBlank && row.Cells?.Count != rows[0].Cells!.Count)
                .Select(row => $"{(row.Cells is null ? "quote-wrong" : "cells-wrong")} {row.Number}:"),
        ];

    private List<string>? Record()
    {
        var cells = new List<string>();
        while (true)
        {
            var cell = at < text.Length && text[at] == '"' ? Quoted() : Plain();
            if (cell is null)
            {
                SkipLine();
                return null;
            }
            cells.Add(cell);
            if (at >= text.Length)
            {
                return cells;
            }
            if (text[at] == ',')
            {
                at++;
                continue;
            }
            at += text[at] == '\r' ? 1 : 0;
            at += at < text.Length ? 1 : 0;
            return cells;
        }
    }

    // Up to a comma or line end, at which it stops.
    private string? Plain()
    {
        var start = at;
        while (at < text.Length && text[at] != ',' && !AtLineEnd())
        {
            if (text[at] == '"')
            {
                return null;
            }
            at++;
        }
        return text[start..at];
    }

    private string? Quoted()
    {
        var cell = new System.Text.StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                cell.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else
            {
                at++;
                return at >= text.Length || text[at] == ',' || AtLineEnd() ? cell.ToString() : null;
            }
        }
        return null;
    }

    private bool AtLineEnd() =>
        text[at] == '\n' || (text[at] == '\r' && (at + 1 >= text.Length || text[at + 1] == '\n'));

    private void SkipLine()
    {
        var end = at < text.Length ? text.IndexOf('\n', at) : -1;
        at = end < 0 ? text.Length : end + 1;
    }
}
