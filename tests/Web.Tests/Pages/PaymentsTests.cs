using System.Net;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class PaymentsTests
{
    private const string Payments = "/books/cih/payments";

    [Fact]
    public void All_payments_are_there_with_totals_that_add_up_and_balances()
    {
        var page = ASite.OverSample.Open(Payments);
        var rows = page.Table("Payments between councils").Skip(1).ToList();
        Assert.Equal(24, rows.Count);
        var totals = page.Table("What each council paid to others").Skip(1).ToList();
        Assert.Equal(rows.Sum(row => Shown.Pence(row[6])), totals.Sum(row => Shown.Pence(row[1])));
        Assert.Equal(0, totals.Sum(row => Shown.Pence(row[3])));
        Assert.Equal(4, page.Table("What is to pay and to receive after December 2018").Count);
    }

    [Fact]
    public void Those_of_one_council_for_one_purpose_can_be_chosen()
    {
        var page = ASite.OverSample.Open($"{Payments}?council=haringey&for=settlement");
        var rows = page.Table("Payments between councils").Skip(1).ToList();
        Assert.Equal(3, rows.Count);
        Assert.All(rows, row => Assert.Equal("Settlement", row[3]));
        Assert.All(
            rows,
            row => Assert.True(row[1] == "London Borough of Haringey" || row[2] == "London Borough of Haringey")
        );
        Assert.Equal("haringey", page.Document.QuerySelector("#council option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public void Where_nothing_fits_or_nothing_is_recorded_the_page_says_what_to_do()
    {
        Assert.Contains(
            "No payment is like that.",
            ASite.OverSample.Open($"{Payments}?for=opening").Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "openbook import payments cih FILE",
            ASite.OverSample.Open($"{Payments}?at=3").Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("council=barnet")]
    [InlineData("for=fun")]
    public void A_wrong_choice_is_said_first_and_in_the_title(string asked)
    {
        var page = ASite.OverSample.Open($"{Payments}?{asked}");
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Single(page.All(".govuk-error-summary a"));
    }

    [Theory]
    [InlineData("/books/nothing/payments")]
    [InlineData("/books/cih/payments?page=99")]
    public void What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get(path).Status);
}
