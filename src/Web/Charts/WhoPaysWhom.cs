using Microsoft.AspNetCore.Html;
using Openbook.Web.Components;

namespace Openbook.Web.Charts;

/// <summary>Who has to pay and who is to receive: councils as boxes on two sides, with their amounts, and arrows between.</summary>
public static class WhoPaysWhom
{
    private const int Width = 960;
    private const int Box = 300;
    private const int Row = 64;
    private const int Top = 40;
    private const int Middle = Width / 2;

    private sealed record Council(string Name, bool IsHost, long Pence);

    /// <summary>Draws the balances carried forward.</summary>
    public static IHtmlContent Draw(Statement statement, string host) =>
        Draw(Councils(statement, host, figures => figures.CarriedForwardPence), Sentence.OfBalances(statement));

    /// <summary>Draws the balances of the period alone.</summary>
    public static IHtmlContent DrawPeriod(Statement statement, string host) =>
        Draw(Councils(statement, host, figures => figures.BalancePence), Sentence.OfPeriod(statement));

    private static List<Council> Councils(Statement statement, string host, Func<PartnerFigures, long> pence)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return
        [
            .. statement
                .Partners.Select(partner => partner.Figures)
                .Select(figures => new Council(
                    statement.Names[figures.Partner],
                    figures.Partner == host,
                    pence(figures)
                )),
        ];
    }

    private static IHtmlContent Draw(List<Council> councils, string sentence)
    {
        var payers = councils.FindAll(council => council.Pence > 0);
        var receivers = councils.FindAll(council => council.Pence < 0);
        if (payers.Count == 0)
        {
            return HtmlString.Empty;
        }
        var height = Math.Max(payers.Count, receivers.Count) * Row + Top;
        var svg = new Svg(Width, height, sentence);
        svg.Words(0, 20, "To pay").Words(Width - Box, 20, "To receive");
        Side(svg, payers, 0, height);
        Side(svg, receivers, Width - Box, height);
        var (middle, end) = (Text.Of(Top + (height - Top) / 2), Width - Box - 12);
        foreach (var y in Nodes.Middles(payers.Count, Top, height))
        {
            svg.Path("arrow", $"M {Text.Of(Box)} {Text.Of(y)} H {Text.Of(Middle - 60)} L {Text.Of(Middle)} {middle}");
        }
        foreach (var y in Nodes.Middles(receivers.Count, Top, height))
        {
            svg.Path("arrow", $"M {Text.Of(Middle)} {middle} L {Text.Of(Middle + 60)} {Text.Of(y)} H {Text.Of(end)}");
            svg.Path(
                "arrow-head",
                $"M {Text.Of(end)} {Text.Of(y - 7)} L {Text.Of(end + 12)} {Text.Of(y)} L {Text.Of(end)} {Text.Of(y + 7)} Z"
            );
        }
        return svg.Done();
    }

    private static void Side(Svg svg, List<Council> councils, int x, int height)
    {
        foreach (var (council, y) in councils.Zip(Nodes.Middles(councils.Count, Top, height)))
        {
            Nodes.Draw(
                svg,
                x,
                y,
                Box,
                council.IsHost ? $"{Svg.Short(council.Name, 24)} (host)" : Svg.Short(council.Name, 32),
                Show.Size(council.Pence),
                council.IsHost
            );
        }
    }
}
