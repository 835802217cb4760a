using System.Text.Json.Nodes;
using Openbook.Cli.Tests.Given;

namespace Openbook.Cli.Tests.Sample;

/// <summary>The sample's whole story, told once by the program's own demo.</summary>
public sealed class SampleBook : IDisposable
{
    public const string Collection = "The sample";

    public SampleBook()
    {
        Session = new Session { Now = "2026-11-22T09:00:00Z" };
        Told = Session.Do("demo --terminal --data openbook-data");
        Statements =
        [
            .. JsonNode.Parse(Session.Do("statement cih --all --format json"))!.AsArray().Select(item => item!),
        ];
        Session.Do("export cih --as hledger --out cih.journal");
    }

    public static string Folder { get; } = Repository.PathOf("samples", "cih");

    public Session Session { get; }

    /// <summary>What the demo printed.</summary>
    public string Told { get; }

    /// <summary>The statements of all closed periods, oldest first.</summary>
    public IReadOnlyList<JsonNode> Statements { get; }

    /// <summary>The commands of the story, without the program's name.</summary>
    public static IEnumerable<string> Commands(string folder) =>
        File.ReadLines(Path.Combine(folder, "demo.steps"))
            .Where(line =>
                line.StartsWith("run ", StringComparison.Ordinal) || line.StartsWith("show ", StringComparison.Ordinal)
            )
            .Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);

    public JsonNode Statement(string period) => Statements.Single(item => (string)item["period"]! == period);

    public static IEnumerable<JsonNode> Partners(JsonNode statement) =>
        statement["partners"]!.AsArray().Select(item => item!);

    public static JsonNode Partner(JsonNode statement, string partner) =>
        Partners(statement).Single(item => (string)item["partner"]! == partner);

    public void Dispose() => Session.Dispose();
}

[CollectionDefinition(SampleBook.Collection)]
public sealed class SampleBookCollection : ICollectionFixture<SampleBook>;
