using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Openbook.House.Tests.Reading;

/// <summary>Compiles a few lines in memory, so that a fault can be planted without touching the tree.</summary>
public static class Compiler
{
    private static readonly string RuntimeFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static readonly string[] BaseLibraryFiles =
    [
        .. Directory.EnumerateFiles(RuntimeFolder, "*.dll").Where(IsManaged),
    ];

    private static readonly MetadataReference[] BaseLibrary =
    [
        .. BaseLibraryFiles.Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The names of the assemblies that the plain runtime is made of.</summary>
    public static IReadOnlySet<string> BaseLibraryNames { get; } =
        BaseLibraryFiles.Select(path => Path.GetFileNameWithoutExtension(path)).ToHashSet(StringComparer.Ordinal);

    public static CSharpCompilation Compilation(string source) =>
        CSharpCompilation.Create(
            "Planted",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp14))],
            BaseLibrary,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release
            )
        );

    public static byte[] Compile(string source)
    {
        using var bytes = new MemoryStream();
        var result = Compilation(source).Emit(bytes);
        return result.Success
            ? bytes.ToArray()
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    /// <summary>What the analyzer of banned calls says of a source under a list, as "ID: message".</summary>
    public static async Task<IReadOnlyList<string>> BannedCallsFoundAsync(string source, TextFile list)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "banned");
        var analyzer = Assembly
            .LoadFrom(Path.Combine(folder, "Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers.dll"))
            .GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .ToImmutableArray();
        var options = new AnalyzerOptions([new ListFile(list)]);
        var found = await Compilation(source).WithAnalyzers(analyzer, options).GetAnalyzerDiagnosticsAsync();
        return
        [
            .. found.Select(fault =>
                $"{fault.Id}: {fault.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"
            ),
        ];
    }

    private static bool IsManaged(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return file.HasMetadata;
    }

    private sealed class ListFile(TextFile list) : AdditionalText
    {
        public override string Path => list.Name;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(list.Text);
    }
}
