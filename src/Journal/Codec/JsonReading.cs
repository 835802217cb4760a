using System.Text.Json;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>Reads the members of a stored object strictly: each must be there, have its form, and none may be over.</summary>
internal sealed class JsonReading
{
    private readonly JsonElement from;
    private readonly List<string> seen = [];

    public JsonReading(JsonElement element, string what) =>
        from =
            element.ValueKind == JsonValueKind.Object
                ? element
                : throw new FormatException($"{what} is not an object.");

    public string Text(string name) => OptionalText(name) ?? throw new FormatException($"{name} is missing.");

    public string? OptionalText(string name) =>
        Member(name) is var member && member.ValueKind is JsonValueKind.String or JsonValueKind.Null
            ? member.GetString()
            : throw new FormatException($"{name} is not a text.");

    public long Number(string name) => OptionalNumber(name) ?? throw new FormatException($"{name} is missing.");

    public int Count(string name) => checked((int)Number(name));

    public long? OptionalNumber(string name)
    {
        var member = Member(name);
        if (member.ValueKind == JsonValueKind.Null)
        {
            return null;
        }
        return
            member.ValueKind == JsonValueKind.Number
            && member.TryGetInt64(out var number)
            && number is >= -Money.Largest and <= Money.Largest
            ? number
            : throw new FormatException($"{name} is not a whole number.");
    }

    public bool Flag(string name) =>
        Member(name) is var member && member.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? member.GetBoolean()
            : throw new FormatException($"{name} is not true or false.");

    public DateOnly Date(string name) =>
        Dates.TryParse(Text(name), out var date) ? date : throw new FormatException($"{name} is not a date.");

    public Month Month(string name) => ToMonth(Text(name), name);

    public static Month ToMonth(string text, string name) =>
        Domain.Month.TryParse(text, out var month) ? month : throw new FormatException($"{name} is not a month.");

    public Period Period(string name) =>
        Domain.Period.TryParse(Text(name), out var period)
            ? period
            : throw new FormatException($"The {name} cannot be read.");

    public LineRef Line(string name) =>
        LineRef.TryParse(Text(name), out var line) ? line : throw new FormatException($"The {name} cannot be read.");

    public JsonReading Object(string name) => new(Member(name), name);

    public JsonReading? OptionalObject(string name) =>
        Member(name) is var member && member.ValueKind == JsonValueKind.Null ? null : new JsonReading(member, name);

    /// <summary>The one kind of member that may be left out.</summary>
    public JsonReading? ObjectIfThere(string name) => from.TryGetProperty(name, out _) ? Object(name) : null;

    public IEnumerable<JsonReading> Objects(string name)
    {
        foreach (var item in Array(name).EnumerateArray())
        {
            yield return new JsonReading(item, name);
        }
    }

    public IEnumerable<string> Texts(string name)
    {
        foreach (var item in Array(name).EnumerateArray())
        {
            yield return item.ValueKind == JsonValueKind.String
                ? item.GetString()!
                : throw new FormatException($"{name} holds something that is not a text.");
        }
    }

    /// <summary>Throws if the object has a member that was not read, or one twice.</summary>
    public void Finish()
    {
        if (from.GetPropertyCount() == seen.Count)
        {
            return;
        }
        foreach (var member in from.EnumerateObject())
        {
            if (!seen.Contains(member.Name))
            {
                throw new FormatException($"{member.Name} is not known.");
            }
        }
        throw new FormatException("A member is there twice.");
    }

    private JsonElement Array(string name) =>
        Member(name) is var member && member.ValueKind == JsonValueKind.Array
            ? member
            : throw new FormatException($"{name} is not a list.");

    private JsonElement Member(string name)
    {
        if (!seen.Contains(name))
        {
            seen.Add(name);
        }
        return from.TryGetProperty(name, out var member) ? member : throw new FormatException($"{name} is missing.");
    }
}
