using Microsoft.AspNetCore.Html;
using Openbook.Web.Components;

namespace Openbook.Web.Charts;

/// <summary>Who shares what with whom: services that are shared alike in a box, the councils in boxes, and lines between.</summary>
public static class WhoSharesWhat
{
    private const int Width = 960;
    private const int Left = 400;
    private const int Right = 320;
    private const int Row = 60;
    private const int Top = 40;
    private const int MostGroups = 8;
    private const int MostLetters = 44;

    /// <summary>Draws it.</summary>
    /// <param name="terms">The agreement.</param>
    public static IHtmlContent Draw(AgreementTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var groups = Few(SharedServices.Of(terms));
        var bottom = Top + Math.Max(groups.Count, terms.Partners.Count) * Row;
        var svg = new Svg(Width, bottom, SharedServices.Sentence(terms));
        svg.Words(0, 20, "What").Words(Width - Right, 20, "Who");
        var councils = terms
            .Partners.Zip(Nodes.Middles(terms.Partners.Count, Top, bottom))
            .ToDictionary(item => item.First.Code, item => item.Second);
        foreach (var (group, y) in groups.Zip(Nodes.Middles(groups.Count, Top, bottom)))
        {
            foreach (var code in group.Councils)
            {
                svg.Line("axis", Left - 3, y, Width - Right + 3, councils[code]);
            }
            Nodes.Draw(
                svg,
                0,
                y,
                Left,
                Svg.Short(group.NamesWithin(MostLetters), MostLetters),
                Svg.Short(group.How, MostLetters)
            );
        }
        foreach (var partner in terms.Partners)
        {
            var isHost = partner.Code == terms.Host;
            Nodes.Draw(
                svg,
                Width - Right,
                councils[partner.Code],
                Right,
                Svg.Short(partner.Name, 34),
                isHost ? $"host, {Bears(groups, partner.Code)}" : Bears(groups, partner.Code),
                isHost
            );
        }
        return svg.Done();
    }

    private static string Bears(List<SharedServices> groups, string code) =>
        Text.Count(groups.Where(group => group.Councils.Contains(code)).Sum(group => group.Services.Count), "service");

    // The table beside it has them all.
    private static List<SharedServices> Few(IReadOnlyList<SharedServices> groups)
    {
        if (groups.Count <= MostGroups)
        {
            return [.. groups];
        }
        var others = groups.Skip(MostGroups - 1).ToList();
        return
        [
            .. groups.Take(MostGroups - 1),
            new SharedServices(
                [.. others.SelectMany(group => group.Services)],
                "shared in other ways",
                [.. others.SelectMany(group => group.Councils).Distinct()]
            ),
        ];
    }
}
