using System.Text.Json.Nodes;
using Openbook.Cli.Tests.Given;

namespace Openbook.Cli.Tests.Commands;

/// <summary>The other commands that show something: books, explain, entries, verify, reckon.</summary>
public sealed class ReadingTests
{
    [Fact]
    public void Books_are_listed()
    {
        using var session = Small.WithFiles();
        Assert.StartsWith("There is no Book yet.", session.Do("books"), StringComparison.Ordinal);
        Assert.Equal("[]\n", session.Do("books --format json"));
        Assert.Equal("book,partnership,entries,head,first_open\n", session.Do("books --format csv"));
        session.All("new sse --agreement agreement.yaml", "new cih --agreement agreement.yaml");
        session.All(Small.Approve("camden"), Small.Approve("islington"), Small.Approve("haringey"));
        Assert.Equal(
            """
            Book  Partnership                     Entries  First open month
            cih   Camden, Islington and Haringey        4  October 2016
            sse   Camden, Islington and Haringey        1  not agreed yet

            """,
            session.Do("books")
        );
        var json = JsonNode.Parse(session.Do("books --format json"))!.AsArray();
        Assert.Equal(["cih", "sse"], json.Select(item => (string)item!["book"]!));
        Assert.Equal(["2016-10", null], json.Select(item => (string?)item!["first_open"]));
        var rows = Csv.Rows(session.Do("books --format csv"));
        Assert.Equal(json.Select(item => (string)item!["head"]!), rows.Select(row => row["head"]));
        Assert.Equal("Camden, Islington and Haringey", rows[0]["partnership"]);
    }

    [Fact]
    public void A_share_is_explained_down_to_the_rows_of_the_files()
    {
        using var session = Small.Closed();
        var shown = session.Do("explain cih 2016-10 --partner islington --service desktop");
        Assert.StartsWith(
            """
            What London Borough of Islington bears for Desktop in October 2016  £313.05
            ├─ Share of Desktop: running costs for October 2016  £303.93
            │  ├─ Costs to be shared  £1,000.03
            │  │  │ 1 line.
            │  │  └─ 4 October 2016, Laptops Ltd, paid by London Borough of Islington  £1,000.03  [costs.csv, row 3; line 6#3]
            │  │       Laptops
            │  ├─ Shared by Managed devices  [entry 1]
            """,
            shown,
            StringComparison.Ordinal
        );
        Assert.Contains("└─ Costs of Management  £33.00", shown, StringComparison.Ordinal);
        Assert.Contains("That is £303.9307 to the nearest hundredth of a penny", shown, StringComparison.Ordinal);
        Assert.Contains(
            "London Borough of Islington: 3,100 of 10,200 of £1,000.03  £303.93",
            shown,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_explanation_adds_up_to_the_statement_and_reads_the_same_in_each_form()
    {
        using var session = Small.Closed();
        var statement = JsonNode.Parse(session.Do("statement cih 2016-10 --format json --partner camden"))![
            "partners"
        ]![0]!;
        foreach (var service in (string[])["networks", "desktop", "apps"])
        {
            var line = $"explain cih 2016-10 --partner camden --service {service}";
            var root = JsonNode.Parse(session.Do($"{line} --format json"))!;
            var shares = statement["lines"]!.AsArray().Where(item => (string)item!["service"]! == service);
            Assert.Equal(shares.Sum(item => (long)item!["share_pence"]!), (long)root["pence"]!);
            Assert.Equal((long)root["pence"]!, root["parts"]!.AsArray().Sum(part => (long)part!["pence"]!));
            var flat = Flat(root, 0).ToList();
            var rows = Csv.Rows(session.Do($"{line} --format csv"));
            Assert.Equal(flat, rows.Select(row => (row["level"], row["title"], row["line"])));
            var text = session.Do(line);
            Assert.All(flat, step => Assert.Contains(step.Title, text, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<(string Level, string Title, string Line)> Flat(JsonNode step, int level)
    {
        var deeper = step["parts"]!.AsArray().SelectMany(part => Flat(part!, level + 1));
        return deeper.Prepend(
            (
                level.ToString(System.Globalization.CultureInfo.InvariantCulture),
                (string)step["title"]!,
                (string?)step["line"] ?? ""
            )
        );
    }

    [Fact]
    public void An_explanation_that_there_cannot_be_is_refused_for_every_reason()
    {
        using var session = Small.Closed();
        session
            .Run("explain cih 2016-10 --partner hackney --service gardens")
            .MustBeRefusedFor("partner-unknown", "service-unknown");
        session.Run("explain cih 2016-09 --partner camden --service apps").MustBeRefusedFor("period-out-of-reach");
    }

    [Fact]
    public void Entries_are_sentences_or_as_they_are_stored()
    {
        using var session = Small.Closed();
        session.Do("correct cih c-1 --because \"Wrong service\" --service apps");
        Assert.Equal(
            """
               8  2016-11-22T09:00:00Z  camden: October 2016 was closed.
               9  2016-11-22T09:00:00Z  camden: 2 lines of costs, £0.00; recorded from correction. Because: Wrong service

            """,
            session.Do("entries cih --after 7")
        );
        var json = JsonNode.Parse(session.Do("entries cih --format json"))!.AsArray();
        Assert.Equal(Enumerable.Range(1, 9), json.Select(item => (int)item!["number"]!));
        Assert.Equal("Wrong service", (string)json[8]!["reason"]!);
        Assert.Equal(new string('0', 64), (string)json[0]!["previous"]!);
        Assert.Equal(
            json.Select(item => (string)item!["hash"]!).SkipLast(1),
            json.Skip(1).Select(item => (string)item!["previous"]!)
        );
        var rows = Csv.Rows(session.Do("entries cih --format csv"));
        Assert.Equal(json.Select(item => (string)item!["hash"]!), rows.Select(row => row["hash"]));
        Assert.Equal("6", rows[8]["corrects"]);
        Assert.Equal("", session.Do("entries cih --after 9"));
        Assert.Equal("[]\n", session.Do("entries cih --after 9 --format json"));
    }

    [Fact]
    public void Verify_says_what_it_checked()
    {
        using var session = Small.Closed();
        Assert.Matches(
            "^cih verifies: 8 entries, 5 lines, 1 closed period worked out anew.\nHead: entry 8, [0-9a-f]{64}\n$",
            session.Do("verify cih")
        );
        var json = JsonNode.Parse(session.Do("verify cih --format json"))!;
        Assert.True((bool)json["sound"]!);
        Assert.Equal((8, 5, 1), ((int)json["entries"]!, (int)json["lines"]!, (int)json["closed_periods"]!));
        Assert.Equal("book,sound,entry,what\ncih,yes,,\n", session.Do("verify cih --format csv"));
    }

    [Fact]
    public void Verify_names_the_first_entry_that_was_changed_in_each_form()
    {
        using var session = Small.Closed();
        session.Spoil("openbook-data/openbook.db", "\"count\":\"4200\"", "\"count\":\"4201\"");
        var text = session.Run("verify cih").MustEnd(Exit.Store);
        Assert.StartsWith("cih does not verify: ", text.Out, StringComparison.Ordinal);
        Assert.Contains("the first at entry 5.", text.Out, StringComparison.Ordinal);
        Assert.StartsWith(
            "Entry 5: Entry 5 was changed: its hash does not fit its content.",
            text.Error,
            StringComparison.Ordinal
        );
        var json = JsonNode.Parse(session.Run("verify cih --format json").MustEnd(Exit.Store).Out)!;
        Assert.False((bool)json["sound"]!);
        Assert.Equal(5, (int)json["damages"]![0]!["entry"]!);
        var rows = Csv.Rows(session.Run("verify cih --format csv").MustEnd(Exit.Store).Out);
        Assert.Contains(rows, row => row["sound"] == "no" && row["entry"] == "5");
    }

    [Fact]
    public void Statements_from_files_alone_are_those_of_a_Book()
    {
        using var session = Small.Agreed();
        session.All("import drivers cih devices.csv", "import costs cih costs.csv", "close cih 2016-10");
        var stored = JsonNode.Parse(session.Do("statement cih 2016-10 --format json"))!["partners"]!.ToJsonString();
        var line = "reckon --agreement agreement.yaml --drivers devices.csv --costs costs.csv";
        var reckoned = Assert.Single(JsonNode.Parse(session.Do($"{line} --format json"))!.AsArray())!;
        Assert.Equal(stored, reckoned["partners"]!.ToJsonString().Replace("reckon/", "cih/", StringComparison.Ordinal));
        Assert.Contains(
            "Statement reckon/2016-10/haringey/1 for October 2016, closed",
            session.Do(line),
            StringComparison.Ordinal
        );
        Assert.Equal(
            Csv.Rows(session.Do("statement cih 2016-10 --format csv")).Select(row => row["amount"]),
            Csv.Rows(session.Do($"{line} --format csv")).Select(row => row["amount"])
        );
    }

    [Fact]
    public void Reckon_lists_the_faults_of_all_its_files_and_stores_nothing()
    {
        using var session = Small.WithFiles();
        session
            .File("bad.yaml", Small.Agreement.Replace("host: camden", "host: hackney", StringComparison.Ordinal))
            .File("bad.csv", "date,service,amount,paid_by\n2016-10-03,networks,a lot,camden\n")
            .File("counts.csv", "date,driver,partner,count\n2016-09-31,devices,camden,1\n");
        session
            .Run("reckon --agreement bad.yaml --drivers counts.csv --costs bad.csv")
            .MustBeRefusedFor("partner-not-listed", "bad-date", "bad-amount");
        session
            .Run("reckon --agreement agreement.yaml --costs costs.csv")
            .MustBeRefusedFor("count-missing", "count-missing", "count-missing");
        Assert.False(Directory.Exists(session.Data));
    }
}
