using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Openbook.Schemas;
using Openbook.Web.Api;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Api;

/// <summary>The description names every address of the API with all that it can be asked, and nothing else.</summary>
public sealed class DescriptionTests
{
    private static readonly JsonObject Described = JsonNode
        .Parse(ASite.OverSample.Open("/openapi/v1.json").Body)!
        .AsObject();

    private static JsonObject Paths => Described["paths"]!.AsObject();

    [Fact]
    public void Every_endpoint_is_described_and_every_path_is_an_endpoint() =>
        Assert.Equal(ASite.OverSample.ApiEndpoints.Select(PathOf).Order(), Paths.Select(path => path.Key).Order());

    [Fact]
    public void Every_parameter_is_described_and_every_one_described_is_known()
    {
        foreach (var endpoint in ASite.OverSample.ApiEndpoints)
        {
            var path = PathOf(endpoint);
            Assert.Equal(
                (endpoint.Metadata.GetMetadata<QueryNames>()?.Names ?? []).Order(),
                Parameters(path, "query").Select(parameter => (string)parameter["name"]!).Order()
            );
            Assert.Equal(
                endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name).Order(),
                Parameters(path, "path").Select(parameter => (string)parameter["name"]!).Order()
            );
        }
    }

    [Fact]
    public void Every_path_answers_its_examples_as_its_schema_says()
    {
        foreach (var (path, _) in Paths)
        {
            var address = path;
            foreach (var parameter in Parameters(path, "path"))
            {
                address = address.Replace($"{{{parameter["name"]}}}", Example(parameter), StringComparison.Ordinal);
            }
            var asked = Parameters(path, "query").Select(parameter => $"{parameter["name"]}={Example(parameter)}");
            var needed = Parameters(path, "query")
                .Where(parameter => parameter["required"] is not null)
                .Select(parameter => $"{parameter["name"]}={Example(parameter)}");
            Answers(path, $"{address}?{string.Join('&', needed)}");
            Answers(path, $"{address}?{string.Join('&', asked)}");
        }
    }

    [Fact]
    public void Every_schema_that_it_refers_to_is_served_beside_it()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("docs", "reference"), "*.schema.json"))
        {
            var served = ASite.OverSample.Open($"/openapi/{Path.GetFileName(file)}");
            Assert.Equal(File.ReadAllText(file), served.Body);
            Assert.Equal("application/json", served.Headers["Content-Type"]);
        }
    }

    [Fact]
    public void It_is_openapi_and_pages_and_documents_lead_to_it()
    {
        Assert.Equal("3.1.0", (string)Described["openapi"]!);
        Assert.Contains("/openapi/v1.json", ASite.OverSample.Open("/help").Links);
        var page = File.ReadAllText(Repository.PathOf("docs", "reference", "api.md"));
        Assert.All(Paths, path => Assert.Contains($"`{path.Key["/api/v1".Length..]}", page, StringComparison.Ordinal));
    }

    // The router writes the root of a group with a slash and matches it without.
    private static string PathOf(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.TrimEnd('/');

    // The samples are told on the day of the test.
    private static string Example(JsonNode parameter) =>
        (string)parameter["name"]! == "known" ? Told : parameter["example"]!.ToString();

    private static string Told =>
        ((string)JsonNode.Parse(ASite.OverSample.Open("/api/v1/books/cih/entries/90").Body)!["recorded_at"]!)[..10];

    private static void Answers(string path, string address)
    {
        var answer = ASite.OverSample.Get(address);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{address} answered {answer.Status}: {answer.Body}");
        var schema = (string)
            Paths[path]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"]!;
        var json = JsonNode.Parse(answer.Body)!;
        // The one that is described as an item of a list.
        var whole = schema.EndsWith("#/items", StringComparison.Ordinal) ? new JsonArray(json) : json;
        Assert.Empty(JsonSchema.Faults(schema.Split('#')[0], whole));
    }

    private static IEnumerable<JsonNode> Parameters(string path, string place) =>
        (Paths[path]!["get"]!["parameters"]?.AsArray() ?? [])
            .Select(parameter => ((string)parameter!["$ref"]!).Split('/')[^1])
            .Select(name => Described["components"]!["parameters"]![name]!)
            .Where(parameter => (string)parameter["in"]! == place);
}
