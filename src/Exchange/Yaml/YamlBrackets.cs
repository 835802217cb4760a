namespace Openbook.Exchange;

/// <summary>
/// Finds the bracket or brace that was meant to be closed and is not. The parser notices only far behind it, or not at
/// all.
/// </summary>
internal static class YamlBrackets
{
    private const string BeforeQuote = "{[,:-?\n";

    /// <summary>The index of the first bracket closed by the other kind, else the first left open, else -1.</summary>
    public static int Unclosed(string text, int from)
    {
        var open = new Stack<int>();
        var before = '\n';
        for (var i = from; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '"' or '\'' && BeforeQuote.Contains(before))
            {
                i = EndOfQuote(text, i);
            }
            else if (c == '#' && (i == 0 || char.IsWhiteSpace(text[i - 1])))
            {
                i = EndOfLine(text, i);
            }
            else if (c is '{' or '[')
            {
                open.Push(i);
            }
            else if (c is '}' or ']' && open.TryPop(out var opened) && text[opened] != (c == '}' ? '{' : '['))
            {
                return opened;
            }
            if (c is '\n' or '\r' || !char.IsWhiteSpace(c))
            {
                before = c is '\r' ? '\n' : c;
            }
        }
        return open.Count == 0 ? -1 : open.Last();
    }

    private static int EndOfQuote(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[start] == '"' && text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == text[start])
            {
                return i;
            }
        }
        return text.Length;
    }

    private static int EndOfLine(string text, int start)
    {
        var end = text.AsSpan(start).IndexOfAny('\n', '\r');
        return end < 0 ? text.Length : start + end - 1;
    }
}
