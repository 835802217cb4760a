namespace Openbook.Domain;

/// <summary>Words as they stand in sentences.</summary>
public static class Words
{
    /// <summary>With a capital at the beginning.</summary>
    /// <param name="text">The words; nothing stays nothing.</param>
    public static string Begin(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>With a small letter at the beginning, to go into another sentence.</summary>
    /// <param name="text">The words; nothing stays nothing.</param>
    public static string BeginSmall(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
    }
}
