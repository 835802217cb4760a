using System.Net;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class BudgetTests
{
    [Fact]
    public void The_menu_leads_to_the_newest_period_with_a_budget()
    {
        Assert.Equal("/books/cih/budget/2017-18-13", ASite.OverSample.Get("/books/cih/budget").Location);
        Assert.Equal("/books/cih/budget/2016-12", ASite.OverSample.Get("/books/cih/budget?of=2016-12").Location);
    }

    [Fact]
    public void It_says_what_is_spent_what_is_exceeded_and_who_must_approve()
    {
        var page = ASite.OverSample.Open("/books/cih/budget/2017-03");
        Assert.Contains("over budget", page.All("main .govuk-body-l")[0], StringComparison.Ordinal);
        var exceeded = page.Table("Budgets that are expected").Single(row => row[0] == "Shared applications");
        Assert.Equal(70_000_00, Shown.Pence(exceeded[2]));
        Assert.Equal(
            "London Borough of Camden, London Borough of Islington and London Borough of Haringey",
            exceeded[3]
        );
        Assert.Contains(
            page.Table("Changes of the budget"),
            row => row[1].Contains("fewer devices after the recount", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("Budget and spending in March 2017")]
    [InlineData("The whole year")]
    public void Its_rows_add_up_to_its_totals(string caption)
    {
        var rows = ASite.OverSample.Open("/books/cih/budget/2017-03").Table(caption).Skip(1).ToList();
        for (var column = 1; column < rows[^1].Count; column++)
        {
            if (rows[^1][column].Contains('£', StringComparison.Ordinal))
            {
                var all = rows.SkipLast(1).Sum(row => Shown.Pence(row[column]));
                Assert.Equal(Shown.Pence(rows[^1][column]), all);
            }
        }
    }

    [Fact]
    public void A_service_is_worked_out_month_by_month()
    {
        var page = ASite.OverSample.Open("/books/cih/budget/2017-01/desktop");
        var months = page.Table("Running costs by month").Skip(1).ToList();
        Assert.Equal(13, months.Count);
        for (var column = 1; column < 7; column++)
        {
            Assert.Equal(Shown.Pence(months[^1][column]), months.SkipLast(1).Sum(row => Shown.Pence(row[column])));
        }
        Assert.Equal(4, page.Table("Desktop and devices by council").Count);
    }

    [Fact]
    public void Without_a_budget_the_page_says_how_to_record_one()
    {
        var page = ASite.OverSample.Open("/books/cih/budget?at=10");
        Assert.Contains("No budget is recorded yet.", page.Text, StringComparison.Ordinal);
        Assert.Contains("openbook import budget cih FILE", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_without_a_budget_is_told_with_the_remedy()
    {
        var page = ASite.OverSample.Open("/books/cih/budget/2018-07");
        Assert.Contains("There is no budget to show for this period.", page.Text, StringComparison.Ordinal);
        Assert.NotEmpty(page.All("main li"));
    }

    [Theory]
    [InlineData("/books/cih/budget/never")]
    [InlineData("/books/cih/budget/2014-01")]
    [InlineData("/books/cih/budget?of=never")]
    [InlineData("/books/cih/budget/2017-03/nothing")]
    [InlineData("/books/cih/budget/2018-07/networks")]
    public void What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get(path).Status);
}
