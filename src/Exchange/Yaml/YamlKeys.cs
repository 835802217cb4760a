using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>The keys of one part of a text: each known one once.</summary>
internal sealed class YamlKeys
{
    private readonly Dictionary<string, YamlNode> values = [];

    private YamlKeys(YamlMap map) => Map = map;

    public YamlMap Map { get; }

    /// <summary>The value of a key, or null where the text leaves it out.</summary>
    public YamlNode? this[string key] => values.GetValueOrDefault(key);

    /// <summary>The known keys that stand in the text, in its order.</summary>
    public IReadOnlyCollection<string> Given => values.Keys;

    /// <summary>The keys of a node; unknown, missing and repeated ones are faults. Null where it has none.</summary>
    /// <param name="node">The node.</param>
    /// <param name="part">What the keys belong to, such as <c>a service</c>.</param>
    /// <param name="required">The keys that must stand there.</param>
    /// <param name="optional">The keys that may stand there.</param>
    /// <param name="faults">Takes the faults.</param>
    public static YamlKeys? Of(
        YamlNode node,
        string part,
        IReadOnlyList<string> required,
        IReadOnlyList<string> optional,
        YamlFaults faults
    )
    {
        if (node is not YamlMap map)
        {
            faults.Unexpected(node, $"a set of keys for {part}");
            return null;
        }
        var keys = new YamlKeys(map);
        foreach (var (key, value) in Once(map, faults))
        {
            if (required.Contains(key.Text) || optional.Contains(key.Text))
            {
                keys.values.Add(key.Text, value);
            }
            else
            {
                var name = YamlFaults.Quote(key.Text);
                faults.Add(Refuse.KeyUnknown, key, $"The key {name} is not known in {part}.");
            }
        }
        foreach (var key in required.Where(key => !keys.values.ContainsKey(key)))
        {
            faults.Add(Refuse.KeyMissing, map, $"The key \"{key}\" is missing in {part}.");
        }
        return keys;
    }

    /// <summary>The entries whose key stands there for the first time; every later one is a fault.</summary>
    public static IReadOnlyList<YamlEntry> Once(YamlMap map, YamlFaults faults)
    {
        var first = new Dictionary<string, YamlScalar>();
        var once = new List<YamlEntry>(map.Entries.Count);
        foreach (var entry in map.Entries)
        {
            if (first.TryAdd(entry.Key.Text, entry.Key))
            {
                once.Add(entry);
                continue;
            }
            var before = first[entry.Key.Text];
            var where = $"line {Text.Of(before.Line)}, column {Text.Of(before.Column)}";
            var name = YamlFaults.Quote(entry.Key.Text);
            faults.Add(Refuse.KeyRepeated, entry.Key, $"The key {name} stands here again; it is first at {where}.");
        }
        return once;
    }
}
