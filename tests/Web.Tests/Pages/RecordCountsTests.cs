using System.Net;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class RecordCountsTests
{
    private const string Basis = "/books/ab/bases/devices";
    private const string Page = Basis + "/record";

    [Fact]
    public void Counts_are_checked_recorded_and_only_once()
    {
        using var site = ASmallBook.WithJanuary();
        Assert.Contains(Page, site.Open(Basis).Links);
        Assert.Contains(Page, site.Open("/books/ab").Links);
        var check = Fill(site, "60", "40", "Return of \"both\", signed");
        Assert.Equal("Check the counts", check.Heading);
        Assert.Contains("Ash Council 60 (60%)", check.Text, StringComparison.Ordinal);
        Assert.Contains("No council's share changes", check.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing has been counted yet", site.Open(Basis).Text, StringComparison.Ordinal);
        var done = site.Send(check, "main form", ("Do", "record"));
        Assert.Equal($"{Basis}?recorded=5", done.Location);
        var shown = site.Open(done.Location!);
        Assert.Contains("2 counts of Managed devices", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Return of \"both\", signed", shown.Text, StringComparison.Ordinal);
        Assert.Equal(["31 December 2025", "60 (60%)", "40 (40%)", "Record 5"], shown.Table("Managed devices by")[1]);
        // The same form again is the same act.
        Assert.Equal(done.Location, site.Send(check, "main form", ("Do", "record")).Location);
        Assert.Equal(5, site.Open("/books/ab/entries").Table("Records").Count - 1);
    }

    [Fact]
    public void A_recount_shows_what_it_changes_by_council_and_period_before_it_is_recorded()
    {
        using var site = ASmallBook.WithJanuary();
        File.WriteAllText(
            Path.Combine(site.Folder, "desktop.csv"),
            "date,service,amount,paid_by\n2026-01-12,desktop,10.00,ash\n"
        );
        site.Command("import costs ab desktop.csv");
        site.Send(Fill(site, "60", "40", "Report"), "main form", ("Do", "record"));
        var check = Fill(site, "70", "30", "Report, mended");
        Assert.Contains("In all: Ash Council £1 more and Beech Council £1 less.", check.Text, StringComparison.Ordinal);
        Assert.Equal(
            [
                ["January 2026", "Ash Council", "£81.01", "£82.01", "£1.00 more"],
                ["January 2026", "Beech Council", "£79.00", "£78.00", "£1.00 less"],
            ],
            check.Table("Difference by council").Skip(1).Select(row => row.Select(WithoutHidden))
        );
        Assert.Contains(
            check.Table("Why, service by service"),
            row =>
                row[2] == "Desktop"
                && row[6].Contains("Ash Council 70 (70%) and Beech Council 30 (30%)", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Where_no_difference_can_be_worked_out_the_page_says_why_and_still_records()
    {
        using var site = ASmallBook.WithJanuary();
        File.WriteAllText(
            Path.Combine(site.Folder, "desktop.csv"),
            "date,service,amount,paid_by\n2026-01-12,desktop,10.00,ash\n"
        );
        site.Command("import costs ab desktop.csv");
        var check = Fill(site, "60", "40", "Report");
        Assert.Contains("cannot be shown yet", check.Text, StringComparison.Ordinal);
        Assert.Equal($"{Basis}?recorded=6", site.Send(check, "main form", ("Do", "record")).Location);
    }

    [Fact]
    public void Every_fault_is_said_at_its_field_and_what_was_entered_stays()
    {
        using var site = ASmallBook.WithJanuary();
        var page = site.Send(
            site.Open(Page),
            "main form",
            ("On", "yesterday"),
            ("Count-ash", "-1"),
            ("Count-beech", ""),
            ("Source", " "),
            ("Do", "check")
        );
        Assert.Equal(
            [
                "The day of the count must be a real date, such as 30 September 2016",
                "The count for Ash Council must be a number, such as 4200 or 12.5",
                "The count for Beech Council must be a number, such as 4200 or 12.5",
                "Enter who says so, such as a system's report",
                "Choose the council that records this",
            ],
            page.All(".govuk-error-summary a")
        );
        Assert.All(
            page.Document.QuerySelectorAll(".govuk-error-summary a"),
            link => Assert.NotNull(page.Document.GetElementById(link.GetAttribute("href")![1..]))
        );
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Equal("-1", page.Document.GetElementById("Count-ash")!.GetAttribute("value"));
    }

    [Fact]
    public void Whoever_changes_something_finds_what_they_entered()
    {
        using var site = ASmallBook.WithJanuary();
        var form = site.Send(Fill(site, "60", "40.5", "Report"), "main form", ("Do", "change"));
        Assert.Equal("40.5", form.Document.GetElementById("Count-beech")!.GetAttribute("value"));
        Assert.Equal("Report", form.Document.GetElementById("Source")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/books/cih/bases/nothing/record")]
    [InlineData("/books/cih/bases/devices/record?at=5")]
    [InlineData("/books/nobody/bases/devices/record")]
    public void What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get(path).Status);

    private static ASitePage Fill(ASite site, string ash, string beech, string source) =>
        site.Send(
            site.Open(Page),
            "main form",
            ("On", "2025-12-31"),
            ("Count-ash", ash),
            ("Count-beech", beech),
            ("Source", source),
            ("By", "ash"),
            ("Do", "check")
        );

    // A link's hidden words tell whose amount it is.
    private static string WithoutHidden(string cell) => cell.Split(" for ")[0];
}
