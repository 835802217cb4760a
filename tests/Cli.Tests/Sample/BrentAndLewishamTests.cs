using System.Text.Json.Nodes;
using Openbook.Cli.Tests.Given;

namespace Openbook.Cli.Tests.Sample;

/// <summary>The sample of Brent and Lewisham's first year.</summary>
public sealed class BrentAndLewishamTests
{
    private static readonly string folder = Repository.PathOf("samples", "bl");

    [Fact]
    public void Its_files_are_those_that_the_generator_writes()
    {
        if (!Outside.IsThere("node"))
        {
            return;
        }
        using var session = new Session();
        Outside.Run(session.Folder, "node", Path.Combine(folder, "generate.mjs"), session.Folder);
        var made = Directory
            .EnumerateFiles(session.Folder, "*.csv", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(session.Folder, path))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(
            Directory
                .EnumerateFiles(folder, "*.csv", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(folder, path))
                .Order(StringComparer.Ordinal),
            made
        );
        Assert.All(
            made,
            name =>
                Assert.Equal(
                    File.ReadAllText(Path.Combine(folder, name)),
                    File.ReadAllText(Path.Combine(session.Folder, name))
                )
        );
    }

    [Fact]
    public void Its_year_is_shared_half_and_half_but_for_the_customer_and_ends_settled()
    {
        using var session = new Session { Now = "2026-11-22T09:00:00Z" };
        session.Do("demo --terminal --sample bl --data openbook-data");
        var budget = JsonNode.Parse(session.Do("monitor bl 2016/17-13 --format json"))!;
        var revenue = budget["rows"]!.AsArray().Where(row => (string)row!["kind"]! == "revenue").ToList();
        Assert.Equal(340_000_000, revenue.Sum(row => (long)row!["revised_pence"]!));
        Assert.Equal(6, revenue.Count);
        var year = JsonNode.Parse(session.Do("statement bl 2016/17 --format json"))!["partners"]!.AsArray();
        var shares = year.Select(partner =>
                partner!["lines"]!
                    .AsArray()
                    .Where(line => line!["customer"] is null)
                    .Sum(line => (long)line!["share_pence"]!)
            )
            .ToList();
        Assert.InRange(shares[0] - shares[1], -1, 1);
        Assert.Equal(
            [-16_800_000L],
            year.SelectMany(partner => partner!["lines"]!.AsArray())
                .Where(line => (string?)line!["customer"] == "lga")
                .Select(line => (long)line!["share_pence"]!)
        );
        var last = JsonNode.Parse(session.Do("statement bl 2017-05 --format json"))!["partners"]!.AsArray();
        Assert.Equal([0, 0], last.Select(partner => (long)partner!["carried_forward_pence"]!));
        Assert.Contains("bl verifies: ", session.Do("verify bl"), StringComparison.Ordinal);
    }
}
