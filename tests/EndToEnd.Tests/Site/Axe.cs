using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Openbook.EndToEnd.Tests.Site;

/// <summary>What axe finds on a page: violations of any impact, and every "incomplete" without a reason here.</summary>
internal static class Axe
{
    // What axe cannot decide by itself, each with what a person decided.
    private static readonly (string Rule, string Begins, string Reason)[] Decided =
    [
        (
            "color-contrast",
            "<li class=\"govuk-pagination__item govuk-pagination__item--ellipsis\"",
            "One sign for a gap, black on white; axe does not judge single signs."
        ),
        ("color-contrast", "<text", "Words on charts are black on white; axe cannot see what lies behind them."),
    ];

    /// <summary>Every fault, colours included: for a window in which all of the page is in sight.</summary>
    public static Task<IReadOnlyList<string>> Faults(IPage page) => Faults(page, withColours: true);

    /// <summary>
    /// Every fault but those of colours, which axe cannot see in what is scrolled out of sight, and which are the same in a wide
    /// window.
    /// </summary>
    public static Task<IReadOnlyList<string>> FaultsInNarrowWindow(IPage page) => Faults(page, withColours: false);

    private static async Task<IReadOnlyList<string>> Faults(IPage page, bool withColours)
    {
        var found = await page.RunAxe(
            new AxeRunOptions
            {
                RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
                Rules = new Dictionary<string, RuleOptions> { ["color-contrast"] = new() { Enabled = withColours } },
            }
        );
        return
        [
            .. found.Violations.SelectMany(item => Said("violation", item, _ => true)),
            .. found.Incomplete.SelectMany(item => Said("incomplete", item, node => !IsDecided(item.Id, node))),
        ];
    }

    private static IEnumerable<string> Said(string what, AxeResultItem item, Func<AxeResultNode, bool> counts) =>
        item.Nodes.Where(counts).Select(node => $"{what} {item.Id} ({item.Impact}): {node.Html}");

    private static bool IsDecided(string rule, AxeResultNode node) =>
        Decided.Any(decided => decided.Rule == rule && node.Html.StartsWith(decided.Begins, StringComparison.Ordinal));
}
