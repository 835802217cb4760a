using System.Net;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class PeriodTests
{
    private const string October = "/books/cih/periods/2016-10";

    [Fact]
    public void Periods_are_listed_newest_first_with_their_years()
    {
        var page = ASite.OverSample.Open("/books/cih/periods");
        var rows = page.Table("Periods");
        Assert.Equal(["December 2018", "Closed"], rows[1]);
        Assert.Equal(["October 2016", "Closed"], rows[^1]);
        Assert.Contains("/books/cih/years/2016-17", page.Links);
    }

    [Fact]
    public void A_period_says_who_pays_and_its_shares_add_up_to_its_costs()
    {
        var page = ASite.OverSample.Open(October);
        Assert.StartsWith(
            "October 2016 is closed. For it, London Borough of Islington has £",
            page.All("main .govuk-body-l")[0],
            StringComparison.Ordinal
        );
        foreach (var row in page.Table("Costs and shares by service").Skip(1))
        {
            var pence = row.Skip(1).Select(Pence).ToList();
            Assert.Equal(pence[0], pence.Skip(1).Sum());
        }
    }

    [Fact]
    public void Late_items_and_adjustments_stand_apart_with_their_months()
    {
        Assert.Contains(
            "Networks and telephony, November 2016",
            ASite.OverSample.Open("/books/cih/periods/2017-01").Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Prior-period adjustments", ASite.OverSample.Open("/books/cih/periods/2016-12").All("main h2"));
    }

    [Fact]
    public void A_statement_leads_to_the_working_of_each_figure()
    {
        var page = ASite.OverSample.Open($"{October}/statements/haringey");
        Assert.Equal(
            "London Borough of Haringey has £408,250.90 to pay after October 2016.",
            page.All("main .govuk-body-l")[0]
        );
        Assert.Equal(["Your share of all costs", "£472,203.45"], page.Table("From the share")[1]);
        Assert.Contains($"{October}/explain/haringey/share/desktop?step=1", page.Links);
        Assert.Contains("seal", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_is_explained_down_to_the_row_of_the_file()
    {
        var page = ASite.OverSample.Open($"{October}/explain/haringey/share/desktop");
        Assert.Equal("What London Borough of Haringey bears for Desktop and devices in October 2016", page.Heading);
        var deeper = ASite.OverSample.Open($"{October}/explain/haringey/share/desktop?step=1.1");
        Assert.Equal("Costs to be shared", deeper.Heading);
        Assert.Contains("2016-10.csv, row ", deeper.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_that_cannot_be_shown_says_why()
    {
        var page = ASite.OverSample.Open("/books/cih/periods/2014-01");
        Assert.Contains("This period cannot be shown.", page.Text, StringComparison.Ordinal);
        // Where the Book begins, not the month that is open next.
        Assert.Contains("January 2014 is before October 2016", page.Text, StringComparison.Ordinal);
        Assert.NotEmpty(page.All("main li"));
    }

    [Theory]
    [InlineData("/books/cih/periods/October")]
    [InlineData("/books/cih/periods/2016-13")]
    [InlineData("/books/cih/periods/2031-01")]
    [InlineData("/books/cih/periods/2016-10/statements/nobody")]
    [InlineData("/books/cih/periods/2016-10/explain/nobody/share")]
    [InlineData("/books/cih/periods/2016-10/explain/camden/nothing")]
    [InlineData("/books/cih/periods/2016-10/explain/camden/paid/desktop")]
    [InlineData("/books/cih/periods/2016-10/explain/camden/share/nothing")]
    [InlineData("/books/cih/periods/2016-10/explain/camden/costs/desktop")]
    [InlineData("/books/cih/periods/2016-10/explain/-/costs")]
    [InlineData("/books/cih/periods/2016-10/explain/camden/share?step=99")]
    [InlineData("/books/cih/periods/2016-10/explain/camden/share?step=x")]
    [InlineData("/books/cih/periods/2016-10/explain/camden/share?page=7")]
    public void What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get(path).Status);

    private static long Pence(string pounds) =>
        long.Parse(new string([.. pounds.Where(char.IsAsciiDigit)]), System.Globalization.CultureInfo.InvariantCulture)
        * (pounds.Contains('\u2212', StringComparison.Ordinal) ? -1 : 1);
}
