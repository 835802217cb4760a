using Microsoft.AspNetCore.Html;

namespace Openbook.Web.Charts;

/// <summary>A bar of a chart.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Pence">How long it is.</param>
/// <param name="Label">The amount in words, beside it.</param>
public sealed record Bar(string Name, long Pence, string Label);

/// <summary>
/// Amounts as lying bars on one scale, filled above nothing and outlined below it. Words stand above their bar, so that the drawing
/// is narrow enough for a telephone.
/// </summary>
public static class BarsChart
{
    private const int Width = 400;
    private const int Row = 54;
    private const int AxisName = 26;
    private const int WordsBelowTop = 18;
    private const int BarBelowTop = 26;
    private const int BarHeight = 18;
    private const int LongestName = 30;

    /// <summary>Draws it.</summary>
    /// <param name="bars">The bars, from the top.</param>
    /// <param name="what">What the drawing says, for who cannot see it.</param>
    public static IHtmlContent Draw(IReadOnlyList<Bar> bars, string what)
    {
        ArgumentNullException.ThrowIfNull(bars);
        // The axis is two units wide, and must not be cut off at the edges.
        var scale = new Scale(bars.Select(bar => bar.Pence), 1, Width - 1);
        var nothing = scale.At(0);
        // Bars to both sides need to be told where they begin.
        var top = bars.Any(bar => bar.Pence < 0) ? AxisName : 0;
        var svg = new Svg(Width, top + bars.Count * Row, what, "ob-chart--bars");
        if (top > 0)
        {
            svg.Words(nothing, WordsBelowTop, "Nothing", AnchorAt(nothing));
        }
        for (var i = 0; i < bars.Count; i++)
        {
            var (name, pence, label) = bars[i];
            var y = top + i * Row;
            svg.Words(0, y + WordsBelowTop, Svg.Short(name, LongestName));
            svg.Words(Width, y + WordsBelowTop, label, "end");
            var (from, to) = (Math.Min(nothing, scale.At(pence)), Math.Max(nothing, scale.At(pence)));
            if (pence != 0)
            {
                svg.Rect(pence > 0 ? "bar-a" : "bar-b", from, y + BarBelowTop, Math.Max(to - from, 2), BarHeight);
            }
            svg.Line("axis", nothing, y + BarBelowTop - 3, nothing, y + BarBelowTop + BarHeight + 3);
        }
        return svg.Done();
    }

    private static string AnchorAt(int x) =>
        x < Width / 5 ? "start"
        : x > Width * 4 / 5 ? "end"
        : "middle";
}
