namespace Openbook.Exchange;

/// <summary>Guesses what a file's own words mean.</summary>
internal static class DraftWords
{
    /// <summary>The kind of cost that a word names, or null.</summary>
    public static string? Kind(string word) =>
        CostMap.Plain(word) switch
        {
            "r" or "rev" or "revenue" => "revenue",
            "c" or "cap" or "capital" => "capital",
            _ => null,
        };

    /// <summary>The words of a column, the most frequent first.</summary>
    public static IReadOnlyList<string> MostUsed(IEnumerable<string> words, int most) =>
        [
            .. words
                .Where(word => word.Length is > 0 and <= 200 && !YamlCharacters.AnyBad(word))
                .GroupBy(CostMap.Plain)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Take(most)
                .Select(group =>
                    string.Join(' ', group.First().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                ),
        ];
}
