using System.Globalization;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>The faults found in one YAML text, each at its place.</summary>
internal sealed class YamlFaults(string fileName)
{
    internal const int MostListed = 100;
    internal const int MostKept = 1_000;
    private const int MostShown = 100;
    private readonly List<Refusal> found = [];
    private bool areMore;

    public bool Any => found.Count > 0;

    public Place At(int line, int column) => new(fileName, line, Text.Of(column));

    public void Add(RefusalCode code, int line, int column, string what) =>
        AddRange([code.Because(what, At(line, column))]);

    public void Add(RefusalCode code, YamlNode node, string what) => Add(code, node.Line, node.Column, what);

    /// <summary>A value is not what is expected in its place.</summary>
    public void Unexpected(YamlNode node, string expected, string? found = null)
    {
        found ??= node is YamlScalar { Text.Length: > 0 } word ? Quote(word.Text) : node.Shape;
        Add(Refuse.KindOfValue, node, $"There is {found} where {expected} is expected.");
    }

    public void AddRange(IReadOnlyList<Refusal> refusals)
    {
        var room = Math.Min(MostKept - found.Count, refusals.Count);
        found.AddRange(refusals.Take(room));
        areMore |= room < refusals.Count;
    }

    /// <summary>Each fault once, from the top of the text to its end.</summary>
    public IReadOnlyList<Refusal> InOrder()
    {
        // Reading and checking both look at codes; what both say in the same words at the same place is one fault.
        var each = found.Distinct().OrderBy(fault => fault.Place?.Row).ThenBy(Column).ToList();
        if (each.Count <= MostListed)
        {
            return each;
        }
        var rest = Text.Count(each.Count - MostListed, "more fault", "more faults");
        var what = $"{(areMore ? "At least " : "")}{rest} not listed.";
        return [.. each.Take(MostListed), Refuse.TooManyFaults.Because(what, new Place(fileName))];
    }

    /// <summary>A text as refusals quote it: short, and without what would spoil a line.</summary>
    public static string Quote(string text)
    {
        var runes = text.EnumerateRunes().Take(MostShown + 1).ToList();
        var shown = string.Concat(
            runes.Take(MostShown).Select(rune => YamlCharacters.IsBad(rune) ? "?" : rune.ToString())
        );
        return runes.Count > MostShown ? $"\"{shown}...\"" : $"\"{shown}\"";
    }

    private static int Column(Refusal fault) =>
        int.TryParse(fault.Place?.Column, NumberStyles.None, CultureInfo.InvariantCulture, out var column) ? column : 0;
}
