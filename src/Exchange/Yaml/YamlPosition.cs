namespace Openbook.Exchange;

/// <summary>A line and a column, both from 1.</summary>
internal readonly record struct YamlPosition(int Line, int Column)
{
    /// <summary>The position of an index into a text.</summary>
    public static YamlPosition Of(string text, int index)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < index; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }
        return new YamlPosition(line, index - lineStart + 1);
    }
}
