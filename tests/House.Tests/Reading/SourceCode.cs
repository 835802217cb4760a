using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Openbook.House.Tests.Reading;

/// <summary>C# read as a tree, each text once.</summary>
public static class SourceCode
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14);

    private static readonly ConcurrentDictionary<TextFile, CompilationUnitSyntax> Parsed = new();

    public static CompilationUnitSyntax Root(TextFile file) =>
        Parsed.GetOrAdd(file, static f => CSharpSyntaxTree.ParseText(f.Text, Options).GetCompilationUnitRoot());

    /// <summary>Where a reader finds the node: "path:line".</summary>
    public static string At(TextFile file, SyntaxNode node) => file.At(FirstToken(node).SpanStart);

    /// <summary>The first token of a declaration after its attributes.</summary>
    public static SyntaxToken FirstToken(SyntaxNode node)
    {
        var first = node.ChildNodesAndTokens().First(part => !part.IsKind(SyntaxKind.AttributeList));
        return first.IsToken ? first.AsToken() : first.AsNode()!.GetFirstToken();
    }

    /// <summary>The name that a reader would call a declaration by.</summary>
    public static string NameOf(SyntaxNode node) =>
        node switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
            LocalFunctionStatementSyntax local => local.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            OperatorDeclarationSyntax op => "operator " + op.OperatorToken.Text,
            AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } accessor =>
                $"{property.Identifier.Text}.{accessor.Keyword.Text}",
            _ => node.Kind().ToString(),
        };

    /// <summary>The attributes of a declaration by their written names, without "Attribute".</summary>
    public static IEnumerable<AttributeSyntax> Attributes(MemberDeclarationSyntax member) =>
        member.AttributeLists.SelectMany(list => list.Attributes);

    /// <summary>The last part of a name: "Fact" of "Xunit.FactAttribute".</summary>
    public static string ShortName(AttributeSyntax attribute)
    {
        var name = attribute.Name.ToString();
        name = name[(name.LastIndexOf('.') + 1)..];
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;
    }

    /// <summary>Whether the method is a test: [Fact], [Theory] or an attribute of ours whose name ends so.</summary>
    public static bool IsTest(MethodDeclarationSyntax method) =>
        Attributes(method)
            .Select(ShortName)
            .Any(name =>
                name.EndsWith("Fact", StringComparison.Ordinal) || name.EndsWith("Theory", StringComparison.Ordinal)
            );
}
