using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Where in the rows of one table each field of a map stands.</summary>
internal sealed class MapHeader
{
    /// <summary>How many rows are looked at for the headings.</summary>
    public const int RowsTried = 200;

    private readonly Dictionary<string, int> places;

    private MapHeader(TableRow? row, Dictionary<string, int> places)
    {
        Row = row;
        this.places = places;
        Headings = row?.Cells.Select(cell => CostMap.Plain(cell.Text)).ToList() ?? [];
    }

    /// <summary>The row of headings, or null.</summary>
    public TableRow? Row { get; }

    /// <summary>The headings without what does not tell them apart.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>The place of a field's column from 0, or -1 if it has none.</summary>
    public int this[string field] => places.GetValueOrDefault(field, -1);

    /// <summary>A column as refusals name it: its heading, or else its letter.</summary>
    public string NameOf(int place)
    {
        var heading = Row?[place].Text ?? "";
        if (heading.Length > 0 && !heading.All(char.IsAsciiDigit))
        {
            return heading.Length > 60 ? heading[..60] : heading.ReplaceLineEndings(" ");
        }
        var letters = "";
        for (var rest = place + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + (rest - 1) % 26) + letters;
        }
        return letters;
    }

    /// <summary>Finds the columns of a map in a table, or says which are not there.</summary>
    public static Outcome<MapHeader> Find(SourceTable table, CostMap map)
    {
        if (!map.HasHeader)
        {
            return Columns(table, map, null, []);
        }
        TableRow? best = null;
        var most = 0;
        var wanted = map.Columns.Count(field => field.Value.Any(name => CostMap.Place(name) is null));
        foreach (var row in table.Rows().TakeWhile(row => row.Number <= (map.HeaderRow ?? RowsTried)))
        {
            if (row.Fault is not null || (map.HeaderRow is { } only && row.Number != only))
            {
                continue;
            }
            var headings = Plain(row);
            var score = map.Columns.Count(field => field.Value.Any(name => headings.Contains(CostMap.Plain(name))));
            if (score > most || map.HeaderRow is not null)
            {
                (best, most) = (row, score);
            }
            if (score >= wanted)
            {
                break;
            }
        }
        return best is null ? None(table, map) : Columns(table, map, best, Plain(best));
    }

    private static List<string> Plain(TableRow row) => [.. row.Cells.Select(cell => CostMap.Plain(cell.Text))];

    private static Refusal None(SourceTable table, CostMap map)
    {
        var names = map.Columns.Values.Select(names => names[0]).Take(8).Select(YamlFaults.Quote).ToList();
        var what = map.HeaderRow is { } row
            ? $"There is no row {Text.Of(row)} that could be read."
            : $"None of the first {Text.Of(RowsTried)} rows has any of the headings {Text.List(names)}.";
        return Refuse.HeaderNotFound.Because(what, new Place(table.Name));
    }

    private static Outcome<MapHeader> Columns(SourceTable table, CostMap map, TableRow? row, List<string> headings)
    {
        var found = new Dictionary<string, int>();
        var faults = new List<Refusal>();
        foreach (var (field, names) in map.Columns)
        {
            var name = names.FirstOrDefault(name =>
                headings.Contains(CostMap.Plain(name)) || CostMap.Place(name) is not null
            );
            if (name is not null)
            {
                found[field] = Place(table, row, headings, name, faults);
            }
            else if (!map.MayLack.Contains(field))
            {
                var wanted = Text.List([.. names.Select(YamlFaults.Quote)])
                    .Replace(" and ", " or ", StringComparison.Ordinal);
                var what = $"The headings lack {wanted}, which the map names for {field}.";
                faults.Add(Refuse.HeaderNotFound.Because(what, new Place(table.Name, row?.Number)));
            }
        }
        if (map.IsCanonical)
        {
            faults.AddRange(
                headings
                    .Where(heading => heading.Length > 0 && !CostsFile.IsField(heading))
                    .Distinct()
                    .Select(heading =>
                        Refuse.ColumnUnknown.Because(
                            $"The column \"{heading}\" is not known.",
                            new Place(table.Name, row!.Number, heading)
                        )
                    )
            );
        }
        return faults.Count > 0 ? Outcome<MapHeader>.Refused(faults) : new MapHeader(row, found);
    }

    private static int Place(SourceTable table, TableRow? row, List<string> headings, string name, List<Refusal> faults)
    {
        var plain = CostMap.Plain(name);
        var first = headings.IndexOf(plain);
        if (first < 0)
        {
            return CostMap.Place(name)!.Value - 1;
        }
        var second = headings.IndexOf(plain, first + 1);
        if (second >= 0)
        {
            var what =
                $"The heading \"{name}\" stands twice; say column {Text.Of(first + 1)} or column {Text.Of(second + 1)} in the map.";
            faults.Add(Refuse.ColumnRepeated.Because(what, new Place(table.Name, row!.Number)));
        }
        return first;
    }

    /// <summary>The places of the columns by which rows are left out.</summary>
    public Outcome<IReadOnlyList<(int Place, IReadOnlySet<string> Words)>> Skipping(SourceTable table, CostMap map)
    {
        var found = new List<(int, IReadOnlySet<string>)>();
        var faults = new List<Refusal>();
        foreach (var rule in map.SkipWhere)
        {
            var plain = CostMap.Plain(rule.Column);
            if (Headings.Contains(plain) || CostMap.Place(rule.Column) is not null)
            {
                found.Add((Place(table, Row, [.. Headings], rule.Column, faults), rule.Words));
            }
            else
            {
                var what = $"The headings lack {YamlFaults.Quote(rule.Column)}, which skip_where names.";
                faults.Add(Refuse.HeaderNotFound.Because(what, new Place(table.Name, Row?.Number)));
            }
        }
        return faults.Count > 0
            ? Outcome<IReadOnlyList<(int, IReadOnlySet<string>)>>.Refused(faults)
            : Outcome.Of<IReadOnlyList<(int, IReadOnlySet<string>)>>(found);
    }
}
