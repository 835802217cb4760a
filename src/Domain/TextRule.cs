namespace Openbook.Domain;

/// <summary>What any text that people write must keep: not empty, not long, no control characters, whole characters.</summary>
public static class TextRule
{
    /// <summary>The most characters a text may have.</summary>
    public const int Longest = 1000;

    /// <summary>What is wrong with a required text, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What it is, for the message.</param>
    public static Refusal? Fault(string? text, string name) =>
        string.IsNullOrWhiteSpace(text) ? Refuse.CellEmpty.Because($"{name} is empty.")
        : text.Length > Longest ? Refuse.TextTooLong.Because($"{name} has {Text.Grouped(text.Length)} characters.")
        : !IsClean(text) ? Refuse.BadText.Because($"{name} holds a control character or half a character.")
        : null;

    /// <summary>Whether a text has no control characters (C0 and C1) and no lone surrogates.</summary>
    public static bool IsClean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]))
            {
                return false;
            }
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
