using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Openbook.House.Tests.Reading;

namespace Openbook.House.Tests.Rules;

/// <summary>
/// No test is switched off: not by Skip, not by a comment, not by #if. A test that needs a program which may be missing
/// has an attribute of its own, derived from Fact or Theory, that says so at run time.
/// </summary>
public static partial class SwitchedOff
{
    /// <param name="files">The C# files of the tests.</param>
    public static IEnumerable<string> Broken(IEnumerable<TextFile> files) => files.SelectMany(OfFile);

    private static IEnumerable<string> OfFile(TextFile file)
    {
        var root = SourceCode.Root(file);
        foreach (var argument in root.DescendantNodes().OfType<AttributeArgumentSyntax>())
        {
            if (argument.NameEquals?.Name.Identifier.Text.StartsWith("Skip", StringComparison.Ordinal) == true)
            {
                yield return $"{SourceCode.At(file, argument)}: a skipped test: {argument}";
            }
        }
        foreach (var call in root.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
        {
            if (
                call.Expression.ToString() is "Assert" or "Skip"
                && (call.ToString() is var text && SkipCall().IsMatch(text))
            )
            {
                yield return $"{SourceCode.At(file, call)}: a test that skips itself: {call}";
            }
        }
        foreach (var trivia in root.DescendantTrivia())
        {
            if (HowSwitchedOff(trivia) is { } how)
            {
                yield return $"{file.At(trivia.SpanStart)}: a test {how}";
            }
        }
    }

    private static string? HowSwitchedOff(SyntaxTrivia trivia) =>
        trivia.Kind() switch
        {
            SyntaxKind.DisabledTextTrivia when TestAttribute().IsMatch(trivia.ToString()) => "behind #if",
            SyntaxKind.SingleLineCommentTrivia
            or SyntaxKind.MultiLineCommentTrivia when CommentedTest().IsMatch(trivia.ToString()) => "in a comment",
            _ => null,
        };

    [GeneratedRegex(@"^Assert\.Skip|^Skip\.(If|Unless)", RegexOptions.ExplicitCapture)]
    private static partial Regex SkipCall();

    [GeneratedRegex(@"\[\s*\w*(Fact|Theory)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex TestAttribute();

    [GeneratedRegex(@"^/[/*]\s*\[\s*\w*(Fact|Theory)\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex CommentedTest();
}
