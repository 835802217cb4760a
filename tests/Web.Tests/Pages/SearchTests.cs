using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class SearchTests
{
    private const string Search = "/books/cih/search";

    [Theory]
    [InlineData("october 2016", "/books/cih/periods/2016-10")]
    [InlineData("2016/17-13", "/books/cih/periods/2016-17-13")]
    [InlineData("haringey", "/books/cih/periods/2018-12/statements/haringey")]
    [InlineData("NETWORKS", "/books/cih/costs?service=networks")]
    [InlineData("12", "/books/cih/entries/12")]
    [InlineData("record 12", "/books/cih/entries/12")]
    [InlineData("cih/2016-10/camden/1", "/books/cih/periods/2016-10/statements/camden")]
    [InlineData("cih/2016/17-13/camden/1", "/books/cih/periods/2016-17-13/statements/camden")]
    [InlineData("9#2", "/books/cih/lines/9/2")]
    public void What_has_a_page_is_found(string asked, string href)
    {
        var page = ASite.OverSample.Open($"{Search}?q={Uri.EscapeDataString(asked)}");
        Assert.Contains(href, page.Links);
    }

    [Fact]
    public void Words_lead_to_lines_and_to_all_of_them_in_the_costs()
    {
        var page = ASite.OverSample.Open($"{Search}?q=network+supplier");
        Assert.Contains("Lines of cost and income", page.All("h2"));
        Assert.Contains("/books/cih/costs?words=network%20supplier", page.Links);
    }

    [Fact]
    public void Nothing_found_is_said()
    {
        var page = ASite.OverSample.Open($"{Search}?q=unicorn");
        Assert.Contains("Nothing was found for “unicorn”.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Asking_for_nothing_is_an_error_and_the_bare_page_is_none()
    {
        Assert.StartsWith("Search", ASite.OverSample.Open(Search).Title, StringComparison.Ordinal);
        var page = ASite.OverSample.Open($"{Search}?q=+");
        Assert.StartsWith("Error: Search", page.Title, StringComparison.Ordinal);
        Assert.Equal(["Write what you are looking for."], page.All(".govuk-error-summary li"));
    }
}
