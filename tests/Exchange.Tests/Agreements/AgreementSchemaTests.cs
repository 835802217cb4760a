using System.Text.Json;
using Openbook.Domain;

namespace Openbook.Exchange.Tests;

/// <summary>The published schema names the keys that are read, and no other.</summary>
public sealed class AgreementSchemaTests : IDisposable
{
    private readonly JsonDocument schema = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AgreementExample.Repository(), "docs", "reference", "agreement.schema.json"))
    );

    public void Dispose() => schema.Dispose();

    /// <summary>Where the schema describes a set of keys, and an empty one in the example's text.</summary>
    [Theory]
    [InlineData("", null)]
    [InlineData("$defs/partner", "partners: [X]")]
    [InlineData("$defs/service", "services: [X]")]
    [InlineData("$defs/overhead", "overheads: [X]")]
    [InlineData("$defs/driver", "drivers: [X]")]
    [InlineData("$defs/customer", "customers: [X]")]
    [InlineData("$defs/costRule/oneOf/1", "services: [{ code: s, name: S, share: X }]")]
    [InlineData("$defs/incomeRule/oneOf/1", "savings: { share: X }")]
    [InlineData("properties/income", "income: X")]
    [InlineData("properties/savings", "savings: X")]
    [InlineData("properties/notice", "notice: X")]
    [InlineData("properties/committee", "committee: X")]
    [InlineData("properties/committee/properties/quorum", "committee: { quorum: X }")]
    public void Its_keys_are_those_that_are_read(string path, string? place)
    {
        var part = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(schema.RootElement, Step);
        Assert.False(part.GetProperty("additionalProperties").GetBoolean());
        var known = part.GetProperty("properties").EnumerateObject().Select(each => each.Name).ToArray();
        Assert.Empty(Named(Refuse.KeyUnknown, place, Map(known)));
        Assert.Equal(["zzz"], Named(Refuse.KeyUnknown, place, Map([.. known, "zzz"])));
        var required = part.TryGetProperty("required", out var keys)
            ? keys.EnumerateArray().Select(each => each.GetString()!).Order().ToArray()
            : [];
        Assert.Equal(required, Named(Refuse.KeyMissing, place, "{}"));
    }

    [Fact]
    public void Every_key_that_is_read_stands_in_it()
    {
        var described = Keys(schema.RootElement).ToHashSet();
        string[] read =
        [
            "rules",
            "partnership",
            "starts",
            "ends",
            "partners",
            "host",
            "services",
            "overheads",
            "drivers",
            "customers",
            "income",
            "savings",
            "notice",
            "committee",
            "code",
            "name",
            "gss",
            "share",
            "driver",
            "fixed",
            "direct",
            "over",
            "fallback",
            "max_age_months",
            "months",
            "waiver",
            "members_each",
            "quorum",
            "total",
            "each",
            "chair",
        ];
        Assert.Equal(read.Order(), described.Order());
    }

    private static JsonElement Step(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Array ? from[name[0] - '0'] : from.GetProperty(name);

    private static string Map(string[] keys) => $"{{ {string.Join(", ", keys.Select(key => $"{key}: x"))} }}";

    /// <summary>The keys that refusals of a kind name, where only this part of an agreement is given.</summary>
    private static string[] Named(RefusalCode code, string? place, string map)
    {
        var isRoot = place is null;
        var text = isRoot ? map : place!.Replace("X", map, StringComparison.Ordinal);
        return
        [
            .. AgreementExample
                .Refusals(text)
                .Where(refusal => refusal.Code == code)
                .Where(refusal => isRoot || !refusal.What.EndsWith("in the agreement.", StringComparison.Ordinal))
                .Select(refusal => refusal.What.Split('"')[1])
                .Order(),
        ];
    }

    private static IEnumerable<string> Keys(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().SelectMany(Keys);
        }
        if (element.ValueKind != JsonValueKind.Object)
        {
            return [];
        }
        var own = element.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().Select(each => each.Name)
            : [];
        return own.Concat(element.EnumerateObject().SelectMany(each => Keys(each.Value)));
    }
}
