using Microsoft.AspNetCore.Html;

namespace Openbook.Web.Charts;

/// <summary>A bar of a chart.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Pence">How long it is.</param>
/// <param name="Label">The amount in words, beside it.</param>
public sealed record Bar(string Name, long Pence, string Label);

/// <summary>Amounts as lying bars on one scale, filled above nothing and outlined below it.</summary>
public static class BarsChart
{
    private const int Width = 960;
    private const int Left = 330;
    private const int Right = 800;
    private const int Row = 44;
    private const int Top = 40;

    /// <summary>Draws it.</summary>
    /// <param name="bars">The bars, from the top.</param>
    /// <param name="what">What the drawing says, for who cannot see it.</param>
    public static IHtmlContent Draw(IReadOnlyList<Bar> bars, string what)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var height = Top + bars.Count * Row + 10;
        var scale = new Scale(bars.Select(bar => bar.Pence), Left, Right);
        var svg = new Svg(Width, height, what);
        var marks = scale.Marks.ToList();
        foreach (var mark in marks.Where((mark, i) => i % (marks.Count / 6 + 1) == 0 || mark == 0))
        {
            svg.Line("grid", scale.At(mark), Top - 10, scale.At(mark), height);
        }
        svg.Words(scale.At(0), 20, "Nothing", "middle");
        for (var i = 0; i < bars.Count; i++)
        {
            var (name, pence, label) = bars[i];
            var y = Top + i * Row;
            var (from, to) = (Math.Min(scale.At(0), scale.At(pence)), Math.Max(scale.At(0), scale.At(pence)));
            svg.Words(0, y + 22, Svg.Short(name, 36));
            if (pence != 0)
            {
                svg.Rect(pence > 0 ? "bar-a" : "bar-b", from, y + 2, Math.Max(to - from, 2), Row - 16);
            }
            svg.Words(Width, y + 22, label, "end");
        }
        svg.Line("axis", scale.At(0), Top - 10, scale.At(0), height);
        return svg.Done();
    }
}
