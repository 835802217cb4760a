namespace Openbook.Domain;

/// <summary>The rule for codes of Books, partners, services, overheads, drivers and customers.</summary>
public static class Code
{
    /// <summary>The rule in words.</summary>
    public const string Rule = "a small letter, then up to 30 small letters, digits or hyphens";

    /// <summary>Whether the text is a code: <c>[a-z][a-z0-9-]{0,30}</c>.</summary>
    public static bool IsValid(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 31 || text[0] is < 'a' or > 'z')
        {
            return false;
        }
        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
            {
                return false;
            }
        }
        return true;
    }
}
