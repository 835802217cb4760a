using System.Xml.Linq;
using Openbook.House.Tests.Reading;

namespace Openbook.House.Tests.Rules;

/// <summary>Which room may know which, and which libraries belong to one room only, read from the project files.</summary>
public static class RoomArrows
{
    /// <summary>Domain &lt;- Journal, Exchange, Desk &lt;- Web &lt;- Cli. A new room is added here with its decision record.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Allowed = new Dictionary<string, string[]>(
        StringComparer.Ordinal
    )
    {
        ["Domain"] = [],
        ["Journal"] = ["Domain"],
        ["Exchange"] = ["Domain"],
        ["Desk"] = ["Domain"],
        ["Web"] = ["Domain", "Journal", "Exchange", "Desk"],
        ["Cli"] = ["Domain", "Journal", "Exchange", "Desk", "Web"],
    };

    /// <summary>Libraries that only the named rooms may use, by the beginning of their name.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Owners = new Dictionary<string, string[]>(
        StringComparer.Ordinal
    )
    {
        ["Microsoft.Data.Sqlite"] = ["Journal", "Desk"],
        ["SQLitePCL"] = ["Journal", "Desk"],
        ["Npgsql"] = ["Journal", "Desk"],
        ["Dapper"] = ["Journal", "Desk"],
        ["YamlDotNet"] = ["Exchange"],
        ["System.CommandLine"] = ["Cli"],
        ["Microsoft.AspNetCore"] = ["Web", "Cli"],
    };

    /// <param name="projects">Every project file under src and tests.</param>
    /// <param name="shared">Every Directory.Build.props and .targets.</param>
    public static IEnumerable<string> Broken(IEnumerable<TextFile> projects, IEnumerable<TextFile> shared)
    {
        foreach (var project in projects)
        {
            var parts = project.Path.Split('/');
            var found = parts switch
            {
                ["src", var room, _] => OfRoom(room, project),
                ["tests", "Oracle", _] => OfOracle(project),
                ["tests", _, _] => OfTests(project),
                _ => [$"{project.Path}: a project lies in src/ROOM or tests/NAME"],
            };
            foreach (var fault in found)
            {
                yield return fault;
            }
        }
        foreach (var file in shared.Where(file => References(file, "ProjectReference").Any()))
        {
            yield return $"{file.Path}: a ProjectReference here would reach every room; write it in the one project";
        }
    }

    /// <summary>The library of another room that the name belongs to, as a fault, or null.</summary>
    public static string? Trespass(string room, string library)
    {
        var owner = Owners.FirstOrDefault(pair => library.StartsWith(pair.Key, StringComparison.Ordinal));
        return owner.Key is null || owner.Value.Contains(room)
            ? null
            : $"{room} uses {library}, which belongs to {string.Join(" and ", owner.Value)}";
    }

    private static IEnumerable<string> OfRoom(string room, TextFile project)
    {
        if (!Allowed.TryGetValue(room, out var allowed))
        {
            yield return $"{project.Path}: {room} is no room that the arrows know; a new one needs a decision record";
            yield break;
        }
        foreach (var path in References(project, "ProjectReference"))
        {
            var target = Resolve(project.Folder, path).Split('/');
            if (target is not ["src", var other, _] || !allowed.Contains(other))
            {
                yield return $"{project.Path}: {room} may not reference {path}";
            }
        }
        foreach (var package in References(project, "PackageReference", but: IsForTheCompiler))
        {
            if (room == "Domain")
            {
                yield return $"{project.Path}: Domain references only the base class library, not {package}";
            }
            else if (Trespass(room, package) is { } fault)
            {
                yield return $"{project.Path}: {fault}";
            }
        }
        foreach (var other in References(project, "Reference").Concat(References(project, "FrameworkReference")))
        {
            if (room is not ("Web" or "Cli"))
            {
                yield return $"{project.Path}: {room} may not reference {other}";
            }
        }
    }

    private static IEnumerable<string> OfOracle(TextFile project) =>
        new[] { "ProjectReference", "PackageReference", "Reference", "FrameworkReference", "Compile", "Import" }
            .SelectMany(kind => References(project, kind))
            .Select(what => $"{project.Path}: the oracle shares no code, so it references nothing, not {what}");

    private static IEnumerable<string> OfTests(TextFile project) =>
        References(project, "Compile")
            .Where(path => path.Contains("..", StringComparison.Ordinal))
            .Select(path => $"{project.Path}: compiles {path} of another project; reference it instead");

    private static bool IsForTheCompiler(XElement reference) =>
        (string?)reference.Attribute("PrivateAssets") == "all"
        && ((string?)reference.Attribute("Include"))?.Contains("Analyzer", StringComparison.Ordinal) == true;

    private static IEnumerable<string> References(TextFile project, string kind, Func<XElement, bool>? but = null) =>
        XDocument
            .Parse(project.Text)
            .Descendants()
            .Where(element => element.Name.LocalName == kind && but?.Invoke(element) != true)
            .Select(element => (string?)element.Attribute("Include") ?? (string?)element.Attribute("Project"))
            .OfType<string>();

    private static string Resolve(string folder, string relative)
    {
        var parts = new List<string>(folder.Split('/'));
        foreach (var part in relative.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }
        return string.Join('/', parts);
    }
}
