namespace Openbook.Web.Charts;

/// <summary>Boxes that stand below one another on a side of a picture.</summary>
internal static class Nodes
{
    private const int Height = 48;

    /// <summary>The middles of so many boxes, spread evenly.</summary>
    /// <param name="count">How many.</param>
    /// <param name="top">Where the first may begin.</param>
    /// <param name="bottom">Where the last must end.</param>
    public static IEnumerable<int> Middles(int count, int top, int bottom) =>
        Enumerable.Range(0, count).Select(i => top + (bottom - top) * (2 * i + 1) / (2 * count));

    /// <summary>A box with a name and something said of it.</summary>
    public static void Draw(Svg svg, int x, int middle, int width, string name, string of, bool isHost = false)
    {
        svg.Rect(isHost ? "node host" : "node", x + 3, middle - Height / 2, width - 6, Height);
        svg.Words(x + width / 2, middle - 3, name, "middle");
        svg.Words(x + width / 2, middle + 17, of, "middle");
    }
}
