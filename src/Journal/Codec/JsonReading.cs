using System.Text.Json;
using System.Text.Json.Nodes;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>Reads the members of a stored object strictly: each must be there, have its form, and none may be over.</summary>
internal sealed class JsonReading
{
    private readonly JsonObject from;
    private readonly HashSet<string> seen = [];

    public JsonReading(JsonNode? node, string what) =>
        from = node as JsonObject ?? throw new FormatException($"{what} is not an object.");

    public string Text(string name) => OptionalText(name) ?? throw new FormatException($"{name} is missing.");

    public string? OptionalText(string name) =>
        Member(name) switch
        {
            null => null,
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            _ => throw new FormatException($"{name} is not a text."),
        };

    public long Number(string name) => OptionalNumber(name) ?? throw new FormatException($"{name} is missing.");

    public int Count(string name) => checked((int)Number(name));

    public long? OptionalNumber(string name) =>
        Member(name) switch
        {
            null => null,
            JsonValue value
                when value.TryGetValue<long>(out var number) && number is >= -Money.Largest and <= Money.Largest =>
                number,
            _ => throw new FormatException($"{name} is not a whole number."),
        };

    public bool Flag(string name) =>
        Member(name) is JsonValue value && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False
            ? value.GetValue<bool>()
            : throw new FormatException($"{name} is not true or false.");

    public DateOnly Date(string name) =>
        Dates.TryParse(Text(name), out var date) ? date : throw new FormatException($"{name} is not a date.");

    public Month Month(string name) => ToMonth(Text(name), name);

    public static Month ToMonth(string text, string name) =>
        Domain.Month.TryParse(text, out var month) ? month : throw new FormatException($"{name} is not a month.");

    public JsonReading Object(string name) => new(Member(name), name);

    public JsonReading? OptionalObject(string name) => Member(name) is { } node ? new JsonReading(node, name) : null;

    /// <summary>The one kind of member that may be left out.</summary>
    public JsonReading? ObjectIfThere(string name) => from.ContainsKey(name) ? Object(name) : null;

    public JsonNode? Node(string name) => Member(name);

    public IEnumerable<JsonReading> Objects(string name) => Array(name).Select(item => new JsonReading(item, name));

    public IEnumerable<string> Texts(string name) =>
        Array(name)
            .Select(item =>
                item is JsonValue value && value.GetValueKind() == JsonValueKind.String
                    ? value.GetValue<string>()
                    : throw new FormatException($"{name} holds something that is not a text.")
            );

    /// <summary>Throws if the object has a member that was not read.</summary>
    public void Finish()
    {
        foreach (var (name, _) in from)
        {
            if (!seen.Contains(name))
            {
                throw new FormatException($"{name} is not known.");
            }
        }
    }

    private JsonArray Array(string name) =>
        Member(name) as JsonArray ?? throw new FormatException($"{name} is not a list.");

    private JsonNode? Member(string name)
    {
        seen.Add(name);
        return from.TryGetPropertyValue(name, out var node) ? node : throw new FormatException($"{name} is missing.");
    }
}
