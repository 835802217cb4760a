namespace Openbook.Web.Components;

/// <summary>Words as they stand on pages.</summary>
public static class Words
{
    /// <summary>With a capital at the beginning.</summary>
    public static string Begin(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }
}
