using System.Xml.Linq;
using Openbook.House.Tests.Reading;

namespace Openbook.House.Tests.Rules;

/// <summary>The solution lists every project and nothing else: what it leaves out is never built nor tested.</summary>
public static class SolutionList
{
    /// <param name="solution">Openbook.slnx.</param>
    /// <param name="projects">The paths of all project files under src and tests.</param>
    public static IEnumerable<string> Broken(TextFile solution, IEnumerable<string> projects)
    {
        var listed = XDocument
            .Parse(solution.Text)
            .Descendants()
            .Where(element => element.Name.LocalName == "Project")
            .Select(element => (string?)element.Attribute("Path") ?? "")
            .ToList();
        var existing = projects.ToList();
        return existing
            .Except(listed, StringComparer.Ordinal)
            .Select(path => $"{solution.Path}: does not list {path}")
            .Concat(
                listed
                    .Except(existing, StringComparer.Ordinal)
                    .Select(path => $"{solution.Path}: lists {path}, which does not exist")
            );
    }
}
