using System.Net;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class CorrectTests
{
    private const string Line = "/books/ab/lines/4/2";
    private const string Correct = Line + "/correct";

    [Fact]
    public void A_line_is_corrected_after_a_look_at_both_and_only_once()
    {
        using var site = ASmallBook.WithJanuary();
        Assert.Contains(Correct, site.Open(Line).Links);
        var form = site.Open(Correct);
        Assert.Equal("100.01", form.Document.GetElementById("Amount")!.GetAttribute("value"));
        Assert.Equal("networks", form.Document.QuerySelector("#RightService option[selected]")!.GetAttribute("value"));
        Assert.Equal("ash", form.Document.QuerySelector("[name=PaidBy][checked]")!.GetAttribute("value"));
        var check = Fill(site, "90.01", "beech", "Read wrongly");
        Assert.Equal(["Amount", "£100.01", "£90.01", "Changed"], check.Table("The line as it is")[1]);
        Assert.Equal(["Service", "Networks", "Networks", "Same"], check.Table("The line as it is")[2]);
        Assert.Equal(["Paid by", "Ash Council", "Beech Council", "Changed"], check.Table("The line as it is")[4]);
        Assert.Equal(["Posted in", "January 2026", "January 2026", "Same"], check.Table("The line as it is")[5]);
        Assert.Contains(Correct, site.Open(Line).Links);
        var done = site.Send(check, "main form", ("Do", "record"));
        Assert.Equal($"{Line}?recorded=5", done.Location);
        var right = site.Open("/books/ab/lines/5/2");
        Assert.Contains("£90.01", right.Text, StringComparison.Ordinal);
        Assert.Contains("Read wrongly", right.Text, StringComparison.Ordinal);
        // The same form again is the same act; a new one is not to be had, nor for what takes the line back.
        Assert.Equal(done.Location, site.Send(check, "main form", ("Do", "record")).Location);
        Assert.DoesNotContain(Correct, site.Open(Line).Links);
        Assert.Equal(HttpStatusCode.NotFound, site.Get(Correct).Status);
        Assert.Equal(HttpStatusCode.NotFound, site.Get("/books/ab/lines/5/1/correct").Status);
    }

    [Fact]
    public void The_check_shows_what_changes_for_each_council_and_period_with_the_way_to_every_figure()
    {
        using var site = ASmallBook.WithJanuary();
        var check = Fill(site, "90.01", "beech", "Read wrongly");
        Assert.Contains("In all: Ash Council £5 less and Beech Council £5 less.", check.Text, StringComparison.Ordinal);
        Assert.Equal(
            [
                ["January 2026", "Ash Council", "£75.01", "£70.01", "£5.00 less"],
                ["January 2026", "Beech Council", "£75.00", "£70.00", "£5.00 less"],
            ],
            check.Table("Difference by council").Skip(1).Select(row => row.Select(WithoutHidden))
        );
        Assert.Equal(
            [
                ["January 2026", "Ash Council", "To receive £25.00", "To pay £70.01"],
                ["January 2026", "Beech Council", "To pay £25.00", "To receive £70.01"],
            ],
            check.Table("What each council has to pay").Skip(1).Select(row => row.Select(WithoutHidden))
        );
        Assert.Contains(check.Table("Why, service by service"), row => row[6] == "Costs of £140.01 instead of £150.01");
        Assert.Empty(PageFaults.Of(check, amount: null));
        foreach (var figure in check.Document.QuerySelectorAll("main a.ob-money"))
        {
            Assert.Empty(PageFaults.Of(site.Open(figure.GetAttribute("href")!), figure.TextContent));
        }
    }

    [Fact]
    public void Where_only_who_paid_is_wrong_no_share_changes_but_the_balances_do()
    {
        using var site = ASmallBook.WithJanuary();
        var check = Fill(site, "100.01", "beech", "Read wrongly");
        Assert.Contains(
            "No council's share changes in any open period up to January 2026. This is worked out",
            check.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(2, check.Table("What each council has to pay").Count - 1);
        Assert.Empty(check.All("main details"));
    }

    [Fact]
    public void What_a_correction_of_a_closed_month_changes_comes_in_the_open_one()
    {
        using var site = ASmallBook.WithJanuary();
        site.Command("close ab 2026-01");
        var check = Fill(site, "90.01", "ash", "Read wrongly");
        Assert.Equal(
            ["February 2026", "Ash Council", "£0.00", "−£5.00", "£5.00 less"],
            check.Table("Difference by council")[1]
        );
        Assert.Empty(PageFaults.Of(check, amount: null));
    }

    [Fact]
    public void Every_fault_is_said_at_its_field()
    {
        using var site = ASmallBook.WithJanuary();
        var page = site.Send(
            site.Open(Correct),
            "main form",
            ("Amount", "much"),
            ("RightService", "nothing"),
            ("Month", "October"),
            ("Reason", ""),
            ("Do", "check")
        );
        Assert.Equal(
            [
                "The amount must be in pounds, such as 1250.00, or -1250.00 for a credit",
                "Choose the service",
                "The month must be a real month, such as October 2016",
                "Choose a council",
                "Enter the reason, so that everybody can understand the record",
                "Choose the council that records this",
            ],
            page.All(".govuk-error-summary a")
        );
        Assert.All(
            page.Document.QuerySelectorAll(".govuk-error-summary a"),
            link => Assert.NotNull(page.Document.GetElementById(link.GetAttribute("href")![1..]))
        );
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_changed_the_page_says_so()
    {
        using var site = ASmallBook.WithJanuary();
        var page = Fill(site, "100.01", "ash", "No reason");
        Assert.Equal("Correct line 4#2", page.Heading);
        Assert.Contains("is so already", page.All(".govuk-error-summary li")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_changes_something_finds_what_they_entered()
    {
        using var site = ASmallBook.WithJanuary();
        var form = site.Send(Fill(site, "90.01", "beech", "Read wrongly"), "main form", ("Do", "change"));
        Assert.Equal("90.01", form.Document.GetElementById("Amount")!.GetAttribute("value"));
        Assert.Equal("Read wrongly", form.Document.GetElementById("Reason")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/books/cih/lines/9/9999/correct")]
    [InlineData("/books/cih/lines/9/2/correct?at=12")]
    [InlineData("/books/nobody/lines/9/2/correct")]
    public void What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get(path).Status);

    [Fact]
    public void An_earlier_moment_offers_no_correction() =>
        Assert.DoesNotContain(
            ASite.OverSample.Open("/books/cih/lines/9/2?at=12").Links,
            href => href.Contains("/correct", StringComparison.Ordinal)
        );

    // A link's hidden words tell whose amount it is.
    private static string WithoutHidden(string cell) => cell.Split(" for ")[0];

    private static ASitePage Fill(ASite site, string amount, string paidBy, string reason) =>
        site.Send(
            site.Open(Correct),
            "main form",
            ("Amount", amount),
            ("RightService", "networks"),
            ("Month", "2026-01"),
            ("PaidBy", paidBy),
            ("Reason", reason),
            ("By", "ash"),
            ("Do", "check")
        );
}
