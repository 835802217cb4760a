namespace Openbook.Cli.Printing;

/// <summary>A table in plain text: columns two blanks apart, figures to the right, headings bold on a terminal.</summary>
internal sealed class TextTable
{
    private readonly bool[] right;
    private readonly List<string[]> rows = [];

    /// <param name="headings">One a column; a leading &gt; puts the column to the right.</param>
    public TextTable(params string[] headings)
    {
        right = new bool[headings.Length];
        for (var i = 0; i < headings.Length; i++)
        {
            right[i] = headings[i].StartsWith('>');
        }
        rows.Add([.. headings.Select(heading => heading.TrimStart('>'))]);
    }

    public void Row(params string[] cells) => rows.Add(cells);

    public void Print(Shell shell, TextWriter? to = null)
    {
        var widths = new int[right.Length];
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                widths[i] = Math.Max(widths[i], row[i].Length);
            }
        }
        for (var i = 0; i < rows.Count; i++)
        {
            var line = string.Join("  ", rows[i].Select((cell, at) => Pad(cell, widths[at], right[at]))).TrimEnd();
            (to ?? shell.Out).WriteLine(i == 0 && to is null ? Style.Bold(shell, line) : line);
        }
    }

    private static string Pad(string cell, int width, bool toRight) =>
        toRight ? cell.PadLeft(width) : cell.PadRight(width);
}

/// <summary>Bold and colour, on a terminal only.</summary>
internal static class Style
{
    public static string Bold(Shell shell, string text) => shell.OutIsTerminal ? $"\e[1m{text}\e[0m" : text;

    public static string Faint(Shell shell, string text) => shell.OutIsTerminal ? $"\e[2m{text}\e[0m" : text;
}
