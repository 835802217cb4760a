using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Reads the parts of a map that are keyed by fields, and the values in them.</summary>
internal sealed class MapValues(YamlFaults faults)
{
    private const int LongestCell = 1_000;

    /// <summary>Reads single values as agreements do.</summary>
    public YamlValues Numbers { get; } = new(faults);

    /// <summary>A single value, or null and a fault.</summary>
    public string? Scalar(YamlNode? node, string what) => Numbers.Scalar(node, what);

    /// <summary>A single value, or those of a list.</summary>
    public IEnumerable<YamlScalar> Scalars(YamlNode? node, string what)
    {
        IReadOnlyList<YamlNode> all = node switch
        {
            null => [],
            YamlList list => list.Items,
            _ => [node],
        };
        if (node is YamlList { Items.Count: 0 })
        {
            faults.Unexpected(node, what, "an empty list");
        }
        foreach (var one in all)
        {
            if (one is YamlScalar { Text.Length: > 0 } scalar && !string.IsNullOrWhiteSpace(scalar.Text))
            {
                yield return scalar;
            }
            else
            {
                faults.Unexpected(one, what);
            }
        }
    }

    /// <summary>The columns of each field.</summary>
    public Dictionary<string, IReadOnlyList<string>> Columns(YamlNode? node)
    {
        var columns = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (key, value) in Entries(node, "the columns"))
        {
            if (CostMap.ColumnFields.Contains(key.Text) || IsField(key))
            {
                columns[key.Text] = [.. Scalars(value, "a column's heading").Select(name => name.Text)];
            }
        }
        return columns;
    }

    /// <summary>One value for each of some fields.</summary>
    public Dictionary<string, string> Fields(YamlNode? node, string part)
    {
        var fields = new Dictionary<string, string>();
        foreach (var (key, value) in Entries(node, part))
        {
            if (IsField(key) && Value(key.Text, value) is { } text)
            {
                fields[key.Text] = text;
            }
        }
        return fields;
    }

    /// <summary>The words of each of some fields.</summary>
    public Dictionary<string, IReadOnlyDictionary<string, string>> Words(YamlNode? node)
    {
        var fields = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        foreach (var (key, table) in Entries(node, "the words"))
        {
            if (!IsField(key))
            {
                continue;
            }
            var words = new Dictionary<string, string>();
            foreach (var (word, value) in Entries(table, $"the words of {key.Text}"))
            {
                if (Value(key.Text, value) is { } text && !words.TryAdd(CostMap.Plain(word.Text), text))
                {
                    var what =
                        $"The word {YamlFaults.Quote(word.Text)} stands there twice, but for capitals and blanks.";
                    faults.Add(Refuse.KeyRepeated, word, what);
                }
            }
            fields[key.Text] = words;
        }
        return fields;
    }

    /// <summary>The rows to leave out for the words in a column.</summary>
    public List<SkipWhere> SkipWhere(YamlNode? node) =>
        [
            .. Entries(node, "skip_where")
                .Select(entry => new SkipWhere(
                    entry.Key.Text,
                    Scalars(entry.Value, "a word").Select(word => CostMap.Plain(word.Text)).ToHashSet()
                )),
        ];

    private IReadOnlyList<YamlEntry> Entries(YamlNode? node, string part)
    {
        if (node is null)
        {
            return [];
        }
        if (node is YamlMap map)
        {
            return YamlKeys.Once(map, faults);
        }
        faults.Unexpected(node, $"a set of keys for {part}");
        return [];
    }

    private bool IsField(YamlScalar key)
    {
        if (CostsFile.IsField(key.Text))
        {
            return true;
        }
        faults.Add(Refuse.KeyUnknown, key, $"{YamlFaults.Quote(key.Text)} is no field of a cost line.");
        return false;
    }

    /// <summary>A value in the canonical form of its field, or null and a fault.</summary>
    private string? Value(string field, YamlNode node)
    {
        var text = Numbers.Words(node, field, LongestCell);
        var isGood = field switch
        {
            _ when text.Length == 0 => true,
            "date" => Dates.TryParse(text, out _),
            "month" or "to_month" => Month.TryParse(text, out _),
            "service" or "paid_by" => Code.IsValid(text),
            "amount" or "irrecoverable_vat" => Money.TryParse(text, out _),
            "kind" => CostWords.TryKind(text, out _),
            "nature" => CostWords.TryNature(text, out _),
            _ => true,
        };
        if (isGood)
        {
            return text.Length == 0 ? null : text;
        }
        faults.Add(
            Refuse.MapValue,
            node,
            $"{YamlFaults.Quote(text)} cannot be the {field} of a cost line; {Form(field)}."
        );
        return null;
    }

    private static string Form(string field) =>
        field switch
        {
            "date" => "write YYYY-MM-DD",
            "month" or "to_month" => "write YYYY-MM",
            "service" or "paid_by" => "write a code of the agreement",
            "kind" => $"write {string.Join(", ", CostWords.KindWords)}",
            "nature" => $"write {string.Join(", ", CostWords.NatureWords)}",
            _ => "write pounds as 1234.50",
        };
}
