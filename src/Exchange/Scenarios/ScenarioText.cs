using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>A change that a scenario names.</summary>
/// <param name="Kind">amend, counts or costs.</param>
/// <param name="File">The file, as written: beside the scenario's own.</param>
/// <param name="From">Of an amendment, the first day on which it counts.</param>
public sealed record ScenarioChange(string Kind, string File, DateOnly? From);

/// <summary>What a scenario's text says.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Changes">What is imagined, in order.</param>
/// <param name="Through">The last month to look at, or null.</param>
public sealed record ScenarioPlan(string Name, IReadOnlyList<ScenarioChange> Changes, Month? Through);

/// <summary>Reads a scenario: a short YAML text that names files of imagined facts.</summary>
public static class ScenarioText
{
    private const int MaxBytes = 64 * 1024;
    private static readonly string[] required = ["scenario", "changes"];
    private static readonly string[] optional = ["through"];
    private static readonly string[] kinds = ["amend", "counts", "costs"];

    /// <summary>The plan that a text says, or every fault of it with line and column.</summary>
    public static Outcome<ScenarioPlan> Read(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        var faults = new YamlFaults(fileName);
        var plan = Plan(text, faults);
        return faults.Any ? Outcome<ScenarioPlan>.Refused(faults.InOrder()) : plan!;
    }

    private static ScenarioPlan? Plan(string text, YamlFaults faults)
    {
        var root = YamlComposer.Root(text, MaxBytes, faults);
        var keys = root is null ? null : YamlKeys.Of(root, "the scenario", required, optional, faults);
        if (keys is null)
        {
            return null;
        }
        var values = new YamlValues(faults);
        return new ScenarioPlan(
            values.Words(keys["scenario"], "the scenario's name"),
            Changes(keys["changes"], values, faults),
            Through(keys["through"], values, faults)
        );
    }

    private static List<ScenarioChange> Changes(YamlNode? node, YamlValues values, YamlFaults faults)
    {
        var changes = new List<ScenarioChange>();
        if (node is not YamlList list)
        {
            if (node is not null)
            {
                faults.Unexpected(node, "a list of changes");
            }
            return changes;
        }
        foreach (var item in list.Items)
        {
            if (YamlKeys.Of(item, "a change", [], [.. kinds, "from"], faults) is { } keys)
            {
                changes.AddRange(Change(keys, values, faults));
            }
        }
        return changes;
    }

    private static IEnumerable<ScenarioChange> Change(YamlKeys keys, YamlValues values, YamlFaults faults)
    {
        var given = kinds.Where(kind => keys[kind] is not null).ToList();
        if (given.Count != 1)
        {
            faults.Unexpected(keys.Map, "one of the keys amend, counts and costs");
            yield break;
        }
        var kind = given[0];
        var from = values.Date(keys["from"]);
        if (kind == "amend" && keys["from"] is null)
        {
            faults.Add(Refuse.KeyMissing, keys.Map, "The key \"from\" is missing in an amendment.");
        }
        if (kind != "amend" && keys["from"] is { } over)
        {
            faults.Add(Refuse.KeyUnknown, over, "The key \"from\" is only for an amendment.");
        }
        yield return new ScenarioChange(kind, values.Words(keys[kind], "a file's name"), from);
    }

    private static Month? Through(YamlNode? node, YamlValues values, YamlFaults faults)
    {
        if (values.Scalar(node, "a month") is not { } text)
        {
            return null;
        }
        if (Month.TryParse(text, out var month))
        {
            return month;
        }
        faults.Add(Refuse.BadMonth, node!, $"{YamlFaults.Quote(text)} is not a month.");
        return null;
    }
}
