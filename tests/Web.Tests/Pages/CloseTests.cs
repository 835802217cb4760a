using System.Net;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class CloseTests
{
    private const string Close = "/books/ab/periods/2026-01/close";

    [Fact]
    public void A_month_is_closed_after_a_look_at_the_check_list_and_only_once()
    {
        using var site = ASmallBook.WithJanuary();
        Assert.Contains(Close, site.Open("/books/ab").Links);
        Assert.Contains(Close, site.Open("/books/ab/periods/2026-01").Links);
        Assert.Contains("Please look", site.Open(Close).Table("What to look at")[4]);
        // Beech's acceptance is the last thing that is missing.
        site.Command("issue ab 2026-01", "accept ab 2026-01 --by beech");
        var page = site.Open(Close);
        Assert.All(page.Table("What to look at").Skip(1), row => Assert.Equal("In order", row[1]));
        Assert.Contains("Beech Council: To pay £25.00", page.Text, StringComparison.Ordinal);
        var done = site.Send(page, "main form", ("By", "ash"));
        Assert.Equal("/books/ab/periods/2026-01?recorded=7", done.Location);
        Assert.Contains(
            "January 2026 was closed. It is record 7.",
            site.Open(done.Location!).Text,
            StringComparison.Ordinal
        );
        // The same form again is the same act.
        Assert.Equal(done.Location, site.Send(page, "main form", ("By", "ash")).Location);
        Assert.Equal(HttpStatusCode.NotFound, site.Get(Close).Status);
    }

    [Fact]
    public void What_stands_against_a_close_is_listed_and_there_is_no_button()
    {
        using var site = ASmallBook.WithJanuary();
        File.WriteAllText(
            Path.Combine(site.Folder, "desktop.csv"),
            "date,service,amount,paid_by\n2026-01-12,desktop,10.00,ash\n"
        );
        site.Command("import costs ab desktop.csv");
        var page = site.Open(Close);
        Assert.Contains(
            page.Table("What to look at"),
            row => row[1] == "Not possible" && row[2].Contains("devices", StringComparison.Ordinal)
        );
        Assert.Null(page.Document.QuerySelector("main form"));
    }

    [Fact]
    public void Without_a_council_nothing_is_closed_and_the_fault_is_at_its_field()
    {
        using var site = ASmallBook.WithJanuary();
        var page = site.Send(site.Open(Close), "main form");
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Equal(["Choose the council that records this"], page.All(".govuk-error-summary a"));
        Assert.Contains("Open", site.Open("/books/ab/periods").Table("Periods")[1]);
    }

    [Fact]
    public void A_form_without_its_token_is_turned_away()
    {
        using var site = ASmallBook.WithJanuary();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, Close))
        {
            Content = new FormUrlEncodedContent([new("By", "ash"), new("Key", "k")]),
        };
        using var answer = site.Send(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/books/cih/periods/2016-10/close")]
    [InlineData("/books/cih/periods/October/close")]
    [InlineData("/books/cih/periods/2019-05/close")]
    [InlineData("/books/cih/periods/2016-11/close?at=12")]
    [InlineData("/books/nobody/periods/2016-10/close")]
    public void What_cannot_be_closed_now_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get(path).Status);
}
