using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed partial class ImportColumnsTests
{
    private const string Import = "/books/ab/import";

    // A title, a pound sign of Windows-1252, dates with points, a credit in brackets, a total: as councils' files have them.
    private const string Spend = """
        Spending of January,,,,
        Department,Supplier Name,Date Paid,Net Amount,Purpose
        ICT: Wires,Wire Ltd,05.01.2026,"£1,250.00",Lines
        Desk side,Redacted,19.01.2026,(£50.01),Credit
        Desk side,Chair Ltd,20.01.2026,£1.00,Chairs
        Grand Total,,,"£1,200.99",

        """;

    [Fact]
    public void Each_column_stands_with_what_was_found_beside_the_first_rows()
    {
        using var site = ASmallBook.Agreed();
        var check = Hand(site, Spend);
        var page = site.Open($"{check}/columns");
        Assert.Contains($"{check}/columns", site.Open(check).Links);
        var columns = page.Table("The columns of the file");
        Assert.Equal(["Column", "This column is", "Row 3", "Row 4", "Row 5", "Row 6"], columns[0]);
        Assert.Equal(["ICT: Wires", "Desk side", "Desk side", "Grand Total"], columns[1].Skip(2));
        Assert.Equal(
            ["service", "supplier", "date", "amount", "description"],
            page.Document.QuerySelectorAll("select[id^=Column]").Select(Chosen)
        );
        Assert.Equal("windows-1252", Chosen(page.Document.GetElementById("Encoding")!));
        Assert.Equal("dd.mm.yyyy", Chosen(page.Document.GetElementById("Dates-1")!));
        Assert.Equal("2", page.Document.GetElementById("HeaderRow")!.GetAttribute("value"));
        Assert.Equal("ash", Chosen(page.Document.GetElementById("Given-paid_by")!));
        Assert.Equal(
            [
                ["Desk side", "2"],
                ["ICT: Wires", "1"],
            ],
            page.Table("Words for Service").Skip(1).Select(row => row.Take(2))
        );
        Assert.Equal(
            ["commas", "pound", "brackets"],
            page.Document.QuerySelectorAll("input[name=Amounts][checked]").Select(box => box.GetAttribute("value")!)
        );
        var read = page.Table("How the first rows are read");
        Assert.Equal("5 January 2026in the file: 05.01.2026", read[1][1]);
        Assert.Equal("−£50.01in the file: (£50.01)", read[2][5]);
        Assert.Equal(["6", "Left out: it is no line"], read[4]);
    }

    [Fact]
    public void What_is_chosen_is_how_the_file_is_read_checked_and_recorded()
    {
        using var site = ASmallBook.Agreed();
        var check = Hand(site, Spend);
        var shown = Choose(
            site,
            check,
            "show",
            ("Word-service-Desk side", "desktop"),
            ("Column-4", "reference"),
            ("Given-paid_by", "beech")
        );
        Assert.Equal($"{check}/columns#read", shown.Location);
        var page = site.Open($"{check}/columns");
        Assert.Equal(
            ["Networks", "Desktop", "Desktop"],
            page.Table("How the first rows are read").Skip(1).Take(3).Select(row => row[2].Split("in the file")[0])
        );
        Assert.Equal(check, Choose(site, check, "check").Location);
        var whole = site.Open(check);
        Assert.Contains("spend.csv has 3 lines to record, £1,200.99 in all.", whole.Text, StringComparison.Ordinal);
        site.Send(whole, "main form:last-of-type", ("Do", "record"));
        Assert.Contains("Wire Ltd", Exported(site), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, site.Get($"{check}/columns").Status);
    }

    [Fact]
    public void The_downloaded_map_gives_the_same_lines_through_the_command_line()
    {
        using var site = ASmallBook.Agreed();
        var check = Hand(site, Spend);
        Choose(
            site,
            check,
            "check",
            ("Word-service-Desk side", "desktop"),
            ("Otherwise-service", ""),
            ("SkipRows", "5")
        );
        var map = site.Get($"{check}/columns?handler=Map");
        site.Send(site.Open(check), "main form:last-of-type", ("Do", "record"));
        using var other = ASmallBook.Agreed();
        File.WriteAllBytes(Path.Combine(other.Folder, "spend.csv"), Bytes(Spend));
        File.WriteAllText(Path.Combine(other.Folder, "map.yaml"), map.Body);
        other.Command("import costs ab spend.csv --map map.yaml --by ash");
        var lines = Exported(site);
        Assert.Equal(Exported(other), lines);
        Assert.Equal(3, lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Faults_of_the_form_are_said_at_their_fields_and_what_was_chosen_stays()
    {
        using var site = ASmallBook.Agreed();
        var check = Hand(site, Spend);
        var page = Choose(
            site,
            check,
            "show",
            ("Column-4", "supplier"),
            ("HeaderRow", "two"),
            ("SkipRows", "9-4"),
            ("Word-service-Desk side", "desktop")
        );
        Assert.Equal(
            [
                "The row of the headings must be a number, such as 1. Leave it empty if there are none",
                "Two columns are said to be “Supplier”. Choose one of them",
                "The rows to leave out must be numbers, such as 4, 4-9 or 900- to the end",
            ],
            page.All(".govuk-error-summary a")
        );
        Assert.All(
            page.Document.QuerySelectorAll(".govuk-error-summary a"),
            link => Assert.NotNull(page.Document.GetElementById(link.GetAttribute("href")![1..]))
        );
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Equal("supplier", Chosen(page.Document.GetElementById("Column-4")!));
        Assert.Equal("two", page.Document.GetElementById("HeaderRow")!.GetAttribute("value"));
    }

    [Fact]
    public void Columns_chosen_in_another_table_are_no_columns_of_this_one()
    {
        using var site = ASmallBook.Agreed();
        var check = Hand(site, Spend);
        var page = Choose(site, check, "show", ("Delimiter", "semicolon"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Equal(2, page.Table("The columns of the file").Count);
        Assert.Equal("", Chosen(page.Document.GetElementById("Column-0")!));
        // The second time the form showed this table, so that what is chosen is chosen in it.
        var again = site.Send(
            page,
            "main form",
            ("Delimiter", "semicolon"),
            ("HeaderRow", "2"),
            ("Column-0", "description"),
            ("Do", "show")
        );
        Assert.Equal("description", Chosen(again.Document.GetElementById("Column-0")!));
    }

    [Fact]
    public void A_code_that_stands_for_any_other_word_is_charged_as_that_and_shown_so()
    {
        using var site = ASmallBook.Agreed();
        var text = "date,service,amount\n2026-01-05,networks,1.00\n2026-01-06,desktop,2.00\n";
        var check = Hand(site, text);
        const string map = "columns: { date: date, service: service, amount: amount }\nfixed: { paid_by: ash }\n";
        site.Send(site.Open(check), "main form", ("Map", map), ("Do", "read"));
        Choose(site, check, "show", ("Word-service-networks", ""), ("Otherwise-service", "desktop"));
        var page = site.Open($"{check}/columns");
        Assert.Equal(
            ["Desktop", "Desktop"],
            page.Table("How the first rows are read").Skip(1).Select(row => row[2].Split("in the file")[0])
        );
        Assert.Equal("", Chosen(page.Document.QuerySelector("select[name=Word-service-networks]")!));
        Assert.Equal("desktop", Chosen(page.Document.QuerySelector("select[name=Word-service-desktop]")!));
    }

    [Fact]
    public void A_map_without_an_amount_or_a_service_says_so()
    {
        using var site = ASmallBook.Agreed();
        var check = Hand(site, Spend);
        var page = Choose(site, check, "show", ("Column-3", ""), ("Column-0", ""));
        Assert.Contains(
            page.All(".govuk-error-summary li"),
            fault => fault.Contains("amount", StringComparison.Ordinal)
        );
        Assert.Contains(
            page.All(".govuk-error-summary li"),
            fault => fault.Contains("service", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Rows_that_cannot_be_read_stand_with_their_column_and_remedy()
    {
        using var site = ASmallBook.Agreed();
        var check = Hand(site, Spend.Replace("20.01.2026", "31.02.2026", StringComparison.Ordinal));
        Choose(site, check, "show", ("Otherwise-service", ""), ("Word-service-Desk side", ""));
        var read = site.Open($"{check}/columns").Table("How the first rows are read");
        Assert.Contains(
            read,
            row =>
                row[0] == "Wrong in row 5" && row[1].StartsWith("Date Paid: \"31.02.2026\"", StringComparison.Ordinal)
        );
        Assert.Contains(
            read,
            row => row[0] == "Wrong in row 4" && row[1].Contains("\"Desk side\" is not among", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_only_a_text_can_say_is_kept_and_said()
    {
        using var site = ASmallBook.Agreed();
        var check = Hand(site, Spend);
        var form = site.Open(check);
        var text =
            $"# for January\n{form.Document.QuerySelector("#Map")!.TextContent}skip_where: {{ Supplier Name: Chair Ltd }}\n";
        site.Send(form, "main form", ("Map", text), ("Do", "read"));
        var page = site.Open($"{check}/columns");
        Assert.Contains("skip_where", page.Text, StringComparison.Ordinal);
        Assert.Contains("comments", page.Text, StringComparison.Ordinal);
        // Nothing chosen, nothing changed.
        Choose(site, check, "show");
        Assert.Equal(text, site.Open(check).Document.QuerySelector("#Map")!.TextContent);
        Choose(site, check, "show", ("Word-service-Desk side", "desktop"));
        var changed = site.Open(check).Document.QuerySelector("#Map")!.TextContent;
        Assert.Contains("Desk side: desktop", changed, StringComparison.Ordinal);
        Assert.Contains("skip_where: { Supplier Name: chair ltd }", changed, StringComparison.Ordinal);
        Assert.DoesNotContain("#", changed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_cannot_be_read_is_kept_until_something_is_chosen()
    {
        using var site = ASmallBook.Agreed();
        var check = Hand(site, Spend);
        site.Send(site.Open(check), "main form", ("Map", "columns: ["), ("Do", "read"));
        Assert.Contains("cannot be read", site.Open($"{check}/columns").Text, StringComparison.Ordinal);
        Assert.Equal("columns: [", site.Open(check).Document.QuerySelector("#Map")!.TextContent);
    }

    [Fact]
    public void A_file_for_which_no_map_can_be_drafted_can_still_be_read_by_choosing()
    {
        using var site = ASmallBook.Agreed();
        var check = Hand(site, "when;what;how much\nin 01/26;lines;12.50\n");
        Assert.Equal("The file cannot be recorded", site.Open(check).Heading);
        Choose(
            site,
            check,
            "check",
            ("HeaderRow", "1"),
            ("Column-1", "description"),
            ("Column-2", "amount"),
            ("Column-0", "date"),
            ("Given-service", "networks"),
            ("Given-paid_by", "ash")
        );
        Assert.Contains("\"in 01/26\" is no date", site.Open(check).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_or_text_that_cannot_be_seen_says_why()
    {
        using var site = ASmallBook.Agreed();
        var page = site.Open($"{Hand(site, "<html><body>No table</body></html>")}/columns");
        Assert.Contains("web page", Assert.Single(page.All(".govuk-error-summary li")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/books/cih/import/0123456789abcdef0123456789abcdef/columns")]
    [InlineData("/books/nobody/import/0123456789abcdef0123456789abcdef/columns")]
    public void What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get(path).Status);

    [Fact]
    public void Files_of_other_kinds_have_no_columns_to_choose()
    {
        using var site = ASmallBook.Agreed();
        var check = site.SendFile(
            site.Open(Import),
            "main form",
            ("p.csv", "date,from,to,amount,for\n2026-01-20,beech,ash,10.00,on-account\n"),
            ("Kind", "payments"),
            ("By", "ash")
        ).Location!;
        Assert.Equal(HttpStatusCode.NotFound, site.Get($"{check}/columns").Status);
    }

    private static string Hand(ASite site, string text) => Hand(site, "spend.csv", Bytes(text));

    private static string Hand(ASite site, string name, byte[] bytes)
    {
        var check = site.SendFile(
            site.Open(Import),
            "main form",
            (name, bytes),
            ("Kind", "costs"),
            ("By", "ash")
        ).Location!;
        site.Open(check);
        return check;
    }

    private static string Exported(ASite site)
    {
        site.Command("export ab --as costs --out lines.csv");
        return File.ReadAllText(Path.Combine(site.Folder, "lines.csv"));
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.Latin1.GetBytes(text);

    // As a browser sends the form: with everything that is chosen on it, but for what a person changes.
    private static ASitePage Choose(
        ASite site,
        string check,
        string button,
        params (string Name, string Value)[] changes
    )
    {
        var page = site.Open($"{check}/columns");
        var fields = page
            .Document.QuerySelectorAll<IHtmlSelectElement>("main form select")
            .Select(select => (Name: select.Name!, Value: Chosen(select)))
            .Concat(
                page.Document.QuerySelectorAll<IHtmlInputElement>("main form input")
                    .Where(input => input.Type == "text" || input.IsChecked)
                    .Select(input => (Name: input.Name!, input.Value))
            )
            .Where(field => changes.All(change => change.Name != field.Name))
            .Concat(changes)
            .Append(("Do", button));
        return site.Send(page, "main form", [.. fields]);
    }

    private static string Chosen(IElement select) =>
        (select.QuerySelector("option[selected]") ?? select.QuerySelector("option"))!.GetAttribute("value")!;
}
