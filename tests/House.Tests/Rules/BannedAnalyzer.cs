using System.Text.RegularExpressions;
using System.Xml.Linq;
using Openbook.House.Tests.Reading;

namespace Openbook.House.Tests.Rules;

/// <summary>The compiler refuses a clock, randomness and I/O in Domain: the analyzer is there and nothing turns it off.</summary>
public static partial class BannedAnalyzer
{
    private const string Package = "Microsoft.CodeAnalysis.BannedApiAnalyzers";

    /// <summary>What the list must hold at least; each line of the file is one.</summary>
    private static readonly string[] MustBan =
    [
        "P:System.DateTime.Now",
        "P:System.DateTime.UtcNow",
        "P:System.DateTime.Today",
        "P:System.DateTimeOffset.Now",
        "P:System.DateTimeOffset.UtcNow",
        "T:System.TimeProvider",
        "T:System.Diagnostics.Stopwatch",
        "T:System.Random",
        "M:System.Guid.NewGuid",
        "T:System.Security.Cryptography.RandomNumberGenerator",
        "T:System.IO.File",
        "T:System.IO.Directory",
        "T:System.IO.FileStream",
        "T:System.Console",
        "T:System.Environment",
        "T:System.Net.Http.HttpClient",
        "T:System.Globalization.CultureInfo",
        "N:System.Data",
    ];

    public static IEnumerable<string> Broken(
        TextFile domainProject,
        TextFile rootProps,
        TextFile bannedSymbols,
        TextFile editorConfig,
        IEnumerable<TextFile> domainSources
    )
    {
        var faults = new List<string>();
        faults.AddRange(OfProject(XDocument.Parse(domainProject.Text), domainProject.Path));
        faults.AddRange(OfProps(XDocument.Parse(rootProps.Text), rootProps.Path));
        faults.AddRange(OfList(bannedSymbols));
        faults.AddRange(
            Severity()
                .Matches(editorConfig.Text)
                .Where(match => match.Groups["severity"].Value is not ("error" or "warning"))
                .Select(match => $"{editorConfig.At(match.Index)}: turns {match.Groups["id"].Value} off")
        );
        faults.AddRange(domainSources.SelectMany(OfSource));
        return faults;
    }

    private static IEnumerable<string> OfProject(XDocument project, string path)
    {
        var reference = Elements(project, "PackageReference")
            .FirstOrDefault(e => (string?)e.Attribute("Include") == Package);
        if (reference is null)
        {
            yield return $"{path}: does not reference {Package}";
        }
        else if (reference.Attribute("IncludeAssets") is not null || reference.Attribute("ExcludeAssets") is not null)
        {
            yield return $"{path}: takes only a part of {Package}";
        }
        if (Elements(project, "AdditionalFiles").All(e => (string?)e.Attribute("Include") != "BannedSymbols.txt"))
        {
            yield return $"{path}: does not hand BannedSymbols.txt to the analyzer";
        }
        foreach (var fault in TurnedOff(project, path))
        {
            yield return fault;
        }
        if (Elements(project, "TreatWarningsAsErrors").Any(e => !IsTrue(e)))
        {
            yield return $"{path}: warnings are not errors";
        }
    }

    private static IEnumerable<string> OfProps(XDocument props, string path)
    {
        var errors = Elements(props, "TreatWarningsAsErrors").ToList();
        if (errors.Count == 0 || errors.Any(e => !IsTrue(e) || e.Attribute("Condition") is not null))
        {
            yield return $"{path}: warnings are not errors in every configuration";
        }
        foreach (var fault in TurnedOff(props, path))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> TurnedOff(XDocument project, string path)
    {
        foreach (var name in new[] { "NoWarn", "WarningsNotAsErrors", "DisabledWarnings" })
        {
            foreach (var element in Elements(project, name).Where(e => Banned().IsMatch(e.Value)))
            {
                yield return $"{path}: {name} lets {element.Value} pass";
            }
        }
        foreach (var name in new[] { "RunAnalyzers", "RunAnalyzersDuringBuild", "CodeAnalysisTreatWarningsAsErrors" })
        {
            if (Elements(project, name).Any(e => !IsTrue(e)))
            {
                yield return $"{path}: {name} is off";
            }
        }
    }

    private static IEnumerable<string> OfList(TextFile list)
    {
        var ids = list.Text.Split('\n').Select(line => line.Split(';')[0].Trim()).ToHashSet(StringComparer.Ordinal);
        foreach (var id in MustBan.Where(id => !ids.Contains(id)))
        {
            yield return $"{list.Path}: does not ban {id}";
        }
        foreach (
            var line in list
                .Text.Split('\n')
                .Where(line => line.Length > 0 && !line.Contains(';', StringComparison.Ordinal))
        )
        {
            yield return $"{list.Path}: {line} names no replacement";
        }
    }

    private static IEnumerable<string> OfSource(TextFile file) =>
        Pragma()
            .Matches(file.Text)
            .Select(match => $"{file.At(match.Index)}: suppresses the analyzer that bans clock, randomness and I/O");

    private static IEnumerable<XElement> Elements(XDocument document, string name) =>
        document.Descendants().Where(element => element.Name.LocalName == name);

    private static bool IsTrue(XElement element) =>
        string.Equals(element.Value.Trim(), "true", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"RS003[01]", RegexOptions.ExplicitCapture)]
    private static partial Regex Banned();

    [GeneratedRegex(
        @"dotnet_diagnostic\.(?<id>RS003[01])\.severity\s*=\s*(?<severity>\w+)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Severity();

    [GeneratedRegex(
        @"#pragma\s+warning\s+disable(\s*(\r?\n|//)|.*RS003[01])|SuppressMessage\(.*RS003[01]|<auto-?generated",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Pragma();
}
