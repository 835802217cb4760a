namespace Openbook.Exchange;

/// <summary>
/// What a form can say of a map: which column holds what, and how the file is written. What it cannot say stays as it is in the map
/// that was there before.
/// </summary>
public sealed record MapChoices
{
    /// <summary>The fields that a form gives one value for all lines.</summary>
    public static IReadOnlyList<string> GivenFields { get; } = ["service", "paid_by"];

    /// <summary>What each column holds, by its place from 0.</summary>
    public required IReadOnlyDictionary<int, string> Columns { get; init; }

    /// <summary>What holds for all lines where no column says it: of <see cref="GivenFields"/>.</summary>
    public required IReadOnlyDictionary<string, string> Given { get; init; }

    /// <summary>What the words of a column mean, of <see cref="CostMap.CodeFields"/>; words as the file has them.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Words { get; init; }

    /// <summary>The codes that such words may be by themselves, by field; empty where that is not asked.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Codes { get; init; } =
        new Dictionary<string, IReadOnlySet<string>>();

    /// <summary>What any other word of such a column, and an empty cell, stands for.</summary>
    public required IReadOnlyDictionary<string, string> Otherwise { get; init; }

    /// <summary>The forms of dates.</summary>
    public required IReadOnlyList<DateForm> Dates { get; init; }

    /// <summary>The forms of amounts.</summary>
    public required AmountForms Amounts { get; init; }

    /// <summary>Kinds of rows that are left out.</summary>
    public required RowRules Skip { get; init; }

    /// <summary>Rows that are left out by number.</summary>
    public required IReadOnlyList<RowRange> SkipRows { get; init; }

    /// <summary>Whether rows may have more or fewer cells than the headings.</summary>
    public required bool UnevenRows { get; init; }

    /// <summary>What a map says, as far as a form can.</summary>
    public static MapChoices Of(CostMap map, FileColumns file)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(file);
        return new MapChoices
        {
            Columns = map
                .Columns.Keys.Select(field => (Place: file.PlaceOf(map, field), Field: field))
                .Where(item => item.Place >= 0)
                .DistinctBy(item => item.Place)
                .ToDictionary(item => item.Place, item => item.Field),
            Given = map.Fixed.Where(item => GivenFields.Contains(item.Key)).ToDictionary(),
            Words = map.Words.Where(item => CostMap.CodeFields.Contains(item.Key)).ToDictionary(),
            Otherwise = map.Otherwise.Where(item => CostMap.CodeFields.Contains(item.Key)).ToDictionary(),
            Dates = map.Dates,
            Amounts = map.Amounts,
            Skip = map.Skip,
            SkipRows = map.SkipRows,
            UnevenRows = map.UnevenRows,
        };
    }

    /// <summary>What a map says that a form cannot, in the words of maps: it is kept.</summary>
    public static IReadOnlyList<string> Beyond(CostMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var beyond = new List<string>();
        beyond.AddRange(
            map.Columns.Where(item => item.Value.Count > 1).Select(item => $"other headings for {item.Key} (columns)")
        );
        beyond.AddRange(map.Fixed.Keys.Where(key => !GivenFields.Contains(key)).Select(key => $"one {key} (fixed)"));
        beyond.AddRange(
            map.Words.Keys.Where(key => !CostMap.CodeFields.Contains(key)).Select(key => $"words for {key} (words)")
        );
        beyond.AddRange(
            map.Otherwise.Keys.Where(key => !CostMap.CodeFields.Contains(key))
                .Select(key => $"what stands in for an empty {key} (otherwise)")
        );
        if (map.SkipWhere.Count > 0)
        {
            beyond.Add("rows left out for a word in them (skip_where)");
        }
        return beyond;
    }

    /// <summary>The map with what was chosen.</summary>
    /// <param name="before">The map before, with the chosen encoding, delimiter, sheet and headings.</param>
    /// <param name="file">The file as that map shows it.</param>
    /// <param name="isRowTold">Whether the row of the headings was told before, or is another now.</param>
    public CostMap On(CostMap before, FileColumns file, bool isRowTold)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(file);
        var columns = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (place, field) in Columns.OrderBy(item => FieldPlace(item.Value)))
        {
            columns[field] = file.PlaceOf(before, field) == place ? before.Columns[field] : [file.Columns[place].Name];
        }
        var map = before with
        {
            Columns = columns,
            Fixed = Kept(before.Fixed, GivenFields, Given, field => !columns.ContainsKey(field)),
            Words = WordsOn(before, file, columns),
            Otherwise = Kept(before.Otherwise, CostMap.CodeFields, Otherwise, columns.ContainsKey),
            Dates = Dates,
            Amounts = Amounts,
            Skip = Skip,
            SkipRows = SkipRows,
            UnevenRows = UnevenRows,
        };
        return before.HasHeader && !isRowTold && file.IsFound(map)
            ? map with
            {
                HeaderRow = null,
            }
            : map with
            {
                HeaderRow = before.HasHeader ? file.HeaderRow : null,
            };
    }

    private static int FieldPlace(string field)
    {
        var fields = CostsFile.Required.Concat(CostsFile.Optional).ToList();
        return fields.IndexOf(field);
    }

    // What a form can say is as it says; the rest is as before, where it still fits.
    private static Dictionary<string, string> Kept(
        IReadOnlyDictionary<string, string> before,
        IReadOnlyList<string> said,
        IReadOnlyDictionary<string, string> chosen,
        Func<string, bool> fits
    ) =>
        before
            .Where(item => !said.Contains(item.Key))
            .Concat(chosen.Where(item => item.Value.Length > 0))
            .Where(item => fits(item.Key))
            .ToDictionary();

    // Without a list of words, even an empty one, a code is always read as itself: it would be no "other word".
    private bool NeedsList(string field, KeyValuePair<string, string> chosen) =>
        Otherwise.GetValueOrDefault(field) is { Length: > 0 }
        || (chosen.Value.Length == 0 && Codes.GetValueOrDefault(field)?.Contains(chosen.Key) is true);

    private Dictionary<string, IReadOnlyDictionary<string, string>> WordsOn(
        CostMap before,
        FileColumns file,
        Dictionary<string, IReadOnlyList<string>> columns
    )
    {
        var words = before
            .Words.Where(item => !CostMap.CodeFields.Contains(item.Key) && columns.ContainsKey(item.Key))
            .ToDictionary();
        foreach (var (place, field) in Columns.Where(item => CostMap.CodeFields.Contains(item.Value)))
        {
            var chosen = Words.GetValueOrDefault(field) ?? new Dictionary<string, string>();
            var shown = file.WordsOf(place).Select(word => CostMap.Plain(word.Word)).ToHashSet();
            var known = before.Words.GetValueOrDefault(field) ?? new Dictionary<string, string>();
            var all = chosen
                .Where(item => item.Key.Length > 0 && item.Value.Length > 0 && shown.Contains(CostMap.Plain(item.Key)))
                // Last month's words may come again.
                .Concat(known.Where(item => !shown.Contains(CostMap.Plain(item.Key))))
                .ToDictionary();
            // Words that are codes need no list, and without one any code will do.
            if (
                before.Words.ContainsKey(field)
                || all.Any(item => item.Key != item.Value)
                || chosen.Any(item => shown.Contains(CostMap.Plain(item.Key)) && NeedsList(field, item))
            )
            {
                words[field] = all;
            }
        }
        return words;
    }
}
