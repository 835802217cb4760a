namespace Openbook.Exchange;

/// <summary>Puts text between double quotes, as a cell of CSV.</summary>
internal static class CsvQuote
{
    /// <summary>The cell.</summary>
    public static string Of(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
