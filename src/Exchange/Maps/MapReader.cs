using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Reads a map from the tree of its text.</summary>
internal sealed class MapReader(YamlFaults faults)
{
    private static readonly string[] keys =
    [
        "columns",
        "fixed",
        "words",
        "otherwise",
        "dates",
        "amounts",
        "encoding",
        "delimiter",
        "sheet",
        "header",
        "skip",
        "skip_rows",
        "skip_where",
        "uneven_rows",
    ];

    internal static readonly (string Word, TextCoding Coding)[] Codings =
    [
        ("utf-8", TextCoding.Utf8),
        ("utf-16", TextCoding.Utf16),
        ("windows-1252", TextCoding.Windows1252),
    ];

    internal static readonly (string Word, char Delimiter)[] Delimiters =
    [
        ("comma", ','),
        ("tab", '\t'),
        ("semicolon", ';'),
        ("pipe", '|'),
    ];

    internal static readonly (string Word, RowRules Rule)[] Rules =
    [
        ("totals", RowRules.Totals),
        ("nil-returns", RowRules.NilReturns),
        ("notes", RowRules.Notes),
    ];

    private readonly MapValues values = new(faults);

    /// <summary>The word for a coding.</summary>
    public static string WordOf(TextCoding coding) => Codings.First(item => item.Coding == coding).Word;

    /// <summary>The word for what stands between cells.</summary>
    public static string WordOf(char delimiter) => Delimiters.First(item => item.Delimiter == delimiter).Word;

    /// <summary>The words for rules about rows.</summary>
    public static IEnumerable<string> WordsOf(RowRules skip) =>
        Rules.Where(item => skip.HasFlag(item.Rule)).Select(item => item.Word);

    /// <summary>The map, with something harmless in place of what is refused.</summary>
    public CostMap? Read(YamlNode root)
    {
        var map = YamlKeys.Of(root, "the map", ["columns"], [.. keys.Where(key => key != "columns")], faults);
        if (map is null)
        {
            return null;
        }
        var columns = values.Columns(map["columns"]);
        var given = values.Fields(map["fixed"], "fixed");
        var (hasHeader, row) = Header(map["header"]);
        var read = new CostMap
        {
            Columns = columns,
            Fixed = given,
            Words = values.Words(map["words"]),
            Otherwise = values.Fields(map["otherwise"], "otherwise"),
            Dates = Dates(map["dates"]),
            Amounts = Many(map["amounts"], "a form of amounts", [.. AmountWords.All])
                .Aggregate(AmountForms.None, (all, one) => all | one),
            Encoding = One(map["encoding"], "an encoding", Codings) is { Count: 1 } coding ? coding[0] : null,
            Delimiter = One(map["delimiter"], "a delimiter", Delimiters) is { Count: 1 } delimiter ? delimiter[0] : ',',
            Sheet = values.Scalar(map["sheet"], "the name of a sheet"),
            HasHeader = hasHeader,
            HeaderRow = row,
            Skip = Many(map["skip"], "a kind of rows", Rules).Aggregate(RowRules.None, (all, one) => all | one),
            SkipRows = [.. values.Scalars(map["skip_rows"], "rows").Select(Range).OfType<RowRange>()],
            SkipWhere = values.SkipWhere(map["skip_where"]),
            UnevenRows = One(map["uneven_rows"], "a rule for uneven rows", [("allow", true)]).Count == 1,
        };
        Check(map, read);
        return read;
    }

    private void Check(YamlKeys map, CostMap read)
    {
        if (map["columns"] is not YamlMap columns)
        {
            return;
        }
        CheckAmount(map, read);
        foreach (
            var field in CostsFile.Required.Where(field =>
                !read.Columns.ContainsKey(field)
                && !read.Fixed.ContainsKey(field)
                && !(field == "amount" && read.Columns.ContainsKey("debit"))
            )
        )
        {
            faults.Add(Refuse.MapIncomplete, map.Map, $"The map does not say where {field} comes from.");
        }
        foreach (var entry in columns.Entries.Where(entry => read.Fixed.ContainsKey(entry.Key.Text)))
        {
            faults.Add(Refuse.MapValue, entry.Key, $"{entry.Key.Text} has both a column and a fixed value.");
        }
        foreach (var key in new[] { "words", "otherwise" })
        {
            foreach (var entry in (map[key] as YamlMap)?.Entries ?? [])
            {
                if (!read.Columns.ContainsKey(entry.Key.Text) && CostsFile.IsField(entry.Key.Text))
                {
                    faults.Add(
                        Refuse.MapValue,
                        entry.Key,
                        $"{entry.Key.Text} has no column whose words could be read."
                    );
                }
            }
        }
        if (
            read.Columns.Count > 0
            && read.Columns.Values.All(names => names.All(name => CostMap.Place(name) is not null))
            && map["header"] is null
        )
        {
            var what = "All columns are named by their places, so that the row of headings cannot be found by them.";
            faults.Add(Refuse.MapValue, columns, $"{what} Write header: none, or header and the number of that row.");
        }
        if (!read.HasHeader)
        {
            foreach (
                var name in read.Columns.Values.SelectMany(names => names).Where(name => CostMap.Place(name) is null)
            )
            {
                faults.Add(
                    Refuse.MapValue,
                    columns,
                    $"With header: none there is no heading {YamlFaults.Quote(name)}; write column 1 and so on."
                );
            }
        }
    }

    // An amount stands in one column, or in two of which one is taken off.
    private void CheckAmount(YamlKeys map, CostMap read)
    {
        var (debit, credit) = (read.Columns.ContainsKey("debit"), read.Columns.ContainsKey("credit"));
        if (debit != credit)
        {
            faults.Add(Refuse.MapIncomplete, map.Map, "debit and credit go together: the map names one of them alone.");
        }
        if (debit && (read.Columns.ContainsKey("amount") || read.Fixed.ContainsKey("amount")))
        {
            faults.Add(Refuse.MapValue, map.Map, "The map says an amount, and debit and credit as well.");
        }
    }

    private (bool Has, int? Row) Header(YamlNode? node)
    {
        if (node is YamlScalar { Text: "none" })
        {
            return (false, null);
        }
        return (true, values.Numbers.Whole(node, "the row of the headings, or none", 1, 1_048_576));
    }

    private IReadOnlyList<DateForm> Dates(YamlNode? node)
    {
        if (node is null)
        {
            return [DateForm.Iso];
        }
        var forms = new List<DateForm>();
        foreach (var name in values.Scalars(node, "a form of dates"))
        {
            if (DateForm.Find(name.Text) is { } form)
            {
                forms.Add(form);
            }
            else
            {
                faults.Add(Refuse.MapValue, name, $"{YamlFaults.Quote(name.Text)} is no form of dates.");
            }
        }
        return forms;
    }

    private IReadOnlyList<T> One<T>(YamlNode? node, string what, IReadOnlyList<(string Word, T Value)> known)
    {
        if (node is YamlList)
        {
            faults.Unexpected(node, what);
            return [];
        }
        return Many(node, what, known);
    }

    private List<T> Many<T>(YamlNode? node, string what, IReadOnlyList<(string Word, T Value)> known)
    {
        var found = new List<T>();
        foreach (var word in values.Scalars(node, what))
        {
            var at = known.Select(item => item.Word).ToList().IndexOf(word.Text);
            if (at >= 0)
            {
                found.Add(known[at].Value);
            }
            else
            {
                var words = string.Join(", ", known.Select(item => item.Word));
                faults.Add(Refuse.MapValue, word, $"{YamlFaults.Quote(word.Text)} is not {what}; there are {words}.");
            }
        }
        return found;
    }

    private RowRange? Range(YamlScalar node)
    {
        if (RowRange.TryParse(node.Text, out var range))
        {
            return range;
        }
        faults.Add(
            Refuse.MapValue,
            node,
            $"{YamlFaults.Quote(node.Text)} is no rows; write 4, 4-9 or 4- (to the end)."
        );
        return null;
    }
}
