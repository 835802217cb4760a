using Openbook.House.Tests.Reading;

namespace Openbook.House.Tests.Rules;

/// <summary>Every relative link of a page leads to a file or folder that exists, and every anchor to a heading.</summary>
public static class Links
{
    /// <param name="pages">The Markdown pages.</param>
    /// <param name="exists">Every file and folder of the repository, as paths from the root.</param>
    public static IEnumerable<string> Broken(IEnumerable<TextFile> pages, IReadOnlySet<string> exists)
    {
        var byPath = pages.ToDictionary(page => page.Path, StringComparer.Ordinal);
        var anchors = byPath.ToDictionary(
            pair => pair.Key,
            pair => Markdown.Anchors(pair.Value.Text),
            StringComparer.Ordinal
        );
        foreach (var page in byPath.Values)
        {
            foreach (var (offset, target) in Markdown.Links(page.Text).Where(link => !IsElsewhere(link.Target)))
            {
                if (Fault(page, target, exists, anchors) is { } fault)
                {
                    yield return $"{page.At(offset)}: {target} {fault}";
                }
            }
        }
    }

    private static bool IsElsewhere(string target) =>
        target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal);

    private static string? Fault(
        TextFile page,
        string target,
        IReadOnlySet<string> exists,
        Dictionary<string, HashSet<string>> anchors
    )
    {
        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0 ? page.Path : Resolve(page.Folder, Uri.UnescapeDataString(parts[0]));
        if (target.Length == 0 || path is null || parts[0].StartsWith('/'))
        {
            return "is no relative link into this repository";
        }
        if (!exists.Contains(path))
        {
            return "does not exist";
        }
        if (parts.Length == 1)
        {
            return null;
        }
        return anchors.TryGetValue(path, out var headings) && headings.Contains(parts[1])
            ? null
            : "names no heading of that page";
    }

    /// <summary>The path from the root, or null if it leads out of the repository.</summary>
    private static string? Resolve(string folder, string relative)
    {
        var parts = folder.Length == 0 ? [] : new List<string>(folder.Split('/'));
        foreach (var part in relative.TrimEnd('/').Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                {
                    return null;
                }
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ""))
            {
                parts.Add(part);
            }
        }
        return string.Join('/', parts);
    }
}
