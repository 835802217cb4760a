using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Openbook.House.Tests.Reading;

namespace Openbook.House.Tests.Rules;

/// <summary>
/// Every project keeps a lock file that says what was resolved and from which bytes, in the versions that
/// Directory.Packages.props pins, and without the address of any server.
/// </summary>
public static partial class LockFiles
{
    /// <param name="projects">The paths of all project files.</param>
    /// <param name="locks">Lock files and the settings of package managers.</param>
    /// <param name="packages">Directory.Packages.props.</param>
    /// <param name="ignored">.gitignore files.</param>
    public static IEnumerable<string> Broken(
        IEnumerable<string> projects,
        IReadOnlyCollection<TextFile> locks,
        TextFile packages,
        IEnumerable<TextFile> ignored
    )
    {
        var present = locks.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var pinned = XDocument
            .Parse(packages.Text)
            .Descendants()
            .Where(element => element.Name.LocalName == "PackageVersion")
            .ToDictionary(
                e => (string)e.Attribute("Include")!,
                e => (string?)e.Attribute("Version"),
                StringComparer.OrdinalIgnoreCase
            );
        var missing = projects
            .Select(project => project[..project.LastIndexOf('/')] + "/packages.lock.json")
            .Where(path => !present.Contains(path))
            .Select(path => $"{path} is missing");
        var untracked = ignored
            .Where(file => Ignores().IsMatch(file.Text))
            .Select(file => $"{file.Path}: ignores lock files, so a clean checkout would have none");
        return missing.Concat(untracked).Concat(locks.SelectMany(file => OfLock(file, pinned)));
    }

    private static IEnumerable<string> OfLock(TextFile file, Dictionary<string, string?> pinned) =>
        Address()
            .Matches(file.Text)
            .Select(match => $"{file.At(match.Index)}: names the server that packages came from")
            .Concat(file.Name == "packages.lock.json" ? NotAsPinned(file, pinned) : []);

    private static IEnumerable<string> NotAsPinned(TextFile file, Dictionary<string, string?> pinned)
    {
        using var json = JsonDocument.Parse(file.Text);
        foreach (var framework in json.RootElement.GetProperty("dependencies").EnumerateObject())
        {
            foreach (var package in framework.Value.EnumerateObject())
            {
                var resolved = package.Value.TryGetProperty("resolved", out var found) ? found.GetString() : null;
                if (resolved is not null && pinned.TryGetValue(package.Name, out var version) && version != resolved)
                {
                    yield return $"{file.Path}: {package.Name} is {resolved}, but {version} is pinned";
                }
            }
        }
    }

    [GeneratedRegex(
        @"^[^#!\n]*(packages\.lock\.json|package-lock\.json|\*\.lock\b|\*\.json)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Ignores();

    // npm writes "resolved", yarn resolved without quotes; .npmrc has registry=, nuget.config <add ... value="http...">.
    [GeneratedRegex(
        @"""?_?resolved""?:?\s*""(git\+)?(https?|ssh)://|registry\s*=\s*https?://|<add\s[^>]*value\s*=\s*""https?://",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Address();
}
