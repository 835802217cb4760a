using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Openbook.House.Tests.Reading;

namespace Openbook.House.Tests.Rules;

/// <summary>Whatever is fetched is fetched in one exact version, written in one place.</summary>
public static partial class ExactVersions
{
    /// <param name="files">Project files, props, global.json, dotnet-tools.json and package.json.</param>
    public static IEnumerable<string> Broken(IEnumerable<TextFile> files) =>
        files.SelectMany(file =>
            file.Name switch
            {
                "package.json" => OfNpm(file),
                "dotnet-tools.json" => OfTools(file),
                "global.json" => OfSdk(file),
                _ when file.Name.EndsWith(".json", StringComparison.Ordinal) => [],
                _ => OfMsBuild(file),
            }
        );

    /// <summary>Whether the text is one version: no star, no range, no "newer than".</summary>
    public static bool IsExact(string? version) => version is not null && Exact().IsMatch(version);

    private static IEnumerable<string> OfMsBuild(TextFile file)
    {
        foreach (var element in XDocument.Parse(file.Text).Descendants())
        {
            var kind = element.Name.LocalName;
            var name = (string?)element.Attribute("Include") ?? (string?)element.Attribute("Update") ?? "";
            if (kind == "PackageVersion" && !IsExact((string?)element.Attribute("Version")))
            {
                yield return $"{file.Path}: {name} has no exact version: {(string?)element.Attribute("Version")}";
            }
            else if (
                kind == "PackageReference"
                && (HasVersion(element, "Version") || HasVersion(element, "VersionOverride"))
            )
            {
                yield return $"{file.Path}: the version of {name} belongs in Directory.Packages.props";
            }
        }
    }

    private static bool HasVersion(XElement element, string name) =>
        element.Attribute(name) is not null || element.Elements().Any(child => child.Name.LocalName == name);

    private static IEnumerable<string> OfNpm(TextFile file)
    {
        using var json = JsonDocument.Parse(file.Text);
        foreach (var group in new[] { "dependencies", "devDependencies", "optionalDependencies", "peerDependencies" })
        {
            foreach (var item in json.RootElement.TryGetProperty(group, out var found) ? Properties(found) : [])
            {
                if (!IsExact(item.Value))
                {
                    yield return $"{file.Path}: {item.Name} has no exact version: {item.Value}";
                }
            }
        }
    }

    private static IEnumerable<string> OfTools(TextFile file)
    {
        using var json = JsonDocument.Parse(file.Text);
        foreach (var tool in json.RootElement.GetProperty("tools").EnumerateObject())
        {
            if (!IsExact(tool.Value.GetProperty("version").GetString()))
            {
                yield return $"{file.Path}: {tool.Name} has no exact version";
            }
        }
    }

    private static IEnumerable<string> OfSdk(TextFile file)
    {
        using var json = JsonDocument.Parse(file.Text);
        var sdk = json.RootElement.GetProperty("sdk");
        if (!IsExact(sdk.GetProperty("version").GetString()))
        {
            yield return $"{file.Path}: the SDK has no exact version";
        }
        if (
            sdk.TryGetProperty("rollForward", out var roll)
            && roll.GetString() is not ("latestPatch" or "patch" or "disable")
        )
        {
            yield return $"{file.Path}: the SDK may roll forward by more than a patch";
        }
    }

    private static IEnumerable<(string Name, string? Value)> Properties(JsonElement element) =>
        element.EnumerateObject().Select(item => (item.Name, item.Value.GetString())).ToList();

    [GeneratedRegex(@"^\[?\d+(\.\d+){1,3}(-[0-9A-Za-z.-]+)?\]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Exact();
}
