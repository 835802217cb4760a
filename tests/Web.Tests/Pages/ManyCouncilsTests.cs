using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

/// <summary>Twelve councils with forty services read as well as two with one.</summary>
public sealed class ManyCouncilsTests
{
    [Fact]
    public void Pages_say_how_many_owe_and_the_tables_who()
    {
        using var site = ALargeBook.Closed();
        var period = site.Open("/books/ab/periods/2026-01");
        var table = period.Table("What each council bears").Skip(1).ToList();
        Assert.Equal(12, table.Count);
        var toPay = table.Select(row => Shown.Pence(row[3])).Where(pence => pence > 0).ToList();
        var answer = period.All(".ob-answer")[0];
        Assert.Contains($"{toPay.Count} councils together have £", answer, StringComparison.Ordinal);
        Assert.Equal(toPay.Sum(), Shown.Pence(answer[answer.IndexOf('£', StringComparison.Ordinal)..]));
        Assert.Equal(40, period.Table("Costs and shares by service").Count - 1);
        Assert.Contains(
            "13 services are shared by it now",
            site.Open("/books/ab/bases/staff").Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_picture_of_who_shares_what_stays_small_and_its_table_names_every_service()
    {
        using var site = ALargeBook.Closed();
        var front = site.Open("/books/ab");
        var picture = front.Document.QuerySelector("[aria-label='Picture of who shares what'] svg")!;
        Assert.InRange(picture.QuerySelectorAll("rect").Length, 13, 12 + 8);
        var table = front.Table("Who shares what").Skip(1).ToList();
        Assert.Equal(40, table.Sum(row => row[0].Split([", ", " and "], StringSplitOptions.None).Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/periods/2026-01")]
    [InlineData("/periods/2026-01/statements/c03")]
    [InlineData("/periods/2026-01/explain/c03/share")]
    [InlineData("/years/2025-26")]
    [InlineData("/years/2025-26/c03")]
    [InlineData("/agreement/1")]
    [InlineData("/bases/staff")]
    [InlineData("/costs")]
    public void Every_page_holds_what_every_page_must(string path)
    {
        using var site = ALargeBook.Closed();
        Assert.Empty(PageFaults.Of(site.Open($"/books/ab{path}"), amount: null));
    }
}
