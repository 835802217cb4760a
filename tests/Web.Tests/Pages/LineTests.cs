using System.Net;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class LineTests
{
    [Theory]
    [InlineData("999/2")]
    [InlineData("9/9999")]
    [InlineData("9/x")]
    [InlineData("1/1")]
    [InlineData("9/2?month=2031-01")]
    public void A_line_that_is_not_there_is_not_found(string line) =>
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get($"/books/cih/lines/{line}").Status);

    [Fact]
    public void A_line_of_a_later_record_is_not_there_at_an_earlier_moment() =>
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get("/books/cih/lines/44/1?at=9").Status);

    [Fact]
    public void A_line_says_where_it_came_from_where_it_was_posted_and_who_bears_it()
    {
        var page = ASite.OverSample.Open("/books/cih/lines/9/2");
        Assert.Contains("2016-10.csv, row 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("/books/cih/entries/9", page.Links);
        Assert.Contains("/books/cih/periods/2016-10", page.Links);
        Assert.Contains(
            page.Links,
            href => href.StartsWith("/books/cih/periods/2016-10/explain/haringey/share/", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_spread_line_is_posted_month_by_month_and_any_month_can_be_looked_at()
    {
        var page = ASite.OverSample.Open("/books/cih/lines/49/2");
        Assert.Equal(10, page.Table("Where the line is posted").Count);
        var other = ASite.OverSample.Open("/books/cih/lines/49/2?month=2018-03");
        Assert.Contains("for March 2018 that are posted in March 2018", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_and_what_it_corrects_lead_to_each_other()
    {
        var reversal = ASite.OverSample.Open("/books/cih/lines/44/1");
        Assert.Contains("Takes back", reversal.All("dt"));
        var href = reversal.Links.First(link =>
            link.StartsWith("/books/cih/lines/", StringComparison.Ordinal) && link != "/books/cih/lines/44/1"
        );
        var corrected = ASite.OverSample.Open(href);
        Assert.Contains("Corrected by", corrected.All("dt"));
        Assert.Contains("/books/cih/lines/44/1", corrected.Links);
        Assert.Contains("/books/cih/lines/44/2", corrected.Links);
    }
}
