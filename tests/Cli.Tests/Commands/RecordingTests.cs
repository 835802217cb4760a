using System.Text.Json.Nodes;
using Openbook.Cli.Tests.Given;

namespace Openbook.Cli.Tests.Commands;

/// <summary>The commands that record: what they say, what they leave behind, and that a refusal leaves nothing.</summary>
public sealed class RecordingTests
{
    [Fact]
    public void A_month_from_agreement_to_close_is_told_entry_by_entry()
    {
        using var session = Small.WithFiles();
        Assert.Equal(
            "Entry 1 of cih: version 1 of the agreement of Camden, Islington and Haringey is proposed. "
                + "It counts when camden, islington and haringey have approved it.\n",
            session.Do("new cih --agreement agreement.yaml")
        );
        Assert.Equal(
            "Entry 2 of cih: Cabinet approved version 1 for camden on 1 September 2016, with effect from 8 September 2016.\n",
            session.Do($"{Small.Approve("camden")} --effective 2016-09-08 --reference \"Minute 12\" --version 1")
        );
        session.All(Small.Approve("islington"), Small.Approve("haringey"));
        Assert.Equal("Entry 5 of cih: 3 counts from devices.csv.\n", session.Do("import drivers cih devices.csv"));
        Assert.Equal(
            "Entry 6 of cih: 5 lines from costs.csv, £1,243.03 in all.\n",
            session.Do("import costs cih costs.csv --lines 5 --total 1243.03")
        );
        Assert.Equal(
            "Entry 7 of cih: 1 payment from payments.csv, £20.00 in all.\n",
            session.Do("import payments cih payments.csv")
        );
        Assert.Equal(
            "Entry 8 of cih: October 2016 is closed. For it, camden owes £239.46, haringey owes £392.19 and islington is owed £631.65.\n",
            session.Do("close cih 2016-10")
        );
        Assert.Equal(
            "Entry 9 of cih: line c-1 is taken back and the right line is 9#2.\n",
            session.Do("correct cih c-1 --because Wrong --amount 90")
        );
        Assert.Equal(
            "Entry 10 of cih: the words of line 6#3 are withheld.\n",
            session.Do("withhold cih 6#3 --because \"Names a person\"")
        );
        Assert.Equal(
            "Entry 11 of cih: version 2 of the agreement is proposed, to count from 1 December 2016 "
                + "when every partner of the old and the new version has approved it.\n",
            session.Do(Small.Amendment)
        );
        session.Do("verify cih");
    }

    [Fact]
    public void An_entry_says_for_whom_when_and_with_what_authority_it_was_recorded()
    {
        using var session = Small.Agreed();
        session.Do("import drivers cih devices.csv --by haringey");
        session.Do($"{Small.Amendment} --by islington");
        session.Do(
            "approve cih --partner camden --body Cabinet --on 2016-11-01 --effective 2016-11-09 --reference \"Minute 12\""
        );
        var entries = JsonNode.Parse(session.Do("entries cih --format json"))!.AsArray();
        Assert.Equal(
            ["camden", "camden", "islington", "haringey", "haringey", "islington", "camden"],
            entries.Select(item => (string)item!["by"]!)
        );
        Assert.Equal("Minute 12", (string)entries[6]!["authority"]!);
        Assert.Equal("2016-11-09", (string)entries[6]!["effective"]!);
        Assert.Equal("2016-12-01", (string)entries[5]!["effective"]!);
        Assert.All(entries, item => Assert.Equal("2016-11-22T09:00:00Z", (string)item!["recorded_at"]!));
        Assert.All(entries, item => Assert.Equal("command-line", (string)item!["actor"]!));
    }

    [Theory]
    [InlineData("@minutes of 1 September")]
    [InlineData("=1+1")]
    [InlineData("-12")]
    [InlineData("<b>Minute</b> & \u00e9\u20ac\U0001F4D6")]
    public void A_text_is_kept_as_it_was_typed(string text)
    {
        using var session = Small.WithFiles().All("new cih --agreement agreement.yaml");
        string[] args = ["approve", "cih", "--partner", "camden", "--body", "@Cabinet", "--on", "2016-09-01"];
        session.Run([.. args, $"--reference={text}"]).MustEnd(Exit.Done);
        var entry = JsonNode.Parse(session.Do("entries cih --format json"))![1]!;
        Assert.Equal((text, "@Cabinet"), ((string)entry["authority"]!, (string)entry["fact"]!["body"]!));
        Assert.Contains($"Authority: {text}\n", session.Do("entries cih"), StringComparison.Ordinal);
        session.Do("verify cih");
    }

    [Fact]
    public void The_newest_version_is_meant_where_none_is_named()
    {
        using var session = Small.Agreed();
        session.Do(Small.Amendment);
        Assert.Contains("version 2", session.Do(Small.Approve("camden")), StringComparison.Ordinal);
        session.Run($"{Small.Approve("camden")} --version 1").MustBeRefusedFor("approved-already");
    }

    [Fact]
    public void Every_month_up_to_one_is_closed_with_the_year_end_period_on_the_way()
    {
        using var session = Small.Agreed();
        session.Do("close cih --through 2017-02");
        Assert.Equal(1, session.Do("close cih --through 2017-03").Count('\n'));
        Assert.Equal(
            [
                .. Enumerable.Range(4, 9).Select(month => $"2017-{month:D2}"),
                "2018-01",
                "2018-02",
                "2016/17-13",
                "2018-03",
                "2018-04",
            ],
            Closed(session, session.Do("close cih --through 2018-04"))
        );
        session.Run("close cih --through 2018-04").MustBeRefusedFor("closed-already");
        session.Do("close cih 2017/18-13");
        session.Do("verify cih");
    }

    private static IEnumerable<string> Closed(Session session, string printed)
    {
        var first = int.Parse(printed.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        return JsonNode
            .Parse(session.Do($"entries cih --after {first - 1} --format json"))!
            .AsArray()
            .Select(item => (string)item!["fact"]!["period"]!);
    }

    [Fact]
    public void A_close_that_is_refused_on_the_way_leaves_what_was_closed_before_it()
    {
        using var session = Small.Agreed();
        session
            .File("december.csv", "date,service,amount,paid_by\n2016-12-01,desktop,1.00,camden\n")
            .Do("import costs cih december.csv");
        var ran = session.Run("close cih --through 2017-01").MustEnd(Exit.Refused);
        Assert.Equal(["count-missing", "count-missing", "count-missing"], ran.Refusals);
        Assert.Contains("November 2016 is closed.", ran.Out, StringComparison.Ordinal);
        Assert.Equal("2016-12", Csv.Rows(session.Do("books --format csv"))[0]["first_open"]);
    }

    [Fact]
    public void The_same_act_under_the_same_key_is_recorded_once()
    {
        using var session = Small.Agreed();
        var first = session.Do("import costs cih costs.csv --key monday-1");
        Assert.Equal($"Recorded before: {first}", session.Do("import costs cih costs.csv --key monday-1"));
        session.Run("import payments cih payments.csv --key monday-1").MustBeRefusedFor("key-used-otherwise");
        session.Run("close cih 2016-10 --key \"two\nlines\"").MustEnd(Exit.Usage);
    }

    [Fact]
    public void A_dry_run_checks_everything_and_records_nothing()
    {
        using var session = Small.Agreed();
        var entries = session.Do("entries cih");
        var shown = session.Do("import costs cih costs.csv --dry-run").TrimEnd('\n').Split('\n');
        Assert.Equal("costs.csv can be recorded: 5 lines, £1,243.03. Nothing was recorded.", shown[^1]);
        // A heading and the lines.
        Assert.Equal(1 + 5 + 1, shown.Length);
        session
            .Run("import costs cih costs.csv --dry-run --lines 6 --total 1.00")
            .MustBeRefusedFor("control-total", "control-total");
        Assert.Equal(entries, session.Do("entries cih"));
    }

    [Fact]
    public void Lines_that_are_known_are_left_out_and_counted_if_asked()
    {
        using var session = Small.Agreed();
        session.Do("import costs cih costs.csv");
        session.File("more.csv", Small.Costs + "c-6,2016-10-09,apps,1.00,camden,,,\n");
        session.Run("import costs cih more.csv").MustBeRefusedFor([.. Enumerable.Repeat("line-known", 5)]);
        Assert.Equal(
            "Entry 6 of cih: 1 line from more.csv, £1.00 in all; 5 lines left out because known.\n",
            session.Do("import costs cih more.csv --skip-known")
        );
    }

    [Fact]
    public void A_correction_moves_the_whole_line_and_keeps_the_old_one()
    {
        using var session = Small.Closed();
        session.Do(
            "correct cih 6#4 --because \"Wrong payer and service\" --service networks --paid-by haringey --month 2016-11 --amount 61.00"
        );
        var rows = ExportedLines(session);
        Assert.Equal(["-60.00", "61.00"], rows.Where(row => row["corrects"] == "6#4").Select(row => row["amount"]));
        var right = rows[^1];
        Assert.Equal(
            ("networks", "haringey", "2016-11", "capital"),
            (right["service"], right["paid_by"], right["month"], right["kind"])
        );
        session.Run("correct cih 6#4 --because Again --amount 62.00").MustBeRefusedFor("line-reversed-already");
        session.Do("correct cih 9#2 --because \"Still wrong\" --amount 62.00");
        session.Do("verify cih");
    }

    [Fact]
    public void Withheld_words_are_gone_from_the_store_and_everything_still_verifies()
    {
        using var session = Small.Closed();
        Assert.Contains(
            "Payroll",
            session.Do("explain cih 2016-10 --partner camden --service networks"),
            StringComparison.Ordinal
        );
        session.Do("withhold cih c-4 --because \"Names a person\"");
        var shown = session.Do("explain cih 2016-10 --partner camden --service networks");
        Assert.DoesNotContain("Payroll", shown, StringComparison.Ordinal);
        Assert.Contains("words withheld", shown, StringComparison.Ordinal);
        Assert.Equal(["", "", "", "yes", ""], ExportedLines(session).Select(row => row["withheld"]));
        session.Do("verify cih");
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> ExportedLines(Session session)
    {
        session.Do("export cih --as costs --out lines.csv");
        return Csv.Rows(File.ReadAllText(session.PathOf("lines.csv")));
    }

    [Fact]
    public void Each_step_of_a_write_is_traced_if_asked()
    {
        using var session = Small.Agreed();
        var ran = session.Run("import costs cih costs.csv --trace").MustEnd(Exit.Done);
        Assert.Equal(
            "writing entry 5\nwritten block 1\nwritten entry 5, not yet on disk\nentry 5 is on disk\n",
            ran.Error
        );
    }
}
