using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Openbook.EndToEnd.Tests.Site;

/// <summary>The API's description, as the site serves it, is valid OpenAPI and leaves nothing unsaid.</summary>
public sealed class ApiDescriptionTests
{
    [LintFact]
    public async Task The_description_is_valid_openapi()
    {
        var folder = Directory.CreateTempSubdirectory("openbook-openapi-");
        await Served(folder);
        Assert.Empty(Faults(folder));
        folder.Delete(recursive: true);
    }

    [LintFact]
    public async Task The_checker_can_find_a_fault()
    {
        var folder = Directory.CreateTempSubdirectory("openbook-openapi-");
        await Served(folder);
        var file = Path.Combine(folder.FullName, "v1.json");
        var description = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        description["paths"]!["/api/v1/books"]!["get"]!.AsObject().Remove("operationId");
        await File.WriteAllTextAsync(file, description.ToJsonString());
        File.Delete(Path.Combine(folder.FullName, "year.schema.json"));
        Assert.Equal(["no-unresolved-refs", "operation-operationId"], Faults(folder).Distinct().Order());
        folder.Delete(recursive: true);
    }

    // The description, and every schema that it refers to, from the same place.
    private static async Task Served(DirectoryInfo folder)
    {
        using var client = new HttpClient { BaseAddress = ServedSite.Sample.Address };
        var waiting = new Queue<string>(["v1.json"]);
        var brought = new HashSet<string>(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var name))
        {
            if (!brought.Add(name))
            {
                continue;
            }
            var text = await client.GetStringAsync(new Uri($"openapi/{name}", UriKind.Relative));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text);
            foreach (var file in References(JsonNode.Parse(text)).Select(reference => reference.Split('#')[0]))
            {
                if (file.Length > 0)
                {
                    waiting.Enqueue(file);
                }
            }
        }
    }

    private static IEnumerable<string> References(JsonNode? json) =>
        json switch
        {
            JsonObject members => members.SelectMany(member =>
                member is { Key: "$ref", Value: JsonValue reference } ? [(string)reference!] : References(member.Value)
            ),
            JsonArray items => items.SelectMany(References),
            _ => [],
        };

    private static List<string> Faults(DirectoryInfo folder)
    {
        var start = new ProcessStartInfo(
            "node",
            [
                LintFactAttribute.Checker,
                "lint",
                Path.Combine(folder.FullName, "v1.json"),
                "--config",
                LintFactAttribute.Rules,
                "--format",
                "json",
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // It is to tell nobody that it runs.
        start.Environment["REDOCLY_TELEMETRY"] = "off";
        start.Environment["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true";
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        var report = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(report.StartsWith('{'), $"{report}{said.Result}");
        return [.. JsonNode.Parse(report)!["problems"]!.AsArray().Select(problem => (string)problem!["ruleId"]!)];
    }
}

/// <summary>A test that needs the checker of API descriptions and Node.js, and says so where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LintFactAttribute : FactAttribute
{
    public LintFactAttribute()
    {
        if (!File.Exists(Checker))
        {
            Skip = "The checker of API descriptions (npm ci in tests/EndToEnd.Tests) is not installed.";
        }
    }

    public static string Checker { get; } = PathOf("node_modules", "@redocly", "cli", "bin", "cli.js");

    /// <summary>What is checked.</summary>
    public static string Rules { get; } = PathOf("redocly.yaml");

    private static string PathOf(params string[] parts) =>
        Path.Combine([HtmlFactAttribute.Root, "tests", "EndToEnd.Tests", .. parts]);
}
