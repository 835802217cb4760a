using System.Text;

namespace Openbook.Cli.Tests.Given;

/// <summary>Command lines as a shell would take them apart: blanks divide, single or double quotes hold together.</summary>
public static class CommandLine
{
    public static IReadOnlyList<string> Words(string line)
    {
        var words = new List<string>();
        StringBuilder? word = null;
        char? quote = null;
        foreach (var c in line)
        {
            if (quote is null && c is '"' or '\'' || c == quote)
            {
                quote = quote is null ? c : null;
                word ??= new StringBuilder();
            }
            else if (quote is null && char.IsWhiteSpace(c))
            {
                Add();
            }
            else
            {
                (word ??= new StringBuilder()).Append(c);
            }
        }
        Add();
        return words;

        void Add()
        {
            if (word is not null)
            {
                words.Add(word.ToString());
                word = null;
            }
        }
    }
}
