using System.Net;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class ApproveTests
{
    private const string Approve = "/books/ab/agreement/1/approve";

    [Fact]
    public void An_approval_is_checked_before_it_is_recorded()
    {
        using var site = ASmallBook.Proposed();
        Assert.Contains(Approve, site.Open("/books/ab/agreement/1").Links);
        var check = site.Send(
            site.Open(Approve),
            "main form",
            ("By", "beech"),
            ("Body", "Cabinet"),
            ("On", "2025-12-02"),
            ("Effective", "2025-12-10"),
            ("Reference", "Minute 7"),
            ("Do", "check")
        );
        Assert.Equal("Check the approval", check.Heading);
        Assert.Contains("In effect from 10 December 2025", check.Text, StringComparison.Ordinal);
        Assert.Contains("0 of 2 decided", site.Open("/books/ab").Text, StringComparison.Ordinal);
        var done = site.Send(check, "main form", ("Do", "record"));
        Assert.Equal("/books/ab/agreement/1?recorded=2", done.Location);
        Assert.Contains(
            "Cabinet of Beech Council approved version 1",
            site.Open(done.Location!).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Minute 7", site.Open("/books/ab/entries/2").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_version_that_all_have_approved_nothing_is_left_to_record()
    {
        var page = ASite.OverSample.Open("/books/cih/agreement/3/approve");
        Assert.Contains("every council has approved version 3", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All("main form"));
        Assert.Contains("/books/cih/agreement/3", page.Links);
    }

    [Fact]
    public void Whoever_changes_something_finds_what_they_entered()
    {
        using var site = ASmallBook.Proposed();
        var check = site.Send(
            site.Open(Approve),
            "main form",
            ("By", "ash"),
            ("Body", "Full Council"),
            ("On", "2025-12-02"),
            ("Do", "check")
        );
        var form = site.Send(check, "main form", ("Do", "change"));
        Assert.Equal("Full Council", form.Document.QuerySelector("#Body")!.GetAttribute("value"));
    }

    [Fact]
    public void Every_fault_is_said_at_its_field()
    {
        using var site = ASmallBook.Proposed();
        var page = site.Send(
            site.Open(Approve),
            "main form",
            ("Body", " "),
            ("On", "31 February"),
            ("Effective", "soon"),
            ("Do", "check")
        );
        Assert.Equal(
            [
                "Choose the council that has approved it",
                "Enter who decided for the council",
                "The day of the decision must be a real date, such as 15 March 2016",
                "The day from which it has effect must be a real date, such as 23 March 2016",
            ],
            page.All(".govuk-error-summary a")
        );
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/books/cih/agreement/9/approve")]
    [InlineData("/books/cih/agreement/1/approve?at=5")]
    [InlineData("/books/nobody/agreement/1/approve")]
    public void What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get(path).Status);
}
