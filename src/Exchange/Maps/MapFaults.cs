using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Collects what is wrong with a file that is read through a map. A word that is not known is told once.</summary>
internal sealed class MapFaults(SourceTable table, MapHeader header)
{
    private const int LongestShown = 60;
    private readonly List<Refusal> found = [];
    private readonly Dictionary<(string Field, string Word), (int Row, int Count)> words = [];
    private long more;

    public void Add(RefusalCode code, string what, int row, int place) =>
        Add(code.Because(what, new Place(table.Name, row, place < 0 ? null : header.NameOf(place))));

    public void Add(Refusal refusal)
    {
        if (found.Count < RecordCosts.MostFaults)
        {
            found.Add(refusal);
        }
        else
        {
            more++;
        }
    }

    /// <summary>A word for which the map has no code.</summary>
    public void Word(string field, string word, int row)
    {
        var (first, count) = words.GetValueOrDefault((field, word), (row, 0));
        words[(field, word)] = (first, count + 1);
    }

    /// <summary>All of them, in the order of the rows.</summary>
    public IReadOnlyList<Refusal> InOrder() =>
        [
            .. found
                .Concat(words.Select(item => Unknown(item.Key.Field, item.Key.Word, item.Value.Row, item.Value.Count)))
                .OrderBy(fault => fault.Place?.Row),
            .. more > 0
                ? [Refuse.TooManyFaults.Because($"There are {Text.Count(more, "more fault")}.", new Place(table.Name))]
                : Array.Empty<Refusal>(),
        ];

    /// <summary>A cell as refusals quote it.</summary>
    public static string Quote(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return YamlFaults.Quote(line.Length > LongestShown ? line[..LongestShown] + "…" : line);
    }

    private Refusal Unknown(string field, string word, int row, int count)
    {
        var rows = count > 1 ? $", here and in {Text.Count(count - 1, "more row")}" : "";
        var what =
            word.Length == 0 ? $"The cell is empty{rows}" : $"{Quote(word)} is not among the words for {field}{rows}";
        return Refuse.WordNotInMap.Because($"{what}.", new Place(table.Name, row, header.NameOf(header[field])));
    }
}
