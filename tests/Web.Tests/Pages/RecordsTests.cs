using System.Net;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class RecordsTests
{
    [Fact]
    public void Records_are_listed_newest_first_and_each_opens()
    {
        var page = ASite.OverSample.Open("/books/cih/entries");
        var rows = page.Table("Records");
        Assert.Equal(51, rows.Count);
        Assert.EndsWith("December 2018 was closed.", rows[1][3], StringComparison.Ordinal);
        Assert.Equal("1", ASite.OverSample.Open("/books/cih/entries?page=2").Table("Records")[^1][0]);
        Assert.All(
            page.Links.Where(link => link.StartsWith("/books/cih/entries/", StringComparison.Ordinal)),
            link => ASite.OverSample.Open(link)
        );
    }

    [Fact]
    public void A_record_names_councils_and_bases_and_not_their_codes()
    {
        var said = ASite.OverSample.Open("/books/cih/entries").Table("Records").Select(row => row[^1]).ToList();
        Assert.Contains(
            said,
            text => text.StartsWith("Cabinet of London Borough of Haringey approved", StringComparison.Ordinal)
        );
        Assert.Contains(said, text => text.StartsWith("3 counts of Managed devices", StringComparison.Ordinal));
        Assert.Contains(said, text => text.StartsWith("2 payments between councils", StringComparison.Ordinal));
        Assert.Contains(said, text => text.StartsWith("The year-end 2017/18 was closed.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_is_a_sentence_with_its_circumstances_and_its_raw_form()
    {
        var page = ASite.OverSample.Open("/books/cih/entries/1");
        Assert.StartsWith(
            "Version 1 of the agreement was proposed",
            page.All("main .govuk-body-l")[0],
            StringComparison.Ordinal
        );
        Assert.Contains("\"kind\":\"agreement-proposed\"", page.All("pre")[0], StringComparison.Ordinal);
        Assert.Contains("/books/cih?at=1", page.Links);
    }

    [Theory]
    [InlineData("record=20", "/books/cih?at=20")]
    [InlineData("day=2099-12-31", "/books/cih?known=2099-12-31")]
    public void The_form_leads_to_the_book_as_it_stood(string asked, string there) =>
        Assert.Equal(there, ASite.OverSample.Get($"/books/cih/moment?{asked}").Location);

    [Theory]
    [InlineData("record=&day=", "Enter the number of a record, or a day")]
    [InlineData("record=5&day=2017-01-01", "Enter a record or a day, not both")]
    [InlineData("record=9999", "The record must be a number from 1 to")]
    [InlineData("record=-1", "The record must be a number from 1 to")]
    [InlineData("day=31/13/2017", "The day must be a real date, such as 31 December 2016")]
    [InlineData("day=2017-02-29", "The day must be a real date, such as 31 December 2016")]
    [InlineData("day=1999-01-01", "or later, when this Book began")]
    public void A_moment_that_is_none_is_said_at_its_field(string asked, string fault)
    {
        var page = ASite.OverSample.Open($"/books/cih/moment?{asked}");
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Contains(fault, page.All(".govuk-error-summary a")[0], StringComparison.Ordinal);
        var field = page.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")!;
        Assert.Contains("govuk-input--error", page.Document.QuerySelector(field)!.ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_book_is_said_to_be_whole_and_one_that_was_changed_is_not()
    {
        Assert.Equal("The Book is whole", ASite.OverSample.Open("/books/cih/verify").Heading);
        using var site = ASite.OverCopyOfSample();
        site.Tamper(
            "UPDATE lines SET words = zeroblob(length(words)) WHERE rowid = (SELECT min(rowid) FROM lines WHERE book = 'cih')"
        );
        var page = site.Open("/books/cih/verify");
        Assert.Equal("The Book is not whole", page.Heading);
        Assert.Contains("Record 9: The lines", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/books/cih/entries?page=9")]
    [InlineData("/books/cih/entries/0")]
    [InlineData("/books/cih/entries/9999")]
    [InlineData("/books/cih/entries/one")]
    public void What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get(path).Status);
}
