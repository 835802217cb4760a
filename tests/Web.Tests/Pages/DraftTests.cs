using System.Net;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

/// <summary>The pages on which drafts are issued, accepted, queried and answered, and those that show them.</summary>
public sealed class DraftTests
{
    private const string January = "/books/ab/periods/2026-01";
    private const string Issue = January + "/draft/issue";
    private const string Accept = January + "/draft/accept";
    private const string Line = "/books/ab/lines/4/2";
    private const string Query = Line + "/query";
    private const string Answer = "/books/ab/queries/6/answer";

    [Fact]
    public void A_draft_is_issued_after_a_look_at_its_figures_and_only_once()
    {
        using var site = ASmallBook.WithJanuary();
        Assert.Contains(Issue, site.Open("/books/ab").Links);
        Assert.Contains(Issue, site.Open(January).Links);
        Assert.Contains(Issue, site.Open(January + "/close").Links);
        Assert.Contains("No draft is issued yet.", site.Open(January).Text, StringComparison.Ordinal);
        var form = site.Open(Issue);
        Assert.Matches(
            "^[1-9][0-9]? [A-Z][a-z]+ 20[0-9]{2}$",
            form.Document.GetElementById("Until")!.GetAttribute("value")!
        );
        var check = site.Send(form, "main form", ("Until", "2199-11-30"), ("Do", "check"));
        Assert.Contains("To be answered by 30 November 2199", check.Text, StringComparison.Ordinal);
        Assert.Contains("Beech Council: To pay £25.00", check.Text, StringComparison.Ordinal);
        Assert.Contains("No draft is issued yet.", site.Open(January).Text, StringComparison.Ordinal);
        var done = site.Send(check, "main form", ("Do", "record"));
        Assert.Equal($"{January}?recorded=5", done.Location);
        Assert.Equal(done.Location, site.Send(check, "main form", ("Do", "record")).Location);
        Assert.Contains(
            "The draft of January 2026 was issued to the councils, to be answered by 30 November 2199. It is record 5.",
            site.Open(done.Location!).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Beech Council has not accepted it.", site.Open(January).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_whose_figures_changed_after_the_look_is_not_issued()
    {
        using var site = ASmallBook.WithJanuary();
        var check = site.Send(site.Open(Issue), "main form", ("Until", "2199-11-30"), ("Do", "check"));
        site.Command("correct ab J-1 --amount 90.01 --because Wrong");
        var page = site.Send(check, "main form", ("Do", "record"));
        Assert.Contains("The figures changed while you looked at them.", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Contains("No draft is issued yet.", site.Open(January).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void After_somebody_else_closed_the_month_the_page_says_so_and_leads_to_it()
    {
        using var site = ASmallBook.WithJanuary();
        var form = site.Open(Issue);
        site.Command("close ab 2026-01");
        var page = site.Send(form, "main form", ("Until", "2199-11-30"), ("Do", "check"));
        Assert.StartsWith(
            "January 2026 is closed.",
            Assert.Single(page.All(".govuk-error-summary li")),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("cannot be worked out", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("is not the host", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form"));
        Assert.Contains(page.All("main a"), link => link == "January 2026 as it is now");
    }

    [Theory]
    [InlineData("soon", "The day must be a real date, such as 10 November 2016")]
    [InlineData("2020-01-31", "The day must be today or later")]
    public void The_day_until_which_councils_answer_must_be_one_to_come(string until, string fault)
    {
        using var site = ASmallBook.WithJanuary();
        var page = site.Send(site.Open(Issue), "main form", ("Until", until), ("Do", "check"));
        Assert.Equal([fault], page.All(".govuk-error-summary a"));
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_against_a_draft_is_listed_and_there_is_no_button()
    {
        using var site = ASmallBook.WithJanuary();
        File.WriteAllText(
            Path.Combine(site.Folder, "desktop.csv"),
            "date,service,amount,paid_by\n2026-01-12,desktop,10.00,ash\n"
        );
        site.Command("import costs ab desktop.csv");
        var page = site.Open(Issue);
        Assert.Contains("cannot be worked out yet", page.Text, StringComparison.Ordinal);
        Assert.Contains("devices", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form"));
    }

    [Fact]
    public void A_council_accepts_after_a_look_at_its_balance_and_only_once()
    {
        using var site = Issued();
        Assert.Contains(
            "Accept the draft of January 2026, or query a line",
            site.Open("/books/ab").Text,
            StringComparison.Ordinal
        );
        Assert.Contains(Accept, site.Open(January).Links);
        var form = site.Open(Accept);
        Assert.Equal(["Beech Council"], form.All(".govuk-radios__item"));
        var check = site.Send(form, "main form", ("By", "beech"), ("Do", "check"));
        Assert.Contains("Its balance of January 2026: To pay £25.00", check.Text, StringComparison.Ordinal);
        Assert.Contains("Beech Council has not accepted it.", site.Open(January).Text, StringComparison.Ordinal);
        var done = site.Send(check, "main form", ("Do", "record"));
        Assert.Equal($"{January}?recorded=6", done.Location);
        Assert.Equal(done.Location, site.Send(check, "main form", ("Do", "record")).Location);
        Assert.StartsWith(
            "Accepted",
            site.Open(January).Table("What each council says")[1][1],
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, site.Get(Accept).Status);
        Assert.DoesNotContain(Accept, site.Open(January).Links);
    }

    [Fact]
    public void Without_a_council_nothing_is_accepted_and_a_replaced_draft_is_not_either()
    {
        using var site = Issued();
        var none = site.Send(site.Open(Accept), "main form", ("Do", "check"));
        Assert.Equal(["Choose the council that records this"], none.All(".govuk-error-summary a"));
        var check = site.Send(site.Open(Accept), "main form", ("By", "beech"), ("Do", "check"));
        site.Command("issue ab 2026-01");
        var late = site.Send(check, "main form", ("Do", "record"));
        Assert.Contains("The draft of January 2026 is draft 6, not 5.", late.Text, StringComparison.Ordinal);
        Assert.Contains("Beech Council has not accepted it.", site.Open(January).Text, StringComparison.Ordinal);
        var newer = site.Send(late, "main form", ("By", "beech"), ("Do", "check"));
        Assert.Contains("draft 6 of January 2026", newer.Text, StringComparison.Ordinal);
        Assert.Equal($"{January}?recorded=7", site.Send(newer, "main form", ("Do", "record")).Location);
    }

    [Fact]
    public void The_samples_show_a_draft_with_an_open_query_and_one_that_was_closed_as_accepted()
    {
        Assert.Equal(
            ["Query 40", "London Borough of Lewisham", "Line 38#5: Is the library system not Brent's alone?"],
            ASite.OverSample.Open("/books/bl/periods/2017-06").Table("Queries")[1].Take(3)
        );
        Assert.Contains("/books/bl/queries/40/answer", ASite.OverSample.Open("/books/bl").Links);
        var closed = ASite.OverSample.Open("/books/cih/periods/2018-12");
        Assert.Contains(
            "Every council accepted it. The period was closed as drafted.",
            closed.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(closed.Links, link => link.Contains("/draft/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_is_queried_and_answered_each_after_a_look_and_only_once()
    {
        using var site = Issued();
        Assert.Contains(Query, site.Open(Line).Links);
        var check = Ask(site, "Is this ours?");
        Assert.Contains("What is asked Is this ours?", check.Text, StringComparison.Ordinal);
        Assert.Contains("Asked by Beech Council", check.Text, StringComparison.Ordinal);
        var asked = site.Send(check, "main form", ("Do", "record"));
        Assert.Equal($"{January}?recorded=6", asked.Location);
        Assert.Equal(asked.Location, site.Send(check, "main form", ("Do", "record")).Location);
        Assert.Equal(
            ["Query 6", "Beech Council", "Line 4#2: Is this ours?", "Open Answer query 6"],
            site.Open(January).Table("Queries")[1]
        );
        Assert.Contains(Answer, site.Open("/books/ab").Links);
        Assert.Contains("Query 6 is open: answer it.", site.Open(January + "/close").Text, StringComparison.Ordinal);
        var look = site.Send(
            site.Open(Answer),
            "main form",
            ("Outcome", "stands"),
            ("Reason", "Both use it"),
            ("Do", "check")
        );
        Assert.Contains("Answer Both use it", look.Text, StringComparison.Ordinal);
        Assert.Contains(Answer, site.Open("/books/ab").Links);
        var done = site.Send(look, "main form", ("Do", "record"));
        Assert.Equal($"{January}?recorded=7", done.Location);
        Assert.Equal(done.Location, site.Send(look, "main form", ("Do", "record")).Location);
        Assert.Equal("The line stands: Both use it", site.Open(January).Table("Queries")[1][3]);
        Assert.Contains("The line stands: Both use it", site.Open(Line).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, site.Get(Answer).Status);
    }

    [Fact]
    public void For_a_line_in_two_drafts_one_of_them_is_chosen()
    {
        using var site = ASmallBook.WithJanuary();
        File.WriteAllText(
            Path.Combine(site.Folder, "spread.csv"),
            "date,month,to_month,service,amount,paid_by\n2026-04-02,2026-02,2026-04,networks,30.00,ash\n"
        );
        site.Command(
            "close ab --through 2026-03",
            "import costs ab spread.csv",
            "issue ab 2025/26-13",
            "issue ab 2026-04"
        );
        var form = site.Open("/books/ab/lines/8/2/query");
        var page = site.Send(form, "main form", ("Reason", "Why?"), ("By", "beech"), ("Do", "check"));
        Assert.Equal(["Choose the draft"], page.All(".govuk-error-summary a"));
        var check = site.Send(
            page,
            "main form",
            ("Reason", "Why?"),
            ("By", "beech"),
            ("Draft", "2025-26-13"),
            ("Do", "check")
        );
        Assert.Contains("Draft Year-end 2025/26", check.Text, StringComparison.Ordinal);
        var done = site.Send(check, "main form", ("Do", "record"));
        Assert.Equal("/books/ab/periods/2025-26-13?recorded=11", done.Location);
    }

    [Fact]
    public void Every_fault_of_a_query_is_said_at_its_field()
    {
        using var site = Issued();
        var page = site.Send(site.Open(Query), "main form", ("Reason", " "), ("Do", "check"));
        Assert.Equal(
            ["Enter what the council asks about the line", "Choose the council that records this"],
            page.All(".govuk-error-summary a")
        );
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        site.Send(Ask(site, "Once"), "main form", ("Do", "record"));
        Assert.Contains(
            "Beech Council has queried line 4#2: query 6.",
            Ask(site, "Twice").Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Every_fault_of_an_answer_is_said_at_its_field()
    {
        using var site = Issued();
        site.Send(Ask(site, "Why?"), "main form", ("Do", "record"));
        var page = site.Send(site.Open(Answer), "main form", ("Do", "check"));
        Assert.Equal(
            [
                "Choose whether the line stands or will be corrected",
                "Enter the answer, so that the council can understand it",
            ],
            page.All(".govuk-error-summary a")
        );
        Assert.All(
            page.Document.QuerySelectorAll(".govuk-error-summary a"),
            link => Assert.NotNull(page.Document.GetElementById(link.GetAttribute("href")![1..]))
        );
    }

    [Fact]
    public void A_statement_of_a_draft_says_how_and_until_when_to_query_a_line()
    {
        using var site = ASmallBook.WithJanuary();
        const string Statement = January + "/statements/beech";
        Assert.Contains("tell the host the statement's number", site.Open(Statement).Text, StringComparison.Ordinal);
        site.Command("issue ab 2026-01 --until 2199-11-30");
        var page = site.Open(Statement);
        Assert.Contains("draft 5, to be answered by 30 November 2199", page.Text, StringComparison.Ordinal);
        Assert.Contains("/books/ab/costs?period=2026-01", page.Links);
        Assert.Contains(Line, site.Open("/books/ab/costs?period=2026-01").Links);
        Assert.Contains(January + "#draft", page.Links);
        Assert.DoesNotContain("accept the draft", site.Open(Statement + "?at=5").Text, StringComparison.Ordinal);
        site.Command("accept ab 2026-01 --by beech");
        Assert.DoesNotContain("accept the draft", site.Open(Statement).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_that_is_overtaken_says_so_and_is_not_to_be_accepted()
    {
        using var site = Issued();
        site.Command("correct ab J-1 --amount 90.01 --because Wrong");
        var page = site.Open(January);
        Assert.Contains("so it no longer holds", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Accept, page.Links);
        Assert.Equal(HttpStatusCode.NotFound, site.Get(Accept).Status);
        Assert.Contains("Issue a new draft of January 2026", site.Open("/books/ab").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("draft 5", site.Open(January + "/statements/beech").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_about_drafts_lead_to_what_they_are_about()
    {
        using var site = Issued();
        site.Command(
            "query ab J-1 --because Why --by beech",
            "answer ab 6 --because So",
            "accept ab 2026-01 --by beech"
        );
        Assert.Contains(January, site.Open("/books/ab/entries/5").Links);
        Assert.Contains(Line, site.Open("/books/ab/entries/6").Links);
        Assert.Contains(January, site.Open("/books/ab/entries/7").Links);
        Assert.Contains(January, site.Open("/books/ab/entries/8").Links);
    }

    [Fact]
    public void As_it_stood_a_draft_shows_what_was_said_by_then_and_nothing_can_be_recorded()
    {
        using var site = Issued();
        site.Command("query ab J-1 --because Why --by beech");
        var then = site.Open(January + "?at=5");
        Assert.Contains("Beech Council has not accepted it.", then.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Query 6", then.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(then.Links, link => link.Contains("/draft/", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, site.Get(Issue + "?at=5").Status);
    }

    [Theory]
    [InlineData("/books/cih/periods/2016-10/draft/issue")]
    [InlineData("/books/cih/periods/October/draft/issue")]
    [InlineData("/books/cih/periods/2016-10/draft/accept")]
    [InlineData("/books/cih/periods/October/draft/accept")]
    [InlineData("/books/bl/periods/2017-07/draft/accept")]
    [InlineData("/books/cih/lines/9/2/query")]
    [InlineData("/books/cih/lines/9/999/query")]
    [InlineData("/books/cih/queries/1/answer")]
    [InlineData("/books/nobody/queries/1/answer")]
    public void Where_there_is_nothing_to_say_the_page_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get(path).Status);

    private static ASite Issued()
    {
        var site = ASmallBook.WithJanuary();
        site.Command("issue ab 2026-01");
        return site;
    }

    private static ASitePage Ask(ASite site, string words) =>
        site.Send(site.Open(Query), "main form", ("Reason", words), ("By", "beech"), ("Do", "check"));
}
