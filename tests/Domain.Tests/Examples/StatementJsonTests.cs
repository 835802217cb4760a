using System.Text.Json.Nodes;
using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Examples;

/// <summary>The statement as JSON, field by field.</summary>
public sealed class StatementJsonTests
{
    private const string Agreed = """
        agree camden, islington, haringey from 2016-10
          service networks: equal
          service desktop: driver devices
          overhead management over networks
          customer lga: direct camden
        """;

    [Fact]
    public void The_published_example_of_a_closed_statement()
    {
        var book = Telling.Of(Agreed + "\ncost 2016-10 networks 100.00 camden\nclose 2016-10");
        const string expected = """
            { "partner": "camden", "number": "cih/2016-10/camden/1",
              "lines": [
                { "service": "networks", "overhead": null, "customer": null, "for_month": "2016-10", "kind": "revenue", "true_up": false,
                  "basis": "equal", "driver": null, "agreement_version": 1, "pool_pence": 10000,
                  "weights": { "camden": "1", "islington": "1", "haringey": "1" }, "exact": "3333.333333333333",
                  "carry_before": "0", "share_pence": 3334, "carry_after": "-666666666667" } ],
              "share_pence": 3334, "paid_pence": 10000, "balance_pence": -6666,
              "brought_forward_pence": 0, "settled_pence": 0, "carried_forward_pence": -6666 }
            """;
        var json = StatementJson.Of(book.Shown("2016-10"));
        Assert.Equal(["book", "period", "status", "rules", "head", "partners"], json.Select(pair => pair.Key));
        Assert.Equal("cih", (string?)json["book"]);
        Assert.Equal("2016-10", (string?)json["period"]);
        Assert.Equal("closed", (string?)json["status"]);
        Assert.Equal("openbook-1", (string?)json["rules"]);
        Assert.Equal($$"""{"entry":6,"hash":"{{ABook.Digest(6)}}","earlier":[]}""", json["head"]!.ToJsonString());
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), json["partners"]![0]!.ToJsonString());
        Assert.Equal(3, json["partners"]!.AsArray().Count);
        Assert.Equal(3333, (long)json["partners"]![1]!["balance_pence"]!);
        Assert.Equal("333333333333", (string?)json["partners"]![2]!["lines"]![0]!["carry_after"]);
    }

    [Fact]
    public void An_open_period_says_so_and_bears_the_last_entry()
    {
        var book = Telling.Of(Agreed + "\ncost 2016-10 networks 100.00 camden");
        var json = StatementJson.Of(book.Shown("2016-10"));
        Assert.Equal("open", (string?)json["status"]);
        Assert.Equal(5, (int)json["head"]!["entry"]!);
        Assert.Equal(ABook.Digest(5), (string?)json["head"]!["hash"]);
    }

    [Fact]
    public void A_later_recording_does_not_change_the_head_of_a_closed_statement()
    {
        var book = Telling.Of(Agreed + "\nclose 2016-10\ncost 2016-11 networks 100.00 camden");
        Assert.Equal(5, book.Shown("2016-10").Head.Entry);
    }

    [Fact]
    public void A_true_up_bears_the_pools_total_the_new_weights_and_the_exact_difference()
    {
        var book = Telling.Of(
            Agreed
                + """

                count 2016-09-30 devices camden 1, islington 1, haringey 1
                cost 2016-10 desktop 100.00 camden
                close 2016-10
                count 2016-09-30 devices camden 1.50, islington 1, haringey 0
                """
        );
        var line = StatementJson.Of(book.Shown("2016-11"), "haringey")["partners"]![0]!["lines"]![0]!;
        Assert.True((bool)line["true_up"]!);
        Assert.Equal("driver", (string?)line["basis"]);
        Assert.Equal("devices", (string?)line["driver"]);
        Assert.Equal(10_000, (long)line["pool_pence"]!);
        Assert.Equal("""{"camden":"1.5","islington":"1","haringey":"0"}""", line["weights"]!.ToJsonString());
        Assert.Equal("-3333.333333333333", (string?)line["exact"]);
        Assert.Equal("2016-10", (string?)line["for_month"]);
    }

    [Fact]
    public void Overheads_customers_and_kinds_stand_on_their_lines()
    {
        var book = Telling.Of(
            Agreed
                + """

                cost 2016-10 networks 10.00 camden capital
                cost 2016-10 management 9.00 camden capital
                income 2016-10 networks 5.00 haringey from lga
                """
        );
        var lines = StatementJson.Of(book.Shown("2016-10"), "camden")["partners"]![0]!["lines"]!.AsArray();
        Assert.Equal(
            ["capital//", "income//lga", "capital/management/"],
            lines.Select(line => $"{line!["kind"]}/{line["overhead"]}/{line["customer"]}")
        );
        Assert.Equal(-500, (long)lines[1]!["pool_pence"]!);
        Assert.Equal(-500, (long)lines[1]!["share_pence"]!);
        Assert.Equal("direct", (string?)lines[1]!["basis"]);
        Assert.Equal("""{"camden":"1"}""", lines[1]!["weights"]!.ToJsonString());
    }

    [Fact]
    public void Lines_of_share_zero_are_left_out()
    {
        var book = Telling.Of(Agreed + "\ncost 2016-10 networks 0.01 camden");
        Assert.Equal([1, 0, 0], book.Shown("2016-10").Partners.Select(partner => partner.Lines.Count));
    }

    [Fact]
    public void The_digest_of_a_close_is_that_of_the_canonical_statement_without_its_head()
    {
        var book = Telling.Of(Agreed + "\ncost 2016-10 networks 100.00 camden\nclose 2016-10");
        var fact = (PeriodClosed)book.Entries[^1].Fact;
        var json = StatementJson.Of(book.Shown("2016-10"));
        json.Remove("head");
        Assert.Equal(CanonicalJson.Sha256(JsonNode.Parse(json.ToJsonString())), fact.StatementSha256);
        Assert.Equal(
            [
                new ClosedFigures("camden", 3334, 10_000, -6666, "-666666666667"),
                new ClosedFigures("islington", 3333, 0, 3333, "333333333333"),
                new ClosedFigures("haringey", 3333, 0, 3333, "333333333333"),
            ],
            fact.Partners
        );
        Assert.Equal("openbook-1", fact.Rules);
    }

    [Fact]
    public void A_closing_fact_with_other_figures_is_found()
    {
        var book = Telling.Of(Agreed + "\ncost 2016-10 networks 100.00 camden\nclose 2016-10");
        var entries = book.Entries.ToList();
        var fact = (PeriodClosed)entries[^1].Fact;
        entries[^1] = entries[^1] with { Fact = fact with { Partners = fact.Partners.Reverse().ToEquatableList() } };
        var damaged = Assert.Throws<BookDamagedException>(() => BookState.Fold(entries));
        Assert.Equal(6, damaged.Entry);
    }
}
