using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Writes a map as people would, in at most 20 lines.</summary>
internal static class DraftText
{
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
        text.Append("columns:\n");
        foreach (var (field, names) in map.Columns)
        {
            text.Append($"  {field}: {Scalar(names[0])}\n");
        }
        text.Append($"fixed: {Flow(map.Fixed)}\n");
        if (map.Words.Count > 0)
        {
            text.Append("words:\n");
            foreach (var (field, words) in map.Words)
            {
                text.Append($"  {field}: {Flow(words)}\n");
            }
        }
        if (map.Otherwise.Count > 0)
        {
            text.Append($"otherwise: {Flow(map.Otherwise)}\n");
        }
        if (map.Dates.Count != 1 || map.Dates[0].Name != DateForm.Iso.Name)
        {
            text.Append($"dates: {Many(map.Dates.Select(form => form.Name))}\n");
        }
        if (map.Amounts != AmountForms.None)
        {
            text.Append($"amounts: {Many(AmountWords.Of(map.Amounts))}\n");
        }
        if (map.Skip != RowRules.None)
        {
            text.Append($"skip: {Many(MapReader.WordsOf(map.Skip))}\n");
        }
        return text.Append(map.UnevenRows ? "uneven_rows: allow\n" : "").ToString();
    }

    private static string Flow(IReadOnlyDictionary<string, string> values) =>
        $"{{ {string.Join(", ", values.Select(item => $"{Scalar(item.Key)}: {Scalar(item.Value)}"))} }}";

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
