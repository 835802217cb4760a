using System.Net;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class RecordPaymentTests
{
    private const string Payments = "/books/ab/payments";
    private const string Page = Payments + "/record";

    [Fact]
    public void A_payment_is_checked_recorded_and_only_once()
    {
        using var site = ASmallBook.WithJanuary();
        Assert.Contains(Page, site.Open(Payments).Links);
        var check = Fill(site);
        Assert.Equal("Check the payment", check.Heading);
        Assert.Contains("Stands in the statements for January 2026", check.Text, StringComparison.Ordinal);
        Assert.Equal(
            [
                ["Ash Council", "To receive £25.00", "To receive £15.00"],
                ["Beech Council", "To pay £25.00", "To pay £15.00"],
            ],
            check.Table("Balances after January 2026").Skip(1).Select(row => row.Select(WithoutHidden))
        );
        Assert.DoesNotContain("Payments between councils", site.Open(Payments).All("caption"));
        var done = site.Send(check, "main form", ("Do", "record"));
        Assert.Equal($"{Payments}?recorded=5", done.Location);
        Assert.Equal(
            ["20 January 2026", "Beech Council", "Ash Council", "Settlement", "BACS \"7\", part", "January 2026"],
            site.Open(done.Location!).Table("Payments between councils")[1].Take(6)
        );
        Assert.Contains("Source Bank statement 12", site.Open("/books/ab/entries/5").Text, StringComparison.Ordinal);
        // The same form again is the same act.
        Assert.Equal(done.Location, site.Send(check, "main form", ("Do", "record")).Location);
        Assert.Equal(5, site.Open("/books/ab/entries").Table("Records").Count - 1);
    }

    [Fact]
    public void What_the_page_showed_is_what_the_statement_says_afterwards()
    {
        using var site = ASmallBook.WithJanuary();
        site.Send(Fill(site), "main form", ("Do", "record"));
        Assert.Contains(
            "£15.00",
            site.Open("/books/ab/periods/2026-01/explain/beech/carried-forward").Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void It_is_recorded_as_a_file_of_the_same_payment_would_be()
    {
        using var site = ASmallBook.WithJanuary();
        site.Send(Fill(site), "main form", ("Do", "record"));
        var byHand = site.Printed("entries ab --format json");
        using var other = ASmallBook.WithJanuary();
        File.WriteAllText(
            Path.Combine(other.Folder, "payment-2026-01-20.csv"),
            "date,from,to,amount,reference,for\n2026-01-20,beech,ash,10,\"BACS \"\"7\"\", part\",settlement\n"
        );
        other.Command("import payments ab payment-2026-01-20.csv");
        Assert.Equal(Payment(other.Printed("entries ab --format json")), Payment(byHand));
        Assert.Equal("2026-01-20", Entry(byHand).GetProperty("effective").GetString());
    }

    [Fact]
    public void A_payment_that_is_there_already_is_refused_and_one_like_it_is_warned_of()
    {
        using var site = ASmallBook.WithJanuary();
        site.Send(Fill(site), "main form", ("Do", "record"));
        var again = Fill(site);
        Assert.Contains("as record 5", Assert.Single(again.All(".govuk-error-summary a")), StringComparison.Ordinal);
        var like = Fill(site, purpose: "on-account");
        Assert.Contains("is recorded already, as record 5", like.Text, StringComparison.Ordinal);
        Assert.Empty(Fill(site, amount: "11").All(".govuk-warning-text"));
    }

    [Fact]
    public void After_its_month_is_closed_it_stands_in_the_next_one()
    {
        using var site = ASmallBook.WithJanuary();
        site.Command("close ab 2026-01");
        var check = Fill(site);
        Assert.Contains("February 2026, because January 2026 is closed", check.Text, StringComparison.Ordinal);
        Assert.Equal("To pay £15.00", check.Table("Balances after February 2026")[2][2]);
    }

    [Fact]
    public void Where_the_balances_cannot_be_worked_out_the_page_says_why_and_still_records()
    {
        using var site = ASmallBook.WithJanuary();
        File.WriteAllText(
            Path.Combine(site.Folder, "desktop.csv"),
            "date,service,amount,paid_by\n2026-01-12,desktop,10.00,ash\n"
        );
        site.Command("import costs ab desktop.csv");
        var check = Fill(site);
        Assert.Contains("cannot be shown yet", check.Text, StringComparison.Ordinal);
        Assert.Equal($"{Payments}?recorded=6", site.Send(check, "main form", ("Do", "record")).Location);
    }

    [Fact]
    public void Every_fault_is_said_at_its_field_and_what_was_entered_stays()
    {
        using var site = ASmallBook.WithJanuary();
        var page = site.Send(
            site.Open(Page),
            "main form",
            ("On", "2026-02-30"),
            ("From", "ash"),
            ("To", "ash"),
            ("Amount", "-5"),
            ("Source", " "),
            ("Do", "check")
        );
        Assert.Equal(
            [
                "The day of the payment must be a real date, such as 30 November 2016",
                "Choose another council: none pays itself",
                "The amount must be above zero. Record money that went back as a payment the other way",
                "Choose what the payment is for",
                "Enter where the payment can be seen, such as a bank statement",
                "Choose the council that records this",
            ],
            page.All(".govuk-error-summary a")
        );
        Assert.All(
            page.Document.QuerySelectorAll(".govuk-error-summary a"),
            link => Assert.NotNull(page.Document.GetElementById(link.GetAttribute("href")![1..]))
        );
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Equal("-5", page.Document.GetElementById("Amount")!.GetAttribute("value"));
        Assert.Equal("ash", page.Document.QuerySelector("#From option[selected]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/books/cih/payments/record?at=5")]
    [InlineData("/books/nobody/payments/record")]
    public void What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get(path).Status);

    private static ASitePage Fill(ASite site, string amount = "£10.00", string purpose = "settlement") =>
        site.Send(
            site.Open(Page),
            "main form",
            ("On", "2026-01-20"),
            ("From", "beech"),
            ("To", "ash"),
            ("Amount", amount),
            ("Reference", "BACS \"7\", part"),
            ("For", purpose),
            ("Source", "Bank statement 12"),
            ("By", "ash"),
            ("Do", "check")
        );

    private static System.Text.Json.JsonElement Entry(string entries) =>
        System.Text.Json.JsonDocument.Parse(entries).RootElement.EnumerateArray().Last();

    private static string Payment(string entries) =>
        System.Text.Json.JsonSerializer.Serialize(Entry(entries).GetProperty("fact").GetProperty("payments"));

    // A link's hidden words tell whose amount it is.
    private static string WithoutHidden(string cell) => cell.Split(" for ")[0];
}
