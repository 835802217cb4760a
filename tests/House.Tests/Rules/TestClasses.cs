using Microsoft.CodeAnalysis.CSharp.Syntax;
using Openbook.House.Tests.Reading;

namespace Openbook.House.Tests.Rules;

/// <summary>
/// Every test class has a test and every test asserts something: it calls Assert, a checker of a library (Check, Must,
/// Should, ...ThrowOnFailure), or a helper of its own project that does, however far down.
/// </summary>
public static class TestClasses
{
    private static readonly string[] Asserting = ["Assert", "Check", "Must", "Should"];

    /// <param name="files">The C# files of the tests.</param>
    public static IEnumerable<string> Broken(IEnumerable<TextFile> files)
    {
        var all = files.ToList();
        var shared = all.Where(file => !IsOfTestProject(file)).ToList();
        foreach (var project in all.Where(IsOfTestProject).GroupBy(Project))
        {
            var helpers = Helpers.Of(Methods(project.Concat(shared)).Select(found => found.Method));
            var silent = Methods(project)
                .Where(found => SourceCode.IsTest(found.Method) && !helpers.Asserts(found.Method))
                .Select(found =>
                    $"{SourceCode.At(found.File, found.Method)}: {found.Method.Identifier.Text} asserts nothing"
                );
            foreach (var fault in OfClasses(project).Concat(silent))
            {
                yield return fault;
            }
        }
    }

    private static bool IsOfTestProject(TextFile file) => Project(file).EndsWith(".Tests", StringComparison.Ordinal);

    private static string Project(TextFile file) => string.Join('/', file.Path.Split('/').Take(2));

    private static IEnumerable<(TextFile File, MethodDeclarationSyntax Method)> Methods(IEnumerable<TextFile> files) =>
        files.SelectMany(file =>
            SourceCode.Root(file).DescendantNodes().OfType<MethodDeclarationSyntax>().Select(method => (file, method))
        );

    private static IEnumerable<string> OfClasses(IEnumerable<TextFile> files)
    {
        var classes = files.SelectMany(file =>
            SourceCode
                .Root(file)
                .DescendantNodes()
                .OfType<ClassDeclarationSyntax>()
                .Select(type => (File: file, Type: type))
        );
        foreach (var parts in classes.GroupBy(found => found.Type.Identifier.Text, StringComparer.Ordinal))
        {
            var (file, first) = parts.First();
            var modifiers = parts.SelectMany(part => part.Type.Modifiers).Select(modifier => modifier.Text).ToHashSet();
            var tests = parts.Sum(part => part.Type.Members.OfType<MethodDeclarationSyntax>().Count(SourceCode.IsTest));
            if (
                IsNamedAsTests(parts.Key)
                && tests == 0
                && !modifiers.Contains("abstract")
                && !parts.Any(p => Inherits(p.Type))
            )
            {
                yield return $"{SourceCode.At(file, first)}: {parts.Key} has no test";
            }
            if (tests > 0 && !modifiers.Contains("public"))
            {
                yield return $"{SourceCode.At(file, first)}: {parts.Key} is not public, so its tests never run";
            }
        }
    }

    private static bool IsNamedAsTests(string name) =>
        name.EndsWith("Tests", StringComparison.Ordinal) || name.EndsWith("Test", StringComparison.Ordinal);

    /// <summary>Whether the tests come from a base class, which is checked in its own place.</summary>
    private static bool Inherits(ClassDeclarationSyntax type) =>
        type.BaseList?.Types.Any(inherited => IsNamedAsTests(inherited.Type.ToString().Split('<')[0])) == true;

    /// <summary>The methods of a project that are not tests, and those of them that assert.</summary>
    private sealed record Helpers(IReadOnlySet<string> Declared, HashSet<string> Asserting)
    {
        public static Helpers Of(IEnumerable<MethodDeclarationSyntax> methods)
        {
            var candidates = methods.Where(method => !SourceCode.IsTest(method)).ToList();
            var helpers = new Helpers(candidates.Select(m => m.Identifier.Text).ToHashSet(StringComparer.Ordinal), []);
            int before;
            do
            {
                before = helpers.Asserting.Count;
                helpers.Asserting.UnionWith(candidates.Where(helpers.Asserts).Select(method => method.Identifier.Text));
            } while (helpers.Asserting.Count > before);
            return helpers;
        }

        public bool Asserts(MethodDeclarationSyntax method) =>
            method.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => Asserts(call.Expression))
            || method.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().Any(IsFailure);

        private bool Asserts(ExpressionSyntax called)
        {
            var (receiver, name) = called switch
            {
                MemberAccessExpressionSyntax access => (Last(access.Expression), access.Name.Identifier.Text),
                MemberBindingExpressionSyntax binding => ("", binding.Name.Identifier.Text),
                SimpleNameSyntax simple => ("", simple.Identifier.Text),
                _ => ("", ""),
            };
            return receiver is "Assert" or "Check"
                || Asserting.Contains(name)
                || !Declared.Contains(name)
                    && TestClasses.Asserting.Any(word => name.StartsWith(word, StringComparison.Ordinal))
                || name.EndsWith("ThrowOnFailure", StringComparison.Ordinal);
        }

        /// <summary>The last name of the receiver: "Assert" of Xunit.Assert.</summary>
        private static string Last(ExpressionSyntax receiver) =>
            receiver switch
            {
                SimpleNameSyntax name => name.Identifier.Text,
                MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
                _ => "",
            };

        private static bool IsFailure(ObjectCreationExpressionSyntax made) =>
            made.Type.ToString().EndsWith("XunitException", StringComparison.Ordinal)
            && made.Parent is ThrowStatementSyntax or ThrowExpressionSyntax;
    }
}
