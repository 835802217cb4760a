using Microsoft.CodeAnalysis;
using Openbook.House.Tests.Reading;

namespace Openbook.House.Tests.Rules;

/// <summary>Each line of BannedSymbols.txt names something that exists: a misspelt ban bans nothing and says nothing.</summary>
public static class BannedNames
{
    public static IEnumerable<string> Broken(TextFile list, Compilation against)
    {
        var lines = list.Text.Split('\n');
        for (var number = 1; number <= lines.Length; number++)
        {
            var id = lines[number - 1].Split(';')[0].Trim();
            if (id.Length > 0 && DocumentationCommentId.GetSymbolsForDeclarationId(id, against).IsEmpty)
            {
                yield return $"{list.Path}:{number}: {id} names nothing in the base class library";
            }
        }
    }
}
