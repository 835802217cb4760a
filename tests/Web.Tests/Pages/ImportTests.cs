using System.Net;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class ImportTests
{
    private const string Import = "/books/ab/import";
    private const string Spend =
        "Supplier Name,Payment Date,Net Amount,Service Area\nWire Ltd,05/01/2026,\"1,250.00\",ICT\nCable Ltd,19/01/2026,99.99,ICT\n";
    private const string WithoutIds =
        "date,service,amount,paid_by,supplier\n2026-01-05,networks,100.01,ash,Wire Ltd\n2026-01-19,networks,50.00,beech,Cable Ltd\n";

    [Fact]
    public void A_file_of_costs_is_looked_at_and_recorded_only_when_confirmed()
    {
        using var site = ASmallBook.Agreed();
        var handed = Hand(site, "costs", "january.csv", ASmallBook.January, ("Lines", "2"), ("Total", "150.01"));
        var check = site.Open(handed.Location!);
        Assert.StartsWith(
            "january.csv has 2 lines to record, £150.01 in all.",
            check.All("main .govuk-body-l")[0],
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["2", "5 January 2026", "Networks", "Ash Council", "Running costs", "£100.01", "Wire Ltd", "Lines"],
            check.Table("The first lines")[1]
        );
        Assert.Equal(["January 2026", "January 2026", "Networks", "£150.01"], check.Table("By the period")[1]);
        Assert.Equal(3, site.Open("/books/ab/entries").Table("Records").Count - 1);
        var done = site.Send(check, "main form:last-of-type", ("Do", "record"));
        Assert.Equal("/books/ab/entries/4?recorded=4", done.Location);
        Assert.Contains(
            "2 lines of costs, £150.01; recorded from january.csv.",
            site.Open(done.Location!).Text,
            StringComparison.Ordinal
        );
        // Who comes back to the file, or sends the form twice, is led to the record.
        Assert.Equal(done.Location, site.Get(handed.Location!).Location);
        Assert.Equal(done.Location, site.Send(check, "main form:last-of-type", ("Do", "record")).Location);
        Assert.Equal(4, site.Open("/books/ab/entries").Table("Records").Count - 1);
    }

    [Fact]
    public void Every_fault_of_a_file_is_shown_with_its_row_and_remedy_and_nothing_is_recorded()
    {
        using var site = ASmallBook.Agreed();
        var handed = Hand(
            site,
            "costs",
            "bad.csv",
            "date,service,amount,paid_by\n2026-02-30,networks,1.00,ash\n2026-01-01,nothing,x,ash\n"
        );
        var page = site.Open(handed.Location!);
        Assert.Equal("The file cannot be recorded", page.Heading);
        var faults = page.Table("What is wrong");
        Assert.Contains(faults, row => row[0] == "2" && row[1] == "date");
        Assert.Contains(faults, row => row[0] == "3" && row[1] == "amount");
        Assert.All(faults.Skip(1), row => Assert.NotEmpty(row[3]));
        Assert.DoesNotContain(page.All("main button"), text => text.StartsWith("Record", StringComparison.Ordinal));
        Assert.Equal(3, site.Open("/books/ab/entries").Table("Records").Count - 1);
    }

    [Fact]
    public void A_file_of_another_layout_gets_a_drafted_map_that_can_be_changed()
    {
        using var site = ASmallBook.Agreed();
        var check = site.Open(Hand(site, "costs", "spend.csv", Spend).Location!);
        Assert.StartsWith(
            "spend.csv has 2 lines to record, £1,349.99 in all.",
            check.All("main .govuk-body-l")[0],
            StringComparison.Ordinal
        );
        Assert.Contains("drafted", check.Text, StringComparison.Ordinal);
        var map = check.Document.QuerySelector("#Map")!.TextContent;
        var changed = map.Replace("networks", "desktop", StringComparison.Ordinal);
        Assert.NotEqual(map, changed);
        var again = site.Open(site.Send(check, "main form", ("Map", changed), ("Do", "read")).Location!);
        Assert.Equal("Desktop", again.Table("The first lines")[1][2]);
    }

    [Fact]
    public void What_was_changed_since_it_was_checked_is_not_recorded_but_checked_again()
    {
        using var site = ASmallBook.Agreed();
        var file = Hand(site, "costs", "spend.csv", Spend).Location!;
        var check = site.Open(file);
        // In another tab.
        var map = check.Document.QuerySelector("#Map")!.TextContent;
        var changed = map.Replace("networks", "desktop", StringComparison.Ordinal);
        site.Send(site.Open(file), "main form", ("Map", changed), ("Do", "read"));
        var sent = site.Send(check, "main form:last-of-type", ("Do", "record"));
        var again = site.Open(sent.Location!);
        Assert.StartsWith("Error: ", again.Title, StringComparison.Ordinal);
        Assert.StartsWith(
            "How the file is read was changed after you checked it, so nothing was recorded.",
            Assert.Single(again.All(".govuk-error-summary li")),
            StringComparison.Ordinal
        );
        Assert.Equal("Desktop", again.Table("The first lines")[1][2]);
        Assert.Equal(3, site.Open("/books/ab/entries").Table("Records").Count - 1);
        var done = site.Send(again, "main form:last-of-type", ("Do", "record"));
        Assert.Equal("/books/ab/entries/4?recorded=4", done.Location);
    }

    [Fact]
    public void A_file_is_not_recorded_but_checked_again_if_anything_was_recorded_since_it_was_checked()
    {
        const string record = "main form:last-of-type";
        using var site = ASmallBook.Agreed();
        var file = Hand(site, "costs", "again.csv", WithoutIds).Location!;
        var check = site.Open(file);
        // The same lines, from somebody else's file.
        File.WriteAllText(
            Path.Combine(site.Folder, "theirs.csv"),
            WithoutIds.Replace("\n", "\r\n", StringComparison.Ordinal)
        );
        site.Command("import costs ab theirs.csv");
        var sent = site.Send(check, record, ("Do", "record"));
        Assert.Equal($"{file}?since=3", sent.Location);
        var again = site.Open(sent.Location!);
        Assert.StartsWith("Error: ", again.Title, StringComparison.Ordinal);
        Assert.StartsWith(
            "Something else was recorded in this Book after you checked the file, so the file was not recorded.",
            Assert.Single(again.All(".govuk-error-summary li")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "What was recorded since Record 4: 2 lines of costs, £150.01; recorded from theirs.csv.",
            again.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "2 lines without an id are like a line that is recorded already",
            again.Text,
            StringComparison.Ordinal
        );
        // The form that was overtaken stays so, however often it is sent.
        Assert.Equal(sent.Location, site.Send(check, record, ("Do", "record")).Location);
        Assert.Equal(4, site.Open("/books/ab/entries").Table("Records").Count - 1);
        var done = site.Send(again, record, ("Do", "record"));
        Assert.Equal("/books/ab/entries/5?recorded=5", done.Location);
        Assert.Equal(done.Location, site.Send(again, record, ("Do", "record")).Location);
        Assert.Equal(5, site.Open("/books/ab/entries").Table("Records").Count - 1);
    }

    [Fact]
    public void Counts_are_not_recorded_over_others_that_came_after_their_check()
    {
        using var site = ASmallBook.Agreed();
        var file = Hand(site, "counts", "mine.csv", Counts(60)).Location!;
        var check = site.Open(file);
        File.WriteAllText(Path.Combine(site.Folder, "theirs.csv"), Counts(70));
        site.Command("import drivers ab theirs.csv");
        var sent = site.Send(check, "main form", ("Do", "record"));
        Assert.Equal($"{file}?since=3", sent.Location);
        Assert.Contains("Record 4: 2 counts of devices", site.Open(sent.Location!).Text, StringComparison.Ordinal);
        Assert.Equal(
            "/books/ab/entries/5?recorded=5",
            site.Send(site.Open(sent.Location!), "main form", ("Do", "record")).Location
        );
    }

    [Fact]
    public void What_is_unclear_in_a_draft_is_said_until_a_person_changes_the_map()
    {
        const string said = "a map was drafted";
        using var site = ASmallBook.Agreed();
        var file = Hand(site, "costs", "spend.csv", Spend).Location!;
        Assert.Contains(said, site.Open(file).Text, StringComparison.Ordinal);
        // Made again, for the Book has moved on.
        site.Command("import costs ab january.csv");
        var check = site.Open(file);
        Assert.Contains(said, check.Text, StringComparison.Ordinal);
        var map = check.Document.QuerySelector("#Map")!.TextContent;
        site.Send(check, "main form", ("Map", map.ReplaceLineEndings("\r\n")), ("SkipKnown", "true"), ("Do", "read"));
        check = site.Open(file);
        Assert.Contains(said, check.Text, StringComparison.Ordinal);
        site.Send(
            check,
            "main form",
            ("Map", map.Replace("networks", "desktop", StringComparison.Ordinal)),
            ("Do", "read")
        );
        Assert.DoesNotContain(said, site.Open(file).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_are_known_already_are_refused_in_the_words_of_the_page_and_can_be_left_out()
    {
        using var site = ASmallBook.WithJanuary();
        var more = ASmallBook.January + "J-3,2026-01-12,networks,1.00,ash,Wire Ltd,More lines\n";
        var check = site.Open(Hand(site, "costs", "more.csv", more).Location!);
        Assert.Equal(
            "Remove the line, or choose to leave out lines that are recorded already, and read the file again.",
            check.Table("What is wrong")[1][3]
        );
        var again = site.Open(site.Send(check, "main form", ("SkipKnown", "true"), ("Do", "read")).Location!);
        Assert.Contains("more.csv has 1 line to record, £1.00 in all.", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_is_drafted_for_a_file_in_another_encoding_too()
    {
        using var site = ASmallBook.Agreed();
        var spend = System.Text.Encoding.Latin1.GetBytes(
            "Supplier,Payment Date,Net Amount\nWire Ltd,05/01/2026,£12.50\n"
        );
        var check = site.Open(
            site.SendFile(
                site.Open(Import),
                "main form",
                ("spend.csv", spend),
                ("Kind", "costs"),
                ("By", "ash")
            ).Location!
        );
        Assert.Contains("spend.csv has 1 line to record, £12.50 in all.", check.Text, StringComparison.Ordinal);
        Assert.Contains("windows-1252", check.Document.QuerySelector("#Map")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "counts",
        "date,driver,partner,count\n2026-01-01,devices,ash,60\n2026-01-01,devices,beech,40\n",
        "2 counts of Managed devices"
    )]
    [InlineData(
        "payments",
        "date,from,to,amount,reference,for\n2026-01-20,beech,ash,10.00,BACS,on-account\n",
        "1 payment between councils"
    )]
    [InlineData("budget", "year,service,month,original\n2025/26,networks,2026-01,120.00\n", "1 line of budget")]
    public void Files_of_other_kinds_are_looked_at_and_recorded_alike(string kind, string text, string said)
    {
        using var site = ASmallBook.Agreed();
        var check = site.Open(Hand(site, kind, "file.csv", text).Location!);
        Assert.Contains(said, check.Text, StringComparison.Ordinal);
        Assert.Equal("/books/ab/entries/4?recorded=4", site.Send(check, "main form", ("Do", "record")).Location);
    }

    [Fact]
    public void A_form_without_a_file_or_with_wrong_totals_is_said_at_its_fields()
    {
        using var site = ASmallBook.Agreed();
        var page = site.Send(
            site.Open(Import),
            "main form",
            ("Kind", "costs"),
            ("By", "ash"),
            ("Lines", "many"),
            ("Total", "much")
        );
        Assert.Equal(
            [
                "Choose a file",
                "The number of lines must be a whole number, such as 22",
                "The sum must be an amount in pounds, such as 1750517.11",
            ],
            page.All(".govuk-error-summary a")
        );
    }

    [Fact]
    public void Where_the_totals_differ_the_file_is_refused()
    {
        using var site = ASmallBook.Agreed();
        var page = site.Open(Hand(site, "costs", "january.csv", ASmallBook.January, ("Total", "150.02")).Location!);
        Assert.Equal("The file cannot be recorded", page.Heading);
        Assert.Contains("150.02", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/books/cih/import/0123456789abcdef0123456789abcdef")]
    [InlineData("/books/cih/import?at=5")]
    [InlineData("/books/nobody/import")]
    public void What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get(path).Status);

    private static string Counts(int ofAsh) =>
        $"date,driver,partner,count\n2026-01-01,devices,ash,{ofAsh}\n2026-01-01,devices,beech,40\n";

    private static ASitePage Hand(ASite site, string kind, string name, string text, params (string, string)[] more) =>
        site.SendFile(site.Open(Import), "main form", (name, text), [("Kind", kind), ("By", "ash"), .. more]);
}
