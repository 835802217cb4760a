using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Openbook.House.Tests.Reading;

namespace Openbook.House.Tests.Rules;

/// <summary>A method fits on a screen and a file in a sitting.</summary>
public static class Lengths
{
    public const int MethodLines = 60;
    public const int FileLines = 400;

    /// <param name="files">C# files.</param>
    public static IEnumerable<string> Broken(IEnumerable<TextFile> files)
    {
        foreach (var file in files)
        {
            var lines = file.Text.AsSpan().TrimEnd('\n').Count('\n') + 1;
            if (lines > FileLines)
            {
                yield return $"{file.Path}: {lines} lines; a file has at most {FileLines}";
            }
            foreach (var fault in OfMethods(file))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> OfMethods(TextFile file)
    {
        var root = SourceCode.Root(file);
        foreach (var node in root.DescendantNodes().Where(IsMethod))
        {
            var lines = Lines(file, SourceCode.FirstToken(node).SpanStart, node.Span.End);
            if (lines > MethodLines)
            {
                yield return $"{SourceCode.At(file, node)}: {SourceCode.NameOf(node)} has {lines} lines; a method has at most {MethodLines}";
            }
        }
        var program = root.Members.OfType<GlobalStatementSyntax>().ToList();
        if (
            program.Count > 0
            && Lines(file, program[0].SpanStart, program[^1].Span.End) is > MethodLines and var length
        )
        {
            yield return $"{file.Path}: the program itself has {length} lines; a method has at most {MethodLines}";
        }
    }

    private static bool IsMethod(SyntaxNode node) =>
        node switch
        {
            BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax => true,
            AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
            BasePropertyDeclarationSyntax property => property
                .ChildNodes()
                .Any(child => child is ArrowExpressionClauseSyntax),
            _ => false,
        };

    private static int Lines(TextFile file, int start, int end) => file.Text.AsSpan(start, end - start).Count('\n') + 1;
}
