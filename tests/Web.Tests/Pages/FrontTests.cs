using System.Net;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class FrontTests
{
    [Fact]
    public void All_books_are_listed_with_their_councils_and_how_far_they_have_come()
    {
        var page = ASite.OverSample.Open("/");
        Assert.Equal("All Books", page.Heading);
        Assert.Contains("/books/cih", page.Links);
        Assert.Contains("/books/bl", page.Links);
        Assert.Contains("December 2018 was closed last.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_book_the_list_says_how_to_start_one()
    {
        using var site = ASite.After();
        Assert.Contains("There is no Book yet in the test's folder.", site.Open("/").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_front_page_says_who_shares_what_what_needs_doing_and_who_pays()
    {
        var page = ASite.OverSample.Open("/books/cih");
        Assert.StartsWith(
            "Shared by 3 councils since 1 October 2016. London Borough of Camden is the host.",
            page.All("main .govuk-body-l")[0],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Nothing. The agreement has ended and every month of it is closed.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("It ended on 31 December 2018.", page.Text, StringComparison.Ordinal);
        Assert.Contains("budgeted for the year, which ends £168,362 over budget.", page.Text, StringComparison.Ordinal);
        var balances = page.Table("Balances after December 2018");
        Assert.Equal(4, balances.Count);
        Assert.Equal(["Received £123,123.54", "Paid £71,865.83"], [balances[1][3], balances[2][3]]);
    }

    [Fact]
    public void The_front_page_shows_who_shares_what_with_whom()
    {
        var page = ASite.OverSample.Open("/books/cih");
        const string sentence =
            "Networks and telephony, Data centres and cloud and Cyber security are shared equally by London Borough of "
            + "Camden, London Borough of Islington and London Borough of Haringey.";
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        var picture = Assert.Single(page.Document.QuerySelectorAll($"svg[aria-label='{sentence}']"));
        // A box for what is shared, one for each council, and a line to each.
        Assert.Equal(4, picture.QuerySelectorAll("rect").Length);
        Assert.Single(picture.QuerySelectorAll("rect.host"));
        Assert.Equal(3, picture.QuerySelectorAll("line").Length);
        Assert.Equal(
            [
                "Networks and telephony, Data centres and cloud and Cyber security",
                "Shared equally",
                "London Borough of Camden, London Borough of Islington and London Borough of Haringey",
            ],
            page.Table("Who shares what")[1]
        );
        Assert.Contains(
            "Local Government Association is a customer.",
            ASite.OverSample.Open("/books/bl").Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Who_shares_what_is_what_is_agreed_at_that_moment()
    {
        // Islington and Camden alone had agreed when these records were made.
        var table = ASite.OverSample.Open("/books/cih?at=3").Table("Who shares what");
        Assert.All(table.Skip(1), row => Assert.DoesNotContain("Haringey", row[2], StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_agreed_for_a_later_month_is_not_said_to_hold_now()
    {
        using var site = ASmallBook.Agreed();
        File.WriteAllText(
            Path.Combine(site.Folder, "agreement.yaml"),
            ASmallBook
                .Agreement.Replace("share: equal", "share: { direct: ash }", StringComparison.Ordinal)
                .Replace("share: { driver: devices }", "share: { direct: ash }", StringComparison.Ordinal)
        );
        site.Command(
            "amend ab --agreement agreement.yaml --from 2026-02-01",
            "approve ab --version 2 --partner ash --body Cabinet --on 2025-12-03",
            "approve ab --version 2 --partner beech --body Cabinet --on 2025-12-03"
        );
        Assert.Contains(
            "1 service is shared equally and 1 is shared by Managed devices.",
            site.Open("/books/ab").Text,
            StringComparison.Ordinal
        );
        site.Command("close ab 2026-01");
        Assert.Contains(
            "Networks and Desktop are borne by Ash Council.",
            site.Open("/books/ab").Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_book_that_nobody_has_approved_says_whose_approval_is_missing()
    {
        using var site = ASmallBook.Proposed();
        var page = site.Open("/books/ab");
        Assert.Contains(
            "Approve version 1 of the agreement Waits for Ash Council and Beech Council. 0 of 2 decided",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Nobody pays anything until every council has approved the agreement.",
            page.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_a_command_records_while_the_site_runs_shows_at_the_next_request()
    {
        using var site = ASmallBook.Proposed();
        Assert.Contains("0 of 2 decided", site.Open("/books/ab").Text, StringComparison.Ordinal);
        site.Command("approve ab --partner ash --body Cabinet --on 2025-12-05");
        Assert.Contains("1 of 2 decided", site.Open("/books/ab").Text, StringComparison.Ordinal);
        site.Command("approve ab --partner beech --body Cabinet --on 2025-12-06");
        Assert.DoesNotContain("Approve version 1", site.Open("/books/ab").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void As_it_stood_a_page_leaves_out_what_came_later_and_its_links_stay_there()
    {
        var page = ASite.OverSample.Open("/books/cih?at=20");
        Assert.Contains("as it stood after record 20", page.Text, StringComparison.Ordinal);
        Assert.All(
            page.Document.QuerySelectorAll("main a[href^='/books/cih/']"),
            link => Assert.Contains("at=20", link.GetAttribute("href")!, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("/books/nobody", HttpStatusCode.NotFound)]
    [InlineData("/books/No%20Code", HttpStatusCode.NotFound)]
    [InlineData("/books/cih?at=100000", HttpStatusCode.NotFound)]
    [InlineData("/books/cih?known=1999-01-01", HttpStatusCode.NotFound)]
    [InlineData("/books/cih?at=0", HttpStatusCode.BadRequest)]
    [InlineData("/books/cih?at=x", HttpStatusCode.BadRequest)]
    [InlineData("/books/cih?known=31-12-2018", HttpStatusCode.BadRequest)]
    [InlineData("/books/cih?at=5&known=2018-12-31", HttpStatusCode.BadRequest)]
    [InlineData("/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("/problem/500", HttpStatusCode.NotFound)]
    public void What_is_not_there_is_said_plainly(string path, HttpStatusCode status)
    {
        var page = ASite.OverSample.Get(path);
        Assert.Equal(status, page.Status);
        Assert.NotEmpty(page.Heading);
        Assert.Contains("/", page.Links);
    }

    [Fact]
    public void What_takes_effect_by_the_passing_of_days_shows_on_its_day()
    {
        using var before = ASmallBook.Proposed();
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(10);
        before.Command(
            "approve ab --partner ash --body Cabinet --on 2025-12-01",
            FormattableString.Invariant(
                $"approve ab --partner beech --body Cabinet --on 2025-12-02 --effective {day:yyyy-MM-dd}"
            )
        );
        Assert.Contains("To be shared by 2 councils", before.Open("/books/ab").Text, StringComparison.Ordinal);
        using var after = ASite.Over(before.Folder, new LaterClock(TimeSpan.FromDays(11)));
        Assert.Contains("Shared by 2 councils since", after.Open("/books/ab").Text, StringComparison.Ordinal);
    }

    private sealed class LaterClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
