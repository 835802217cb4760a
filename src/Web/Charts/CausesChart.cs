using Microsoft.AspNetCore.Html;
using Openbook.Web.Components;

namespace Openbook.Web.Charts;

/// <summary>What makes a difference: a bar for each cause, filled for more and outlined for less, on one scale.</summary>
public static class CausesChart
{
    private const int Width = 960;
    private const int Left = 330;
    private const int Right = 800;
    private const int Row = 44;
    private const int Top = 40;

    /// <summary>Draws it.</summary>
    /// <param name="causes">Each cause with its amount in pence.</param>
    /// <param name="what">What the drawing says, for who cannot see it.</param>
    public static IHtmlContent Draw(IReadOnlyList<(string Name, long Pence)> causes, string what)
    {
        ArgumentNullException.ThrowIfNull(causes);
        var height = Top + causes.Count * Row + 10;
        var scale = new Scale(causes.Select(cause => cause.Pence), Left, Right);
        var svg = new Svg(Width, height, what);
        var marks = scale.Marks.ToList();
        foreach (var mark in marks.Where((mark, i) => i % (marks.Count / 6 + 1) == 0 || mark == 0))
        {
            svg.Line("grid", scale.At(mark), Top - 10, scale.At(mark), height);
        }
        svg.Words(scale.At(0), 20, "Nothing", "middle");
        for (var i = 0; i < causes.Count; i++)
        {
            var (name, pence) = causes[i];
            var y = Top + i * Row;
            var (from, to) = (Math.Min(scale.At(0), scale.At(pence)), Math.Max(scale.At(0), scale.At(pence)));
            svg.Words(0, y + 22, name);
            if (pence != 0)
            {
                svg.Rect(pence > 0 ? "bar-a" : "bar-b", from, y + 2, Math.Max(to - from, 2), Row - 16);
            }
            svg.Words(Width, y + 22, Changed.Of(pence), "end");
        }
        svg.Line("axis", scale.At(0), Top - 10, scale.At(0), height);
        return svg.Done();
    }
}
