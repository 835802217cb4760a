using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Openbook.Web.Charts;

/// <summary>
/// Writes a drawing. Coordinates are whole units of its own box; looks are classes of the stylesheet, since no page may carry
/// styles of its own.
/// </summary>
internal sealed class Svg
{
    private readonly StringBuilder drawn = new();

    /// <param name="width">Width of the box.</param>
    /// <param name="height">Height of the box.</param>
    /// <param name="what">What the drawing says, for who cannot see it.</param>
    /// <param name="look">A class of the stylesheet besides that of all drawings.</param>
    public Svg(int width, int height, string what, string? look = null)
    {
        drawn.Append(
            Text.Invariant,
            $"<svg class=\"{(look is null ? "ob-chart" : $"ob-chart {look}")}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{Encoded(what)}\">"
        );
    }

    public Svg Rect(string look, int x, int y, int width, int height)
    {
        drawn.Append(
            Text.Invariant,
            $"<rect class=\"{look}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
        );
        return this;
    }

    public Svg Line(string look, int x1, int y1, int x2, int y2)
    {
        drawn.Append(Text.Invariant, $"<line class=\"{look}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"/>");
        return this;
    }

    public Svg Path(string look, string d)
    {
        drawn.Append(Text.Invariant, $"<path class=\"{look}\" d=\"{d}\"/>");
        return this;
    }

    /// <summary>A name of at most so many characters; what is cut off is shown by three dots.</summary>
    public static string Short(string name, int most) => name.Length <= most ? name : name[..(most - 1)] + "…";

    /// <summary>Words at a place; the anchor is start, middle or end.</summary>
    public Svg Words(int x, int y, string words, string anchor = "start")
    {
        drawn.Append(Text.Invariant, $"<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{Encoded(words)}</text>");
        return this;
    }

    public IHtmlContent Done() => new HtmlString(drawn.Append("</svg>").ToString());

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
