using System.Net;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class YearTests
{
    private const string Year = "/books/cih/years/2016-17";

    [Fact]
    public void A_year_has_shares_on_account_and_settlement_by_council_and_service()
    {
        var page = ASite.OverSample.Open(Year);
        Assert.Equal("The year 2016 to 2017", page.Heading);
        var councils = page.Table("The year by council").Skip(1).ToList();
        Assert.Equal(3, councils.Count);
        // Brought forward, paid to others and carried forward sum to nothing over the councils.
        Assert.All([1, 4, 5], column => Assert.Equal(0, councils.Sum(row => Shown.Pence(row[column]))));
        Assert.Contains(councils, row => Shown.Pence(row[4]) != 0);
        var services = page.Table("Shares of the year by service").Skip(1).ToList();
        foreach (var row in services)
        {
            Assert.Equal(Shown.Pence(row[^1]), row.Skip(1).SkipLast(1).Sum(Shown.Pence));
        }
        Assert.Equal(Shown.Pence(services[^1][^1]), councils.Sum(row => Shown.Pence(row[2])));
    }

    [Fact]
    public void A_councils_year_is_the_sum_of_its_periods_each_with_its_working()
    {
        var page = ASite.OverSample.Open($"{Year}/haringey");
        var periods = page.Table("The year by period").Skip(1).ToList();
        Assert.All(
            [2, 3, 4],
            column =>
                Assert.Equal(Shown.Pence(periods[^1][column]), periods.SkipLast(1).Sum(row => Shown.Pence(row[column])))
        );
        Assert.Contains("/books/cih/periods/2016-10/explain/haringey/share", page.Links);
        var services = page.Table("Share of the year by service").Skip(1).ToList();
        Assert.Equal(Shown.Pence(services[^1][1]), services.SkipLast(1).Sum(row => Shown.Pence(row[1])));
    }

    [Fact]
    public void A_service_in_a_year_is_the_sum_of_its_periods()
    {
        var page = ASite.OverSample.Open($"{Year}/haringey/desktop");
        var periods = page.Table("Share of Desktop and devices by period").Skip(1).ToList();
        Assert.Equal(Shown.Pence(periods[^1][1]), periods.SkipLast(1).Sum(row => Shown.Pence(row[1])));
        Assert.Contains("/books/cih/periods/2016-10/explain/haringey/share/desktop", page.Links);
    }

    [Theory]
    [InlineData("/books/cih/years/2015-16")]
    [InlineData("/books/cih/years/2016-18")]
    [InlineData("/books/cih/years/2016-17/nobody")]
    [InlineData("/books/cih/years/2016-17/camden/nothing")]
    public void What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get(path).Status);
}
