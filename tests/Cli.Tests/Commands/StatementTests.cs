using System.Text.Json.Nodes;
using Openbook.Cli.Tests.Given;

namespace Openbook.Cli.Tests.Commands;

/// <summary>Statements in each of their forms.</summary>
public sealed class StatementTests
{
    private static readonly string[] figures =
    [
        "share_pence",
        "paid_pence",
        "balance_pence",
        "brought_forward_pence",
        "settled_pence",
        "carried_forward_pence",
    ];

    [Fact]
    public void The_text_is_what_a_partner_is_sent()
    {
        using var session = Small.October();
        var shown = session.Do("statement cih 2016-10 --partner camden").Split('\n');
        Assert.Equal(
            """
            London Borough of Camden
            Statement cih/2016-10/camden/1 for October 2016, still open: it can change
            Camden, Islington and Haringey

            Service                For           What             Shared by  Costs shared  Your share
            networks               October 2016  running costs    equal           £100.00      £33.34
            networks               October 2016  income from lga  direct          -£50.00     -£50.00
            networks (management)  October 2016  running costs    equal             £3.00       £1.00
            desktop                October 2016  running costs    devices       £1,000.03     £411.77
            desktop (management)   October 2016  running costs    devices          £30.00      £12.35
            apps                   October 2016  capital          fixed            £60.00      £24.00

            Your share                                              £432.46
            Paid by you to suppliers, less income you received      £193.00
            Balance of the period                                   £239.46  you owe
            Brought forward                                           £0.00
            Payments you made to partners, less those you received  -£20.00
            Carried forward                                         £259.46  you owe
            """,
            string.Join('\n', shown[..18])
        );
        Assert.Matches("^Head of the Book: entry 7, [0-9a-f]{64}$", shown[19]);
        Assert.Equal(
            "Why? openbook explain cih 2016-10 --partner camden --service networks    Check: openbook verify cih",
            shown[20]
        );
    }

    [Fact]
    public void The_JSON_has_the_fields_of_the_contract_in_its_order_and_the_driver()
    {
        using var session = Small.Closed();
        var json = Json(session.Do("statement cih 2016-10 --format json"));
        Assert.Equal(["book", "period", "status", "rules", "head", "partners"], Fields(json));
        Assert.Equal(["entry", "hash", "earlier"], Fields(json["head"]!));
        Assert.Equal(
            ["camden", "islington", "haringey"],
            Each(json, "partners").Select(item => (string)item["partner"]!)
        );
        foreach (var partner in Each(json, "partners"))
        {
            Assert.Equal(["partner", "number", "lines", .. figures], Fields(partner));
            Assert.All(Each(partner, "lines"), line => Assert.Equal(LineFields, Fields(line)));
        }
    }

    private static string[] LineFields =>
        [
            "service",
            "overhead",
            "customer",
            "for_month",
            "kind",
            "true_up",
            "basis",
            "driver",
            "agreement_version",
            "pool_pence",
            "weights",
            "exact",
            "carry_before",
            "share_pence",
            "carry_after",
        ];

    [Fact]
    public void The_JSON_of_the_first_line_is_that_of_the_contract()
    {
        using var session = Small.Closed();
        var json = Json(session.Do("statement cih 2016-10 --format json"));
        var line = json["partners"]![0]!["lines"]![0]!;
        Assert.Equal(
            """
            {"service":"networks","overhead":null,"customer":null,"for_month":"2016-10","kind":"revenue","true_up":false,"basis":"equal","driver":null,"agreement_version":1,"pool_pence":10000,"weights":{"camden":"1","islington":"1","haringey":"1"},"exact":"3333.333333333333","carry_before":"0","share_pence":3334,"carry_after":"-666666666667"}
            """,
            line.ToJsonString()
        );
        Assert.Equal("cih/2016-10/camden/1", (string)json["partners"]![0]!["number"]!);
    }

    [Fact]
    public void A_closed_statement_names_the_closing_entry_for_ever_and_an_open_one_the_last()
    {
        using var session = Small.Closed();
        var entries = Json(session.Do("entries cih --format json")).AsArray();
        var closed = session.Do("statement cih 2016-10 --format json");
        Assert.Equal("closed", (string)Json(closed)["status"]!);
        Assert.Equal(8, (int)Json(closed)["head"]!["entry"]!);
        Assert.Equal((string)entries[7]!["hash"]!, (string)Json(closed)["head"]!["hash"]!);
        session
            .File("late.csv", "date,service,amount,paid_by\n2016-10-09,networks,1.00,camden\n")
            .Do("import costs cih late.csv");
        Assert.Equal(closed, session.Do("statement cih 2016-10 --format json"));
        var open = Json(session.Do("statement cih 2016-11 --format json"));
        Assert.Equal("open", (string)open["status"]!);
        Assert.Equal(9, (int)open["head"]!["entry"]!);
        Assert.Equal("2016-10", (string)open["partners"]![0]!["lines"]![0]!["for_month"]!);
    }

    [Fact]
    public void The_CSV_says_what_the_JSON_says()
    {
        using var session = Small.Closed();
        var rows = Csv.Rows(session.Do("statement cih 2016-10 --format csv"));
        foreach (var partner in Each(Json(session.Do("statement cih 2016-10 --format json")), "partners"))
        {
            var own = rows.Where(row => row["partner"] == (string)partner["partner"]!).ToList();
            var lines = Each(partner, "lines").ToList();
            Assert.Equal(lines.Count + figures.Length, own.Count);
            foreach (var (row, line) in own.Zip(lines))
            {
                Assert.Equal("line", row["item"]);
                Assert.Equal((string)line["service"]!, row["service"]);
                Assert.Equal((string?)line["overhead"] ?? "", row["overhead"]);
                Assert.Equal((string?)line["customer"] ?? "", row["customer"]);
                Assert.Equal((string?)line["driver"] ?? "", row["driver"]);
                Assert.Equal((string)line["exact"]!, row["exact_pence"]);
                Assert.Equal((long)line["pool_pence"]!, Csv.Pence(row["costs_shared"]));
                Assert.Equal((long)line["share_pence"]!, Csv.Pence(row["amount"]));
            }
            Assert.Equal(
                figures.Select(figure => (figure[..^6].Replace('_', '-'), (long)partner[figure]!)),
                own.Skip(lines.Count).Select(row => (row["item"], Csv.Pence(row["amount"])))
            );
        }
    }

    [Fact]
    public void One_partner_s_statement_is_its_part_of_the_whole()
    {
        using var session = Small.Closed();
        var whole = Json(session.Do("statement cih 2016-10 --format json"));
        var one = Json(session.Do("statement cih 2016-10 --format json --partner haringey"));
        Assert.Equal(whole["partners"]![2]!.ToJsonString(), Assert.Single(Each(one, "partners")).ToJsonString());
        var text = session.Do("statement cih 2016-10 --partner haringey");
        Assert.Contains("London Borough of Haringey", text, StringComparison.Ordinal);
        Assert.DoesNotContain("London Borough of Camden", text, StringComparison.Ordinal);
        session.Run("statement cih 2016-10 --partner hackney").MustBeRefusedFor("partner-unknown");
    }

    [Fact]
    public void Options_stand_in_any_order()
    {
        using var session = Small.Closed();
        var expected = session.Do("statement cih 2016-10 --partner camden --format json --data openbook-data");
        Assert.Equal(expected, session.Do("--data openbook-data statement --format json cih --partner camden 2016-10"));
        Assert.Equal(expected, session.Do("statement --partner=camden --data=openbook-data cih 2016-10 --format=json"));
        Assert.Equal(expected, session.Do("statement --partner:camden cih --format:json 2016-10"));
    }

    [Fact]
    public void All_statements_are_those_of_each_closed_period()
    {
        using var session = Small.Closed();
        session.All("close cih 2016-11", "close cih 2016-12");
        var all = Json(session.Do("statement cih --all --format json")).AsArray();
        Assert.Equal(3, all.Count);
        foreach (var statement in all)
        {
            var one = Json(session.Do($"statement cih {(string)statement!["period"]!} --format json"));
            Assert.Equal(one.ToJsonString(), statement.ToJsonString());
        }
        Assert.Equal(all.Count * 3, session.Do("statement cih --all").Split("Statement cih/").Length - 1);
        Assert.Equal(
            ["2016-10", "2016-11", "2016-12"],
            Csv.Rows(session.Do("statement cih --all --format csv")).Select(row => row["period"]).Distinct()
        );
    }

    [Fact]
    public void A_year_so_far_adds_its_closed_periods_up()
    {
        using var session = Small.Closed();
        session
            .File("more.csv", "date,service,amount,paid_by\n2016-11-09,networks,1.00,camden\n")
            .Do("import costs cih more.csv");
        session.Do("close cih 2016-11");
        var year = Json(session.Do("statement cih 2016/17 --format json"));
        Assert.Equal(["book", "year", "periods", "head", "partners"], Fields(year));
        Assert.Equal(["2016-10", "2016-11"], year["periods"]!.AsArray().Select(item => (string)item!));
        var months = Json(session.Do("statement cih --all --format json")).AsArray();
        foreach (var partner in Each(year, "partners"))
        {
            var own = months
                .SelectMany(month => Each(month!, "partners"))
                .Where(item => (string)item["partner"]! == (string)partner["partner"]!)
                .ToList();
            foreach (var figure in (string[])["share_pence", "paid_pence", "balance_pence", "settled_pence"])
            {
                Assert.Equal(own.Sum(item => (long)item[figure]!), (long)partner[figure]!);
            }
            Assert.Equal((long)own[0]["brought_forward_pence"]!, (long)partner["brought_forward_pence"]!);
            Assert.Equal((long)own[^1]["carried_forward_pence"]!, (long)partner["carried_forward_pence"]!);
            Assert.Equal((long)partner["share_pence"]!, Each(partner, "lines").Sum(line => (long)line["share_pence"]!));
        }
        var rows = Csv.Rows(session.Do("statement cih 2016/17 --format csv --partner camden"));
        Assert.Equal(
            (long)year["partners"]![0]!["share_pence"]!,
            Csv.Pence(rows.Single(row => row["item"] == "share")["amount"])
        );
        Assert.StartsWith(
            "Camden, Islington and Haringey: 2016/17 so far\nClosed: October 2016 and November 2016.\n",
            session.Do("statement cih 2016/17"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_paper_of_a_closed_month_keeps_the_names_of_its_time()
    {
        using var session = Small.Closed();
        var then = session.Do("statement cih 2016-10 --partner camden");
        Assert.StartsWith("London Borough of Camden\n", then, StringComparison.Ordinal);
        session.File(
            "agreement.yaml",
            Small.Agreement.Replace("London Borough of Camden", "City of Camden", StringComparison.Ordinal)
        );
        session.All(
            Small.Amendment,
            "approve cih --partner camden --version 2 --body Cabinet --on 2016-11-01",
            "approve cih --partner islington --version 2 --body Cabinet --on 2016-11-01",
            "approve cih --partner haringey --version 2 --body Cabinet --on 2016-11-01"
        );
        Assert.Equal(then, session.Do("statement cih 2016-10 --partner camden"));
        Assert.StartsWith(
            "City of Camden\n",
            session.Do("statement cih 2016-12 --partner camden"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Every_figure_sums_to_zero_over_the_partners_but_share_and_paid_which_are_equal()
    {
        using var session = Small.Closed();
        var partners = Each(Json(session.Do("statement cih 2016-10 --format json")), "partners").ToList();
        Assert.Equal(partners.Sum(item => (long)item["paid_pence"]!), partners.Sum(item => (long)item["share_pence"]!));
        foreach (var figure in figures[2..])
        {
            Assert.Equal(0, partners.Sum(item => (long)item[figure]!));
        }
    }

    [Theory]
    [InlineData("statement cih 2016-09", "period-out-of-reach")]
    [InlineData("statement cih 2016/17-13", "year-end-not-open")]
    [InlineData("statement cih 2015/16", "period-out-of-reach")]
    public void A_period_that_cannot_be_shown_is_refused(string line, string code)
    {
        using var session = Small.Closed();
        session.Run(line).MustBeRefusedFor(code);
    }

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;

    private static IEnumerable<string> Fields(JsonNode json) => json.AsObject().Select(pair => pair.Key);

    private static IEnumerable<JsonNode> Each(JsonNode json, string list) =>
        json[list]!.AsArray().Select(item => item!);
}
