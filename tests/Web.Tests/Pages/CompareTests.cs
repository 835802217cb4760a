using System.Net;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class CompareTests
{
    private const string Periods = "/books/cih/periods";

    [Theory]
    [InlineData("2016-11", "haringey", "2016-10")]
    [InlineData("2016-12", "camden", "2016-11")]
    [InlineData("2017-10", "islington", "2017-09")]
    [InlineData("2018-07", "haringey", "2018-06")]
    [InlineData("2016-10", "camden", "2018-12")]
    [InlineData("2016-17-13", "camden", "2017-03")]
    public void The_causes_lead_from_the_one_share_to_the_other_to_the_penny(string period, string council, string with)
    {
        var page = ASite.OverSample.Open($"{Periods}/{period}/compare/{council}?with={with}");
        var causes = page.Table("From").Skip(1).Select(row => Shown.Pence(row[1])).ToList();
        Assert.Equal(causes[^1], causes.SkipLast(1).Sum());
        var services = page.Table("What London Borough of").Skip(1).ToList();
        Assert.All(services, row => Assert.Equal(Shown.Pence(row[2]) - Shown.Pence(row[1]), Shown.Pence(row[3])));
        Assert.Equal(Shown.Pence(services[^1][3]), services.SkipLast(1).Sum(row => Shown.Pence(row[3])));
    }

    [Fact]
    public void Left_out_it_is_the_month_closed_before_and_the_answer_comes_first()
    {
        var page = ASite.OverSample.Open($"{Periods}/2018-07/compare/haringey");
        Assert.Equal("Why is July 2018 more or less than June 2018?", page.Heading);
        Assert.StartsWith(
            "London Borough of Haringey bears £306,360 less for July 2018 than for June 2018: £135,812 less because Shared "
                + "applications is no longer shared",
            page.All("main .govuk-body-l")[0],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2018-07", "2018-06", "because Service desk is no longer shared")]
    [InlineData("2018-06", "2018-07", "because Service desk is newly shared")]
    [InlineData("2017-01", "2016-12", "because Cyber security cost less")]
    public void A_service_that_left_the_agreement_is_not_said_to_cost_less(string period, string with, string said)
    {
        var page = ASite.OverSample.Open($"{Periods}/{period}/compare/haringey?with={with}");
        Assert.Contains(said, page.All("main .govuk-body-l")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void New_counts_are_named_with_the_parts_before_and_after()
    {
        var page = ASite.OverSample.Open($"{Periods}/2016-12/compare/haringey");
        Assert.Contains(
            page.Table("From"),
            row => row[0].StartsWith("Prior-period adjustments ", StringComparison.Ordinal)
        );
        Assert.Contains(
            page.Table("From"),
            row => row[0].StartsWith("Parts, by new counts ", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("2017-05", "2017-04", false)]
    [InlineData("2018-07", "2018-06", true)]
    public void The_chart_has_each_cause_and_says_where_bars_to_the_left_begin(string period, string with, bool less)
    {
        var page = ASite.OverSample.Open($"{Periods}/{period}/compare/haringey?with={with}");
        var words = page.All(".ob-chart text").ToList();
        Assert.Equal(less, words.Remove("Nothing"));
        var causes = page.Table("From").Skip(2).SkipLast(1).ToList();
        Assert.Equal(causes.Count * 2, words.Count);
        for (var i = 0; i < causes.Count; i++)
        {
            Assert.StartsWith(words[2 * i], causes[i][0], StringComparison.Ordinal);
            Assert.StartsWith(words[2 * i + 1], causes[i][1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_period_does_not_differ_from_itself()
    {
        var page = ASite.OverSample.Open($"{Periods}/2018-07/compare/camden?with=2018-07");
        Assert.Contains("nothing has changed", page.All("main .govuk-body-l")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_first_period_there_is_nothing_and_the_page_says_so()
    {
        var page = ASite.OverSample.Open($"{Periods}/2016-10/compare/camden");
        Assert.Contains("No period was closed before October 2016", page.Text, StringComparison.Ordinal);
        Assert.NotEmpty(page.All("select[name=with] option"));
    }

    [Fact]
    public void Another_period_to_ask_about_leads_to_its_own_address_and_keeps_the_moment()
    {
        var page = ASite.OverSample.Get($"{Periods}/2016-11/compare/camden?of=2016-12&with=2016-10&at=91");
        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        Assert.Equal($"{Periods}/2016-12/compare/camden?with=2016-10&at=91", page.Location);
    }

    [Theory]
    [InlineData("with=last")]
    [InlineData("with=2014-01")]
    [InlineData("of=next")]
    public void A_wrong_period_is_said_first_and_in_the_title(string asked)
    {
        var page = ASite.OverSample.Open($"{Periods}/2016-11/compare/camden?{asked}");
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.NotEmpty(page.All(".govuk-error-summary a"));
        Assert.NotNull(page.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/books/cih/periods/2016-11/compare/nobody")]
    [InlineData("/books/cih/periods/November/compare/camden")]
    [InlineData("/books/cih/periods/2014-01/compare/camden")]
    public void What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get(path).Status);
}
