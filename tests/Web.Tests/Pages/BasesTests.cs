using System.Net;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class BasesTests
{
    [Fact]
    public void Bases_are_listed_with_their_last_count_and_how_long_it_can_be_used()
    {
        var rows = ASite.OverSample.Open("/books/cih/bases").Table("What is counted").Skip(1).ToList();
        Assert.Equal(["Managed devices", "None", "1 October 2017", "September 2018"], rows.Single());
    }

    [Fact]
    public void A_basis_shows_its_counts_by_council_and_what_was_replaced()
    {
        var page = ASite.OverSample.Open("/books/cih/bases/devices");
        var counts = page.Table("Managed devices by council").Skip(1).ToList();
        Assert.Equal(["1 October 2017", "30 September 2016"], counts.Select(row => row[0]));
        Assert.Equal(4, page.Table("Counts that a later count").Count);
        Assert.NotNull(page.Document.QuerySelector("svg[role=img]"));
    }

    [Fact]
    public void Where_nothing_is_counted_the_page_says_so()
    {
        Assert.Contains(
            "Nothing is counted in this partnership",
            ASite.OverSample.Open("/books/bl/bases").Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Nothing has been counted yet",
            ASite.OverSample.Open("/books/cih/bases/devices?at=7").Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/books/cih/bases/nothing")]
    [InlineData("/books/bl/bases/devices")]
    [InlineData("/books/nothing/bases")]
    public void What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get(path).Status);
}
