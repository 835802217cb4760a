using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Openbook.Exchange;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class CostsTests
{
    private const string Costs = "/books/cih/costs";

    [Fact]
    public void Lines_come_fifty_on_a_page_newest_first_with_their_sum()
    {
        var page = ASite.OverSample.Open(Costs);
        Assert.Equal("Costs", page.Heading);
        var rows = page.Table("Lines of cost and income");
        Assert.Equal(51, rows.Count);
        var oldest = ASite.OverSample.Open($"{Costs}?sort=date").Table("Lines of cost and income");
        Assert.EndsWith("October 2016", oldest[1][0], StringComparison.Ordinal);
        Assert.Contains("less income of", page.All("main .govuk-body-l")[0], StringComparison.Ordinal);
        Assert.Contains($"{Costs}?page=2", page.Links);
        Assert.StartsWith("Costs, page 2 of", ASite.OverSample.Open($"{Costs}?page=2").Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_of_an_order_together_holds_each_line_once()
    {
        var seen = new List<string>();
        for (var page = 1; page <= 12; page++)
        {
            seen.AddRange(LinesOn(ASite.OverSample.Open($"{Costs}?sort=amount&page={page}")));
        }
        Assert.Equal(576, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public void A_period_and_service_show_what_was_posted_and_the_parts_add_up()
    {
        var page = ASite.OverSample.Open($"{Costs}?period=2017-12&service=desktop");
        var rows = page.Table("Lines of cost and income").Skip(1).ToList();
        var sum = rows.Sum(row =>
            row[4].StartsWith("Income", StringComparison.Ordinal) ? -Pence(row[^1]) : Pence(row[^1])
        );
        Assert.Equal(Data(page, "data-pence"), sum);
        Assert.Equal(Data(page, "data-count"), rows.Count);
        // Licences for October 2017 to June 2018: a ninth of them.
        Assert.Contains(rows, row => Pence(row[^2]) == 24190000 && Pence(row[^1]) is 2687777 or 2687778);
    }

    [Fact]
    public void Words_are_found_in_capitals_or_not_and_the_form_keeps_them()
    {
        var page = ASite.OverSample.Open($"{Costs}?words=LICENCES+supplier&sort=amount");
        Assert.NotEmpty(page.Table("Lines of cost and income").Skip(1));
        Assert.Equal("LICENCES supplier", page.Document.QuerySelector("#words")!.GetAttribute("value"));
        Assert.Equal("amount", page.Document.QuerySelector("form [name=sort]")!.GetAttribute("value"));
        Assert.Single(page.Document.QuerySelectorAll("th[aria-sort=ascending]"));
    }

    [Fact]
    public void Nothing_found_says_so_and_leads_back()
    {
        var page = ASite.OverSample.Open($"{Costs}?words=unicorn");
        Assert.Contains("No line is like that.", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, Data(page, "data-count"));
        Assert.Contains(Costs, page.Links);
    }

    [Theory]
    [InlineData("from=many", "This is no amount.")]
    [InlineData("from=10&to=5", "The largest amount is below the smallest.")]
    [InlineData("service=gardens", "There is no service or overhead of that code.")]
    [InlineData("council=nowhere", "There is no council of that code.")]
    [InlineData("period=2016", "This is no period.")]
    [InlineData("kind=gift", "There is no such kind of cost.")]
    public void What_cannot_be_understood_is_said_first_and_at_its_field(string asked, string fault)
    {
        var page = ASite.OverSample.Open($"{Costs}?{asked}");
        Assert.StartsWith("Error: Costs", page.Title, StringComparison.Ordinal);
        Assert.Contains(page.All(".govuk-error-summary li"), said => said.StartsWith(fault, StringComparison.Ordinal));
        Assert.Single(page.All("form .govuk-error-message"));
        Assert.Empty(page.All("main table"));
    }

    [Fact]
    public void An_earlier_moment_has_the_lines_recorded_by_then()
    {
        var page = ASite.OverSample.Open($"{Costs}?at=9");
        Assert.Equal(22, Data(page, "data-count"));
        Assert.Equal("9", page.Document.QuerySelector("form [name=at]")!.GetAttribute("value"));
        Assert.All(LinesOn(page), href => Assert.EndsWith("?at=9", href, StringComparison.Ordinal));
        var none = ASite.OverSample.Open($"{Costs}?at=5");
        Assert.Contains("No costs have been recorded yet: 0 lines, £0.00 in all.", none.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_command_line_records_and_withholds_shows_at_the_next_request()
    {
        using var site = ASite.OverCopyOfSample();
        var line = LinesOn(site.Open($"{Costs}?words=INV-633061")).Single().Split('/');
        site.Command($"withhold cih {line[^2]}#{line[^1]} --because Named");
        Assert.Equal(0, Data(site.Open($"{Costs}?words=INV-633061"), "data-count"));
        Assert.Contains(
            "withheld",
            site.Open($"/books/cih/lines/{line[^2]}/{line[^1]}").Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_download_holds_all_that_the_export_of_the_command_line_has_of_each_line()
    {
        var file = Path.Combine(TestFolders.New(), "costs.csv");
        ASite.OverSample.Command($"export cih --as costs --out {file}");
        var exported = File.ReadAllText(file).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var downloaded = ASite
            .OverSample.Open($"{Costs}?sort=-amount&as=csv")
            .Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(exported[0], downloaded[0]);
        Assert.Equal(exported.Order(StringComparer.Ordinal), downloaded.Order(StringComparer.Ordinal));
        Assert.NotEqual(exported, downloaded);
    }

    [Fact]
    public void A_download_of_a_period_says_how_much_of_each_line_is_posted_there()
    {
        using var site = ASmallBook.Agreed();
        File.WriteAllText(
            Path.Combine(site.Folder, "spread.csv"),
            "line_id,date,month,to_month,service,cost_centre,account,amount,irrecoverable_vat,paid_by,description\n"
                + "S-1,2026-01-05,2026-01,2026-02,networks,ICT1,4030,120.00,20.00,ash,-Licence\n"
        );
        site.Command("import costs ab spread.csv");
        using var json = JsonDocument.Parse(site.Open("/books/ab/costs?period=2026-02&as=json").Body);
        var line = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal("S-1", line.GetProperty("line_id").GetString());
        Assert.Equal("ICT1", line.GetProperty("cost_centre").GetString());
        Assert.Equal("4030", line.GetProperty("account").GetString());
        Assert.Equal(2000, line.GetProperty("irrecoverable_vat_pence").GetInt64());
        Assert.Equal("2026-01 to 2026-02", line.GetProperty("posted").GetString());
        Assert.Equal("2026-02", line.GetProperty("period").GetString());
        Assert.Equal(6000, line.GetProperty("amount_posted_pence").GetInt64());
        Assert.EndsWith(
            ",'-Licence,,,2026-02,60.00\r\n",
            site.Open("/books/ab/costs?period=2026-02&as=csv").Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void All_pages_of_what_was_found_can_be_downloaded()
    {
        const string Asked = $"{Costs}?service=networks&from=-100000&as=";
        var csv = ASite.OverSample.Open(Asked + "csv").Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(CostsExport.Header, csv[0]);
        using var json = JsonDocument.Parse(ASite.OverSample.Open(Asked + "json").Body);
        Assert.Equal(csv.Length - 1, json.RootElement.GetArrayLength());
        var shown = ASite.OverSample.Open($"{Costs}?service=networks&from=-100000");
        Assert.Equal(
            Data(shown, "data-pence"),
            json.RootElement.EnumerateArray()
                .Sum(line =>
                    line.GetProperty("amount_pence").GetInt64()
                    * (line.GetProperty("kind").GetString() == "income" ? -1 : 1)
                )
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(ASite.OverSample.Address, Asked + "xlsx"));
        using var answer = ASite.OverSample.Send(request);
        using var workbook = new ZipArchive(answer.Content.ReadAsStream());
        Assert.NotNull(workbook.GetEntry("xl/worksheets/sheet1.xml"));
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get(Asked + "pdf").Status);
    }

    private static List<string> LinesOn(ASitePage page) =>
        [.. page.Document.QuerySelectorAll("tbody a.ob-money").Select(link => link.GetAttribute("href")!)];

    private static long Data(ASitePage page, string name) =>
        long.Parse(
            page.Document.QuerySelector($"[{name}]")!.GetAttribute(name)!,
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static long Pence(string text) =>
        long.Parse(
            string.Concat(text.Split(" of ")[0].Where(letter => char.IsAsciiDigit(letter))),
            System.Globalization.CultureInfo.InvariantCulture
        ) * (text[0] == '\u2212' ? -1 : 1);
}
