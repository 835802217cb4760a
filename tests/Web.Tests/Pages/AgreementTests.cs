using System.Net;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class AgreementTests
{
    private const string Agreement = "/books/cih/agreement";

    [Fact]
    public void The_agreement_is_said_clause_by_clause()
    {
        var page = ASite.OverSample.Open($"{Agreement}/2");
        Assert.StartsWith(
            "In force from 1 October 2016 to ",
            page.All("main .govuk-body-l")[0],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "London Borough of Camden employs, buys and banks for the others.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Its costs are shared by Managed devices.", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Its costs are shared in fixed parts: London Borough of Camden 55 and London Borough of Islington 45.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("A council that leaves gives 18 months of notice.", page.Text, StringComparison.Ordinal);
        Assert.Contains("It may be 12 months old at most.", page.Text, StringComparison.Ordinal);
        Assert.Contains("share: { driver: devices }", page.All("pre")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_goes_to_one_council_alone_is_not_said_to_be_shared()
    {
        var page = ASite.OverSample.Open("/books/bl/agreement");
        Assert.Contains("What it pays is all for London Borough of Brent.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_approved_it_when_is_there_with_the_records()
    {
        var rows = ASite.OverSample.Open($"{Agreement}/2").Table("Each council's decision").Skip(1).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Contains(rows, row => row[0] == "London Borough of Haringey" && row[2] == "15 March 2016");
        Assert.All(rows, row => Assert.StartsWith("Record ", row[4], StringComparison.Ordinal));
    }

    [Fact]
    public void Versions_stand_side_by_side_with_their_differences()
    {
        var page = ASite.OverSample.Open($"{Agreement}/3?with=2");
        var services = page.Table("Services and how they are shared").Skip(1).ToList();
        Assert.Equal("Same", services.Single(row => row[0] == "Networks and telephony")[3]);
        Assert.Equal("Taken out", services.Single(row => row[0] == "Desktop and devices")[3]);
        Assert.Equal("Changed", page.Table("The partnership").Single(row => row[0] == "From when until when")[3]);
    }

    [Fact]
    public void The_menu_shows_the_newest_and_leads_to_all_versions()
    {
        var page = ASite.OverSample.Open(Agreement);
        Assert.StartsWith("Version 3. In force since ", page.All("main .govuk-body-l")[0], StringComparison.Ordinal);
        Assert.Equal(4, page.Table("Versions").Count);
        Assert.Contains($"{Agreement}/3?with=2", page.Links);
    }

    [Fact]
    public void A_version_that_waits_says_for_whom()
    {
        var page = ASite.OverSample.Open($"{Agreement}/1?at=1");
        Assert.Contains(
            "It waits for London Borough of Camden and London Borough of Islington.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Not decided yet", page.Text, StringComparison.Ordinal);
        Assert.Contains("This is what the councils are asked to approve.", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "This is what the councils approved",
            ASite.OverSample.Open($"{Agreement}/1").Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("with=9")]
    [InlineData("with=2")]
    [InlineData("with=two")]
    public void A_wrong_version_beside_it_is_said_first_and_in_the_title(string asked)
    {
        var page = ASite.OverSample.Open($"{Agreement}/2?{asked}");
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Single(page.All(".govuk-error-summary a"));
    }

    [Theory]
    [InlineData("/books/cih/agreement/4")]
    [InlineData("/books/cih/agreement/0")]
    [InlineData("/books/cih/agreement/one")]
    public void What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get(path).Status);
}
