using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Writes a map as people would: whatever a map says, <see cref="MapReader"/> reads it back from the text.</summary>
internal static class MapWriter
{
    private const int MostOnLine = 8;

    /// <summary>The text of a map.</summary>
    public static string Of(CostMap map)
    {
        var text = new StringBuilder();
        if (map.Encoding is { } coding && coding != TextCoding.Utf8)
        {
            text.Append($"encoding: {MapReader.WordOf(coding)}\n");
        }
        if (map.Delimiter != ',')
        {
            text.Append($"delimiter: {MapReader.WordOf(map.Delimiter)}\n");
        }
        if (map.Sheet is { } sheet)
        {
            text.Append($"sheet: {Scalar(sheet)}\n");
        }
        if (!map.HasHeader)
        {
            text.Append("header: none\n");
        }
        else if (map.HeaderRow is { } row)
        {
            text.Append($"header: {Text.Of(row)}\n");
        }
        text.Append(map.Columns.Count == 0 ? "columns: {}\n" : "columns:\n");
        foreach (var (field, names) in map.Columns)
        {
            text.Append($"  {field}: {Many(names)}\n");
        }
        Values(text, map);
        Forms(text, map);
        Rows(text, map);
        return text.ToString();
    }

    private static void Values(StringBuilder text, CostMap map)
    {
        if (map.Fixed.Count > 0)
        {
            text.Append($"fixed: {Flow(map.Fixed)}\n");
        }
        if (map.Words.Count > 0)
        {
            text.Append("words:\n");
        }
        foreach (var (field, words) in map.Words)
        {
            if (words.Count <= MostOnLine)
            {
                text.Append($"  {field}: {Flow(words)}\n");
                continue;
            }
            text.Append($"  {field}:\n");
            foreach (var (word, value) in words)
            {
                text.Append($"    {Scalar(word)}: {Scalar(value)}\n");
            }
        }
        if (map.Otherwise.Count > 0)
        {
            text.Append($"otherwise: {Flow(map.Otherwise)}\n");
        }
    }

    private static void Forms(StringBuilder text, CostMap map)
    {
        if (map.Dates.Count != 1 || map.Dates[0].Name != DateForm.Iso.Name)
        {
            text.Append($"dates: {Many(map.Dates.Select(form => form.Name))}\n");
        }
        if (map.Amounts != AmountForms.None)
        {
            text.Append($"amounts: {Many(AmountWords.Of(map.Amounts))}\n");
        }
    }

    private static void Rows(StringBuilder text, CostMap map)
    {
        if (map.Skip != RowRules.None)
        {
            text.Append($"skip: {Many(MapReader.WordsOf(map.Skip))}\n");
        }
        if (map.SkipRows.Count > 0)
        {
            text.Append($"skip_rows: [{string.Join(", ", map.SkipRows)}]\n");
        }
        if (map.SkipWhere.Count > 0)
        {
            var rules = map.SkipWhere.Select(rule => $"{Scalar(rule.Column)}: {Many(rule.Words)}");
            text.Append($"skip_where: {{ {string.Join(", ", rules)} }}\n");
        }
        text.Append(map.UnevenRows ? "uneven_rows: allow\n" : "");
    }

    private static string Flow(IReadOnlyDictionary<string, string> values) =>
        values.Count == 0
            ? "{}"
            : $"{{ {string.Join(", ", values.Select(item => $"{Scalar(item.Key)}: {Scalar(item.Value)}"))} }}";

    private static string Many(IEnumerable<string> words)
    {
        var all = words.Select(Scalar).ToList();
        return all.Count == 1 ? all[0] : $"[{string.Join(", ", all)}]";
    }

    // Plain where nothing in it could mean something else to YAML.
    private static string Scalar(string text)
    {
        var isPlain =
            text.Length > 0
            && char.IsLetter(text[0])
            && text[^1] != ' '
            && text.All(c =>
                char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '/' or '.' or '(' or ')' or '&' or '+'
            );
        if (isPlain)
        {
            return text;
        }
        return text.Contains('"', StringComparison.Ordinal)
            ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
            : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal)}\"";
    }
}
