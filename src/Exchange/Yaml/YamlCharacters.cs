using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>
/// Finds the characters that no agreement may hold. The parser would take the first NUL as the end of the text, and
/// some of the others as line ends that no editor shows.
/// </summary>
internal static class YamlCharacters
{
    public static void Check(string text, YamlFaults faults)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n' || (c == '\r' && !Follows(text, i, '\n')))
            {
                line++;
                lineStart = i + 1;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (c is not ('\t' or '\r') && IsBad(c))
            {
                var name = ((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture);
                faults.Add(Refuse.BadText, line, i - lineStart + 1, $"The text holds the character U+{name}.");
            }
        }
    }

    /// <summary>Whether a value holds a control character, a line end or half a character.</summary>
    public static bool AnyBad(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
            }
            else if (IsBad(value[i]))
            {
                return true;
            }
        }
        return false;
    }

    public static bool IsBad(Rune rune) => rune.IsBmp && IsBad((char)rune.Value);

    private static bool Follows(string text, int at, char next) => at + 1 < text.Length && text[at + 1] == next;

    private static bool IsBad(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';
}
