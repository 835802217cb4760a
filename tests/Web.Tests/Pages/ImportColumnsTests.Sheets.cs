using System.Net;
using Openbook.Schemas;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

/// <summary>Workbooks on the page of columns: which sheet is meant, and that reading them waits for its turn.</summary>
public sealed partial class ImportColumnsTests
{
    [Fact]
    public void Another_sheet_of_a_workbook_is_shown_with_its_rows_and_read_by_its_columns()
    {
        using var site = ASmallBook.Agreed();
        var check = Hand(site, "spend.xlsx", TwoSheets.Bytes());
        var first = site.Open($"{check}/columns");
        Assert.Equal("January", Chosen(first.Document.GetElementById("Sheet")!));
        Assert.Equal(["Supplier Name", "Wire Ltd"], Column(first));
        var chosen = Choose(site, check, "show", ("Sheet", "February"), ("Column-0", "description"));
        Assert.Equal($"{check}/columns#read", chosen.Location);
        var second = site.Open($"{check}/columns");
        Assert.Equal("February", Chosen(second.Document.GetElementById("Sheet")!));
        Assert.Equal(["Supplier Name", "Cable Ltd"], Column(second));
        // What was chosen in the first sheet by its place is not taken for a choice in the second.
        Assert.Equal("supplier", Chosen(second.Document.GetElementById("Column-0")!));
        Assert.Contains("£99.99", second.Table("How the first rows are read")[1][5], StringComparison.Ordinal);
        Assert.Contains(
            "spend.xlsx has 1 line to record, £99.99 in all.",
            site.Open(check).Text,
            StringComparison.Ordinal
        );

        static IEnumerable<string> Column(ASitePage page)
        {
            var row = page.Table("The columns of the file")[1];
            return [row[0], row[2]];
        }
    }

    [Fact]
    public async Task A_workbook_waits_for_its_turn_and_the_page_says_so_if_that_does_not_come()
    {
        using var agreed = ASmallBook.Agreed();
        using var site = ASite.Impatient(agreed);
        var (workbook, text) = (Hand(site, "spend.xlsx", TwoSheets.Bytes()), Hand(site, Spend));
        // Whatever these files began is done.
        foreach (var file in new[] { workbook, text })
        {
            await site.Works.Find(file.Split('/')[^1])!.Task;
        }
        var form = site.Open($"{workbook}/columns");
        using (await site.Works.Place(TimeSpan.Zero, default))
        using (await site.Works.Place(TimeSpan.Zero, default))
        {
            var busy = site.Get($"{workbook}/columns");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, busy.Status);
            Assert.Equal("The file cannot be read at the moment", busy.Heading);
            Assert.StartsWith("Error: ", busy.Title, StringComparison.Ordinal);
            Assert.Contains($"{workbook}/columns", busy.Links);
            Assert.Equal("10", busy.Headers["Retry-After"]);
            Assert.Contains(
                "load this page again",
                site.Send(form, "main form", ("Do", "show")).Text,
                StringComparison.Ordinal
            );
            // Of a text so little is read that it need not wait.
            site.Open($"{text}/columns");
        }
        site.Open($"{workbook}/columns");
        // Each page gave its place back.
        using var one = await site.Works.Place(TimeSpan.FromSeconds(10), default);
        using var two = await site.Works.Place(TimeSpan.FromSeconds(10), default);
        Assert.NotNull(one);
        Assert.NotNull(two);
    }
}
