using System.Text.Json.Nodes;
using Openbook.Cli.Tests.Given;
using Openbook.Cli.Tests.Sample;

namespace Openbook.Cli.Tests.Pages;

/// <summary>The published schemas describe what the program really prints, and name all of it.</summary>
[Collection(SampleBook.Collection)]
public sealed class SchemaTests(SampleBook sample)
{
    [Theory]
    [InlineData("statement.schema.json", "statement cih 2016-10")]
    [InlineData("statement.schema.json", "statement cih 2016/17-13 --partner haringey")]
    [InlineData("statement-list.schema.json", "statement cih --all")]
    [InlineData("year.schema.json", "statement cih 2017/18")]
    [InlineData("explain.schema.json", "explain cih 2016-12 --partner islington --service desktop")]
    [InlineData("explain.schema.json", "explain cih 2018-04 --partner camden --service networks")]
    [InlineData("entries.schema.json", "entries cih")]
    [InlineData("books.schema.json", "books")]
    [InlineData("verify.schema.json", "verify cih")]
    [InlineData("monitor.schema.json", "monitor cih 2016-12")]
    [InlineData("monitor.schema.json", "monitor cih 2018-02")]
    [InlineData("whatif.schema.json", "whatif cih late.yaml --at 30")]
    public void What_the_sample_prints_is_as_described(string schema, string line)
    {
        sample.Session.File("late.yaml", "scenario: A late bill\nchanges:\n  - costs: late.csv\n");
        sample.Session.File("late.csv", "date,service,amount,paid_by\n2017-01-04,networks,100.01,camden\n");
        Assert.Empty(JsonSchema.Faults(schema, JsonNode.Parse(sample.Session.Do($"{line} --format json"))));
    }

    [Fact]
    public void Facts_with_all_that_they_can_hold_are_as_described()
    {
        using var session = new Session();
        session.File("costs.csv", Small.Costs).File("agreement.yaml", Small.Agreement + Everything);
        session.Do("new cih --agreement agreement.yaml --key first");
        session.All(
            Small.Approve("camden"),
            Small.Approve("islington"),
            $"{Small.Approve("haringey")} --reference Minute --key last"
        );
        session.All("import costs cih costs.csv", "withhold cih c-5 --because \"Names a person\"");
        var entries = JsonNode.Parse(session.Do("entries cih --format json"))!;
        Assert.Empty(JsonSchema.Faults("entries.schema.json", entries));
        Assert.Equal("lga", (string)entries[5]!["fact"]!["customer"]!);
        Assert.All(entries.AsArray(), entry => Assert.Empty(JsonSchema.Faults("entry.schema.json", entry)));
        Assert.Empty(JsonSchema.Faults("books.schema.json", JsonNode.Parse(session.Do("books --format json"))));
    }

    [Fact]
    public void Drafts_are_as_described_from_the_first_to_the_close()
    {
        using var session = Small.October();
        var described = () =>
        {
            Assert.Empty(
                JsonSchema.Faults("draft.schema.json", JsonNode.Parse(session.Do("drafts cih 2016-10 --format json")))
            );
            Assert.Empty(
                JsonSchema.Faults("draft-list.schema.json", JsonNode.Parse(session.Do("drafts cih --format json")))
            );
        };
        described();
        foreach (
            var line in (string[])
                [
                    "issue cih 2016-10 --key issue",
                    "query cih c-1 --because \"Ours?\" --by haringey --key query",
                    "query cih c-2 --because \"Ours?\" --by haringey",
                    "answer cih 9 --because Yes --key answer",
                    "query cih c-2 --because \"Ours?\" --by islington",
                    "accept cih 2016-10 --by haringey --key accept",
                    "close cih 2016-10",
                ]
        )
        {
            session.Do(line);
            described();
        }
        Assert.Empty(JsonSchema.Faults("entries.schema.json", JsonNode.Parse(session.Do("entries cih --format json"))));
    }

    private const string Everything = """
        savings: { share: { fixed: { camden: 1, islington: 1, haringey: 1 } } }
        income: { share: as-service }
        notice: { months: 18, waiver: all staying }
        committee: { members_each: 2, quorum: { total: 3, each: 1 }, chair: rotates }
        ends: 2018-12-31

        """;

    [Fact]
    public void An_open_statement_and_reckoned_ones_are_as_described()
    {
        using var session = Small.October();
        Assert.Empty(
            JsonSchema.Faults(
                "statement.schema.json",
                JsonNode.Parse(session.Do("statement cih 2016-10 --format json"))
            )
        );
        var reckoned = session.Do(
            "reckon --agreement agreement.yaml --drivers devices.csv --costs costs.csv --format json"
        );
        Assert.Empty(JsonSchema.Faults("statement-list.schema.json", JsonNode.Parse(reckoned)));
        Assert.Empty(
            JsonSchema.Faults("books.schema.json", JsonNode.Parse(session.Do("books --format json --data none")))
        );
    }

    [Fact]
    public void Damage_and_copies_that_differ_are_as_described()
    {
        using var session = Small.Closed();
        session.Do("export cih --as entries --out cih.zip");
        Assert.Empty(
            JsonSchema.Faults(
                "verify.schema.json",
                JsonNode.Parse(session.Do("verify cih --against cih.zip --format json"))
            )
        );
        Commands.Harm.Spoil(
            session,
            "openbook-data/openbook.db",
            "London Borough of Camden",
            "London Borough of Hamden"
        );
        var damaged = JsonNode.Parse(session.Run("verify cih --format json").Out)!;
        Assert.NotEmpty(damaged["damages"]!.AsArray());
        Assert.Empty(JsonSchema.Faults("verify.schema.json", damaged));
    }

    [Theory]
    [InlineData("entry", 3)]
    [InlineData("hash", "abc")]
    public void A_wrong_value_is_found(string name, object wrong)
    {
        var json = sample.Statements[0].DeepClone();
        json["head"]![name] = wrong is int number ? JsonValue.Create(number + 0.5m) : JsonValue.Create((string)wrong);
        Assert.Contains(
            JsonSchema.Faults("statement.schema.json", json),
            fault => fault.StartsWith($".head.{name} is ", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_member_that_is_missing_or_not_named_is_found()
    {
        var json = sample.Statements[0].DeepClone();
        json["partners"]![0]!["lines"]![0]!.AsObject().Remove("exact");
        json["partners"]![0]!["vat_pence"] = 0;
        json["status"] = "shut";
        Assert.Equal(
            [
                ".status is \"shut\", none of [\"open\",\"closed\"]",
                ".partners[0].lines[0].exact is not there",
                ".partners[0].vat_pence is not named in statement.schema.json",
            ],
            JsonSchema.Faults("statement.schema.json", json)
        );
        var entry = JsonNode.Parse(sample.Session.Do("entries cih --format json"))![9]!;
        Assert.Equal("period-closed", (string)entry["kind"]!);
        entry["fact"]!["note"] = "x";
        Assert.Equal([".fact.note is not named in entry.schema.json"], JsonSchema.Faults("entry.schema.json", entry));
    }

    [Fact]
    public void Every_form_of_JSON_has_a_schema_that_the_reference_lists()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "reference", "README.md"));
        var schemas = Directory
            .EnumerateFiles(Repository.PathOf("docs", "reference"), "*.schema.json")
            .Select(path => Path.GetFileName(path))
            .ToList();
        Assert.Equal(15, schemas.Count);
        Assert.All(schemas, schema => Assert.Contains($"({schema})", page, StringComparison.Ordinal));
    }
}
