using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Openbook.Schemas;

/// <summary>
/// Holds JSON against a published schema. It knows the words that our schemas use and refuses any other, and it also finds
/// members that the schema allows but does not name.
/// </summary>
public sealed class JsonSchema
{
    private static readonly HashSet<string> Known =
    [
        "$schema",
        "$id",
        "$defs",
        "$ref",
        "title",
        "description",
        "type",
        "enum",
        "const",
        "pattern",
        "required",
        "properties",
        "additionalProperties",
        "items",
        "allOf",
        "if",
        "then",
    ];

    private readonly Dictionary<string, JsonObject> files = new(StringComparer.Ordinal);
    private readonly List<string> faults = [];

    /// <summary>Everything in which some JSON differs from a schema of docs/reference.</summary>
    public static IReadOnlyList<string> Faults(string file, JsonNode? json)
    {
        var schema = new JsonSchema();
        schema.Check(new Rules(file, schema.Root(file)), json, "");
        return schema.faults;
    }

    /// <summary>A schema with the file it stands in, from which its references lead.</summary>
    private sealed record Rules(string File, JsonObject Of);

    private JsonObject Root(string file)
    {
        if (!files.TryGetValue(file, out var root))
        {
            root = JsonNode.Parse(File.ReadAllText(Repository.PathOf("docs", "reference", file)))!.AsObject();
            Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string)root["$schema"]!);
            Assert.Equal(file, (string)root["$id"]!);
            files[file] = root;
        }
        return root;
    }

    private Rules Follow(Rules from, string reference)
    {
        var parts = reference.Split('#', 2);
        var file = parts[0].Length == 0 ? from.File : parts[0];
        JsonNode at = Root(file);
        foreach (var name in parts.Length == 1 ? [] : parts[1].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = at[name] ?? throw new InvalidDataException($"{from.File}: {reference} leads nowhere.");
        }
        return new Rules(file, at.AsObject());
    }

    /// <summary>Checks a value; gives the names that the schema has for its members.</summary>
    private HashSet<string> Check(Rules schema, JsonNode? json, string path, bool isWhole = true)
    {
        Assert.All(schema.Of, rule => Assert.Contains(rule.Key, Known));
        var named = new HashSet<string>(StringComparer.Ordinal);
        if (schema.Of["$ref"] is { } reference)
        {
            named.UnionWith(Check(Follow(schema, (string)reference!), json, path, isWhole: false));
        }
        Value(schema.Of, json, path);
        if (json is JsonObject members)
        {
            named.UnionWith(Members(schema, members, path));
        }
        if (json is JsonArray array && schema.Of["items"] is JsonObject items)
        {
            for (var i = 0; i < array.Count; i++)
            {
                Check(schema with { Of = items }, array[i], $"{path}[{i}]");
            }
        }
        foreach (var rule in (schema.Of["allOf"] as JsonArray ?? []).Select(item => item!.AsObject()))
        {
            if (Holds(schema with { Of = rule["if"]!.AsObject() }, json))
            {
                named.UnionWith(Check(schema with { Of = rule["then"]!.AsObject() }, json, path, isWhole: false));
            }
        }
        if (isWhole && json is JsonObject whole && named.Count > 0)
        {
            faults.AddRange(
                whole
                    .Select(member => member.Key)
                    .Except(named)
                    .Select(name => $"{path}.{name} is not named in {schema.File}")
            );
        }
        return named;
    }

    private HashSet<string> Members(Rules schema, JsonObject members, string path)
    {
        var properties = schema.Of["properties"] as JsonObject ?? [];
        var rest = schema.Of["additionalProperties"];
        foreach (var name in (schema.Of["required"] as JsonArray ?? []).Select(item => (string)item!))
        {
            if (!members.ContainsKey(name))
            {
                faults.Add($"{path}.{name} is not there");
            }
        }
        foreach (var (name, value) in members)
        {
            var rule = properties[name] as JsonObject ?? rest as JsonObject;
            if (rule is not null)
            {
                Check(schema with { Of = rule }, value, $"{path}.{name}");
            }
        }
        if (properties.Count > 0 && schema.Of["type"] is not null && rest?.GetValueKind() != JsonValueKind.True)
        {
            faults.Add($"{path}: {schema.File} does not let members be added");
        }
        return [.. properties.Select(pair => pair.Key)];
    }

    private bool Holds(Rules schema, JsonNode? json)
    {
        var before = faults.Count;
        Check(schema, json, "", isWhole: false);
        var holds = faults.Count == before;
        faults.RemoveRange(before, faults.Count - before);
        return holds;
    }

    private void Value(JsonObject schema, JsonNode? json, string path)
    {
        if (schema["type"] is { } type && !Types(type).Contains(TypeOf(json)))
        {
            faults.Add($"{path} is {TypeOf(json)}, not {type.ToJsonString()}");
        }
        if (schema["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, json)))
        {
            faults.Add($"{path} is {json?.ToJsonString()}, none of {words.ToJsonString()}");
        }
        if (schema["const"] is { } only && !JsonNode.DeepEquals(only, json))
        {
            faults.Add($"{path} is {json?.ToJsonString()}, not {only.ToJsonString()}");
        }
        if (schema["pattern"] is { } pattern && TypeOf(json) == "string" && !Matches((string)pattern!, (string)json!))
        {
            faults.Add($"{path} is {json!.ToJsonString()}, which is not {pattern.ToJsonString()}");
        }
    }

    private static bool Matches(string pattern, string text) =>
        Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static IEnumerable<string> Types(JsonNode type) =>
        type is JsonArray several ? several.Select(item => (string)item!) : [(string)type!];

    private static string TypeOf(JsonNode? json) =>
        json?.GetValueKind() switch
        {
            null or JsonValueKind.Null => "null",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.String => "string",
            JsonValueKind.Array => "array",
            JsonValueKind.Object => "object",
            _ => json.ToJsonString().AsSpan().IndexOfAny(".eE") < 0 ? "integer" : "number",
        };
}
