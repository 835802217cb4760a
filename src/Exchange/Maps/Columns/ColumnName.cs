using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>How a map names a column.</summary>
internal static class ColumnName
{
    private const int Longest = 200;

    /// <summary>By its heading if that stands once and can be written, else as <c>column 3</c>.</summary>
    public static string Of(TableRow? header, int place)
    {
        var heading = header?[place].Text ?? "";
        var plain = CostMap.Plain(heading);
        return
            heading.Length is 0 or > Longest
            || YamlCharacters.AnyBad(plain)
            || header!.Cells.Count(cell => CostMap.Plain(cell.Text) == plain) > 1
            ? $"column {Text.Of(place + 1)}"
            : CostMap.Seen(heading);
    }
}
