using System.Text.Json.Nodes;
using Openbook.Domain;
using Openbook.Schemas;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Api;

/// <summary>The API gives what the commands give, byte for byte, and it is as the published schemas say.</summary>
public sealed class SameAsCommandsTests
{
    [Theory]
    [InlineData("books", "books", "books.schema.json")]
    [InlineData("books/cih/verify", "verify cih", "verify.schema.json")]
    [InlineData("books/cih/entries", "entries cih", "entries.schema.json")]
    [InlineData("books/cih/entries?after=12", "entries cih --after 12", "entries.schema.json")]
    [InlineData("books/cih/entries?at=12", "entries cih --at 12", "entries.schema.json")]
    [InlineData("books/cih/periods/2016-10/statement", "statement cih 2016-10", "statement.schema.json")]
    [InlineData("books/cih/periods/2014-01/statement", null, "problem.schema.json")]
    [InlineData(
        "books/cih/periods/2016-17-13/statement?partner=haringey",
        "statement cih 2016/17-13 --partner haringey",
        "statement.schema.json"
    )]
    [InlineData("books/cih/periods/2016-10/statement?at=20", "statement cih 2016-10 --at 20", "statement.schema.json")]
    [InlineData(
        "books/cih/periods/2016-12/explain?partner=islington&service=desktop",
        "explain cih 2016-12 --partner islington --service desktop",
        "explain.schema.json"
    )]
    [InlineData("books/cih/periods/2016-12/monitor", "monitor cih 2016-12", "monitor.schema.json")]
    [InlineData("books/cih/periods/2018-02/monitor", "monitor cih 2018-02", "monitor.schema.json")]
    [InlineData("books/cih/drafts/2018-12", "drafts cih 2018-12", "draft.schema.json")]
    [InlineData("books/cih/drafts/2016-17-13", "drafts cih 2016/17-13", "draft.schema.json")]
    [InlineData("books/cih/drafts/December", null, "problem.schema.json")]
    [InlineData("books/cih/years/2017-18", "statement cih 2017/18", "year.schema.json")]
    [InlineData(
        "books/cih/years/2016-17?partner=camden&at=90",
        "statement cih 2016/17 --partner camden --at 90",
        "year.schema.json"
    )]
    [InlineData("books/bl/entries", "entries bl", "entries.schema.json")]
    [InlineData("books/cih/periods", null, "periods.schema.json")]
    public void An_answer_is_what_the_command_prints(string address, string? command, string schema)
    {
        var answer = ASite.OverSample.Get($"/api/v1/{address}");
        var json = JsonNode.Parse(answer.Body);
        Assert.Empty(JsonSchema.Faults(schema, json));
        if (command is not null)
        {
            var printed = ASite.OverSample.Printed($"{command} --format json");
            Assert.Equal(CanonicalJson.Bytes(JsonNode.Parse(printed)), CanonicalJson.Bytes(json));
            Assert.Equal(printed.TrimEnd(), answer.Body);
            Assert.Equal("application/json", answer.Headers["Content-Type"]);
        }
    }

    [Fact]
    public void A_day_is_a_moment_too()
    {
        using var site = ASmallBook.WithJanuary();
        var entries = JsonNode.Parse(site.Printed("entries ab --format json"))!;
        var day = ((string)entries[3]!["recorded_at"]!)[..10];
        foreach (var asked in new[] { ("", ""), ("&at=4", " --at 4") })
        {
            Assert.Equal(
                site.Printed($"statement ab 2026-01 --known {day}{asked.Item2} --format json").TrimEnd(),
                site.Open($"/api/v1/books/ab/periods/2026-01/statement?known={day}{asked.Item1}").Body
            );
        }
    }

    [Fact]
    public void Every_closed_statement_of_the_samples_is_the_commands()
    {
        var compared = 0;
        foreach (var book in new[] { "cih", "bl" })
        {
            var statements = JsonNode
                .Parse(ASite.OverSample.Printed($"statement {book} --all --format json"))!
                .AsArray();
            foreach (var printed in statements)
            {
                var period = ((string)printed!["period"]!).Replace('/', '-');
                var answer = ASite.OverSample.Open($"/api/v1/books/{book}/periods/{period}/statement");
                Assert.Equal(CanonicalJson.Bytes(printed), CanonicalJson.Bytes(JsonNode.Parse(answer.Body)));
                compared++;
            }
        }
        Assert.True(compared > 20, $"{compared} statements");
    }

    [Fact]
    public void A_book_is_its_line_of_the_list_at_any_moment()
    {
        var list = JsonNode.Parse(ASite.OverSample.Open("/api/v1/books").Body)!.AsArray();
        var now = JsonNode.Parse(ASite.OverSample.Open("/api/v1/books/cih").Body);
        Assert.Contains(list, book => JsonNode.DeepEquals(book, now));
        var then = JsonNode.Parse(ASite.OverSample.Open("/api/v1/books/cih?at=20").Body)!;
        var twentieth = JsonNode.Parse(ASite.OverSample.Open("/api/v1/books/cih/entries/20").Body)!;
        Assert.Equal(20, (int)then["entries"]!);
        Assert.Equal((string)twentieth["hash"]!, (string)then["head"]!);
    }

    [Fact]
    public void An_entry_is_given_as_it_is_stored_so_that_anyone_can_check_its_hash()
    {
        var entries = JsonNode.Parse(ASite.OverSample.Printed("entries cih --format json"))!.AsArray();
        foreach (var printed in entries)
        {
            var answer = ASite.OverSample.Open($"/api/v1/books/cih/entries/{printed!["number"]}");
            Assert.Equal(CanonicalJson.Bytes(printed), System.Text.Encoding.UTF8.GetBytes(answer.Body));
            var json = JsonNode.Parse(answer.Body)!.AsObject();
            var hash = (string)json["hash"]!;
            json.Remove("hash");
            Assert.Equal(hash, CanonicalJson.Sha256(json));
        }
    }

    [Fact]
    public void Periods_say_which_are_closed_and_by_which_entry()
    {
        var periods = JsonNode.Parse(ASite.OverSample.Open("/api/v1/books/cih/periods").Body)!.AsArray();
        var closing = JsonNode
            .Parse(ASite.OverSample.Printed("entries cih --format json"))!
            .AsArray()
            .Where(entry => (string)entry!["kind"]! == "period-closed")
            .ToDictionary(entry => (string)entry!["fact"]!["period"]!, entry => (int)entry!["number"]!);
        Assert.Equal(
            closing.OrderBy(item => item.Value),
            periods
                .Where(period => (string)period!["status"]! == "closed")
                .Select(period => KeyValuePair.Create((string)period!["period"]!, (int)period["closed_by"]!))
                .OrderBy(item => item.Value)
        );
        Assert.Contains(periods, period => (string)period!["in_addresses"]! == "2016-17-13");
    }

    [Fact]
    public void What_another_program_recorded_shows_at_once()
    {
        using var site = ASmallBook.Agreed();
        Assert.Equal(3, (int)JsonNode.Parse(site.Open("/api/v1/books/ab").Body)!["entries"]!);
        site.Command("import costs ab january.csv");
        Assert.Equal(4, (int)JsonNode.Parse(site.Open("/api/v1/books/ab").Body)!["entries"]!);
    }
}
