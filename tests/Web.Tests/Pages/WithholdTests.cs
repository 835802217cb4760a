using System.Net;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class WithholdTests
{
    private const string Line = "/books/ab/lines/4/2";
    private const string Withhold = Line + "/withhold";

    [Fact]
    public void The_words_of_a_line_are_withheld_after_a_look_at_them_and_only_once()
    {
        using var site = ASmallBook.WithJanuary();
        Assert.Contains(Withhold, site.Open(Line).Links);
        Assert.Contains("Wire Ltd", site.Open(Withhold).Text, StringComparison.Ordinal);
        var check = Fill(site, "Names a person");
        Assert.Equal("Check what is withheld", check.Heading);
        Assert.Contains("The words are removed for good.", check.Text, StringComparison.Ordinal);
        Assert.Contains("Wire Ltd", site.Open(Line).Text, StringComparison.Ordinal);
        var done = site.Send(check, "main form", ("Do", "record"));
        Assert.Equal($"{Line}?recorded=5", done.Location);
        var shown = site.Open(done.Location!);
        Assert.DoesNotContain("Wire Ltd", shown.Body, StringComparison.Ordinal);
        Assert.Contains("£100.01", shown.Text, StringComparison.Ordinal);
        // The same form again is the same act, and there is nothing more to withhold.
        Assert.Equal(done.Location, site.Send(check, "main form", ("Do", "record")).Location);
        Assert.DoesNotContain(Withhold, shown.Links);
        Assert.Equal(HttpStatusCode.NotFound, site.Get(Withhold).Status);
    }

    [Fact]
    public void Every_fault_is_said_at_its_field()
    {
        using var site = ASmallBook.WithJanuary();
        var page = site.Send(site.Open(Withhold), "main form", ("Reason", " "), ("Do", "check"));
        Assert.Equal(
            ["Enter the reason, so that everybody can understand the record", "Choose the council that records this"],
            page.All(".govuk-error-summary a")
        );
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_changes_something_finds_what_they_entered()
    {
        using var site = ASmallBook.WithJanuary();
        var form = site.Send(Fill(site, "Names a person"), "main form", ("Do", "change"));
        Assert.Equal("Names a person", form.Document.GetElementById("Reason")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/books/cih/lines/9/9999/withhold")]
    [InlineData("/books/cih/lines/9/2/withhold?at=12")]
    [InlineData("/books/nobody/lines/9/2/withhold")]
    public void What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get(path).Status);

    private static ASitePage Fill(ASite site, string reason) =>
        site.Send(site.Open(Withhold), "main form", ("Reason", reason), ("By", "ash"), ("Do", "check"));
}
