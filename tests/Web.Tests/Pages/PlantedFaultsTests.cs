using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

/// <summary>What watches over the pages can fail: on each kind of page a fault is planted and must be seen.</summary>
public sealed class PlantedFaultsTests
{
    public static TheoryData<string> Pages =>
        [
            "/",
            "/books/cih",
            "/books/cih/periods",
            "/books/cih/periods/2016-10",
            "/books/cih/periods/2016-10/statements/haringey",
            "/books/cih/periods/2016-10/explain/haringey/share",
            "/books/cih/periods/2016-10/explain/haringey/share/desktop?step=1.1",
            "/books/cih/periods/2016-10/explain/-/costs/desktop",
            "/books/cih/periods/2017-01/compare/haringey",
            "/books/cih/costs",
            "/books/cih/lines/9/2",
            "/books/cih/search?q=networks",
            "/books/cih/budget/2016-12",
            "/books/cih/budget/2016-12/desktop",
            "/books/cih/years/2016-17",
            "/books/cih/years/2016-17/haringey",
            "/books/cih/years/2016-17/haringey/desktop",
            "/books/cih/payments",
            "/books/cih/agreement/2",
            "/books/cih/agreement/2?with=1",
            "/books/cih/bases",
            "/books/cih/bases/devices",
            "/books/cih/entries",
            "/books/cih/entries/9",
            "/books/cih/moment",
            "/books/cih/verify",
            "/books/cih/import",
            "/help",
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_fault_planted_on_a_page_is_seen(string path)
    {
        var page = ASite.OverSample.Open(path);
        Assert.Empty(PageFaults.Of(page, amount: null));
        var planted = "";
        var spoilt = page.With(document => planted = Plant(document));
        Assert.Contains(
            PageFaults.Of(spoilt, amount: null),
            fault => fault.Contains(planted, StringComparison.Ordinal)
        );
    }

    // The gravest that the page offers.
    private static string Plant(IHtmlDocument page) =>
        SumOff(page) ?? LinkGone(page) ?? CaptionGone(page) ?? SecondHeading(page);

    private static string? SumOff(IHtmlDocument page)
    {
        if (
            page.QuerySelector("[data-sum='true']") is not { } sum
            || page.QuerySelector(".govuk-pagination") is not null
        )
        {
            return null;
        }
        sum.SetAttribute("data-pence", sum.GetAttribute("data-pence") + "1");
        return "its parts come to";
    }

    private static string? LinkGone(IHtmlDocument page)
    {
        var row = page.QuerySelectorAll("main tbody tr")
            .FirstOrDefault(row =>
                row.QuerySelector("a") is not null
                && row.QuerySelectorAll("td").Any(cell => cell.TextContent.Contains('£'))
            );
        foreach (var link in row?.QuerySelectorAll("a").ToList() ?? [])
        {
            link.Replace(page.CreateTextNode(link.TextContent));
        }
        row?.Closest("table")!.RemoveAttribute("aria-describedby");
        return row is null ? null : "no link from";
    }

    private static string? CaptionGone(IHtmlDocument page)
    {
        page.QuerySelector("caption")?.Remove();
        return page.QuerySelector("table") is null ? null : "without a caption";
    }

    private static string SecondHeading(IHtmlDocument page)
    {
        page.QuerySelector("main")!.AppendElement(page.CreateElement("h1"));
        return "has not one main heading";
    }
}
