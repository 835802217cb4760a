using Microsoft.AspNetCore.Html;
using Openbook.Web.Components;

namespace Openbook.Web.Charts;

/// <summary>Who has to pay and who is to receive: councils as boxes on two sides, with their amounts on arrows.</summary>
public static class WhoPaysWhom
{
    private const int Width = 960;
    private const int Box = 300;
    private const int Row = 64;

    /// <summary>Draws the balances carried forward.</summary>
    public static IHtmlContent Draw(Statement statement, string host)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var payers = statement.Partners.Where(partner => partner.Figures.CarriedForwardPence > 0).ToList();
        var receivers = statement.Partners.Where(partner => partner.Figures.CarriedForwardPence < 0).ToList();
        if (payers.Count == 0)
        {
            return HtmlString.Empty;
        }
        var rows = Math.Max(payers.Count, receivers.Count);
        var height = rows * Row + 40;
        var svg = new Svg(Width, height, Sentence.OfBalances(statement));
        svg.Words(0, 20, "To pay").Words(Width - Box, 20, "To receive");
        Side(svg, statement, payers, host, 0, height);
        Side(svg, statement, receivers, host, Width - Box, height);
        var middle = 40 + (height - 40) / 2;
        foreach (var (_, y) in Places(payers.Count, height))
        {
            svg.Path(
                "arrow",
                $"M {Text.Of(Box)} {Text.Of(y)} H {Text.Of(Width / 2 - 60)} L {Text.Of(Width / 2)} {Text.Of(middle)}"
            );
        }
        foreach (var (_, y) in Places(receivers.Count, height))
        {
            var end = Width - Box - 12;
            svg.Path(
                "arrow",
                $"M {Text.Of(Width / 2)} {Text.Of(middle)} L {Text.Of(Width / 2 + 60)} {Text.Of(y)} H {Text.Of(end)}"
            );
            svg.Path(
                "arrow-head",
                $"M {Text.Of(end)} {Text.Of(y - 7)} L {Text.Of(end + 12)} {Text.Of(y)} L {Text.Of(end)} {Text.Of(y + 7)} Z"
            );
        }
        return svg.Done();
    }

    private static void Side(
        Svg svg,
        Statement statement,
        List<PartnerStatement> partners,
        string host,
        int x,
        int height
    )
    {
        foreach (var (i, y) in Places(partners.Count, height))
        {
            var code = partners[i].Figures.Partner;
            svg.Rect(code == host ? "node host" : "node", x + 3, y - 24, Box - 6, 48);
            svg.Words(x + Box / 2, y - 3, Short(statement.Names[code]) + (code == host ? " (host)" : ""), "middle");
            svg.Words(x + Box / 2, y + 17, Show.Size(partners[i].Figures.CarriedForwardPence), "middle");
        }
    }

    private static IEnumerable<(int Index, int Y)> Places(int count, int height) =>
        Enumerable.Range(0, count).Select(i => (i, 40 + (height - 40) * (2 * i + 1) / (2 * count)));

    private static string Short(string name) => name.Length <= 32 ? name : name[..31] + "…";
}
