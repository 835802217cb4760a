using System.Net;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class ProposeTests
{
    private const string Propose = "/books/ab/agreement/propose";

    private static readonly string Changed = ASmallBook.Agreement.Replace(
        "name: Networks, share: equal",
        "name: Networks, share: { fixed: { ash: 3, beech: 1 } }",
        StringComparison.Ordinal
    );

    [Fact]
    public void A_change_is_looked_at_in_pounds_before_it_is_proposed_and_only_once()
    {
        using var site = ASmallBook.WithJanuary();
        Assert.Contains(Propose, site.Open("/books/ab/agreement").Links);
        var form = site.Open(Propose);
        Assert.Equal(ASmallBook.Agreement.Trim(), form.Document.GetElementById("Wording")!.TextContent.Trim());
        // Browsers end the lines of a text in their own way.
        var check = Fill(site, "2026-01-01", Changed.ReplaceLineEndings("\r\n"));
        Assert.Equal("Check the proposal", check.Heading);
        Assert.Equal("Changed", Assert.Single(check.Table("Clauses that change").Skip(1))[3]);
        Assert.Equal(
            [
                ["Ash Council", "£37.50 more"],
                ["Beech Council", "£37.50 less"],
            ],
            check.Table("Difference by council").Skip(1).Select(row => new[] { row[1], row[4] })
        );
        Assert.Equal(2, site.Open("/books/ab/agreement").Table("Versions").Count);
        var done = site.Send(check, "main form", ("Do", "record"));
        Assert.Equal("/books/ab/agreement/2?recorded=5", done.Location);
        var version = site.Open(done.Location!);
        Assert.Contains("Proposed to count from 1 January 2026", version.Text, StringComparison.Ordinal);
        Assert.Equal(Changed, version.Document.QuerySelector("pre code")!.TextContent);
        // The same form again is the same act.
        Assert.Equal(done.Location, site.Send(check, "main form", ("Do", "record")).Location);
    }

    [Fact]
    public void A_council_that_joins_is_named_in_what_the_change_does()
    {
        using var site = ASmallBook.WithJanuary();
        var joined = ASmallBook.Agreement.Replace(
            "  - { code: beech, name: Beech Council }",
            "  - { code: beech, name: Beech Council }\n  - { code: cedar, name: Cedar Council }",
            StringComparison.Ordinal
        );
        Assert.Contains(
            Fill(site, "2026-01-01", joined).Table("Difference by council"),
            row => row[1] == "Cedar Council" && row[2] == "£0.00" && row[3] == "£50.00"
        );
    }

    [Fact]
    public void Each_fault_of_the_text_is_shown_at_its_line()
    {
        using var site = ASmallBook.WithJanuary();
        var wrong = ASmallBook
            .Agreement.Replace("host: ash", "host: oak", StringComparison.Ordinal)
            .Replace("share: equal", "share: unequal", StringComparison.Ordinal);
        var page = Fill(site, "2026-02-01", wrong);
        var lines = page.Table("What is wrong with the text").Skip(1).ToList();
        Assert.Equal(["7", "9"], lines.Select(row => row[0]).Order(StringComparer.Ordinal));
        Assert.Contains(lines, row => row[0] == "7" && row[1] == "host: oak" && row[3].Length > 0);
        Assert.Equal(2, page.All(".govuk-error-summary a").Count);
        Assert.All(
            page.All(".govuk-error-summary a"),
            fault => Assert.StartsWith("Line ", fault, StringComparison.Ordinal)
        );
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_the_form_is_said_at_its_field_and_the_text_stays()
    {
        using var site = ASmallBook.WithJanuary();
        var page = site.Send(
            site.Open(Propose),
            "main form",
            ("From", "2026-02-02"),
            ("Wording", " "),
            ("Do", "check")
        );
        Assert.Equal(
            [
                "The day from which it counts must be the first of a month, such as 1 July 2018",
                "Enter the text of the new version",
                "Choose the council that records this",
            ],
            page.All(".govuk-error-summary a")
        );
        var form = site.Send(Fill(site, "2026-02-01", Changed), "main form", ("Do", "change"));
        Assert.Equal(Changed.Trim(), form.Document.GetElementById("Wording")!.TextContent.Trim());
    }

    [Fact]
    public void What_the_Book_refuses_is_said()
    {
        using var site = ASmallBook.WithJanuary();
        var page = Fill(site, "2025-12-01", Changed);
        Assert.Equal("Propose a change of the agreement", page.Heading);
        Assert.Contains("1 December 2025", page.All(".govuk-error-summary li")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/books/cih/agreement/propose?at=5")]
    [InlineData("/books/nobody/agreement/propose")]
    public void What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get(path).Status);

    private static ASitePage Fill(ASite site, string from, string text) =>
        site.Send(site.Open(Propose), "main form", ("From", from), ("Wording", text), ("By", "ash"), ("Do", "check"));
}
