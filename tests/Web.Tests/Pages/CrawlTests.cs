using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

/// <summary>Goes from the first page through every link: each leads somewhere, and each figure to a page that adds it up.</summary>
public sealed partial class CrawlTests
{
    private static readonly int Seed = int.TryParse(
        Environment.GetEnvironmentVariable("OPENBOOK_TEST_SEED"),
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out var seed
    )
        ? seed
        : 1;

    // Every page of the samples in a long run, some thousand of them.
    private static readonly int MostOfAKind = Environment.GetEnvironmentVariable("OPENBOOK_TEST_LONG") is null
        ? 6
        : 20000;

    [Fact]
    public void Every_link_leads_to_a_page_and_every_figure_to_its_working()
    {
        var site = ASite.OverSample;
        var chance = new Random(Seed);
        var waiting = new Dictionary<string, List<(string Path, string From, string? Amount)>>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var visited = new Dictionary<string, int>(StringComparer.Ordinal);
        var faults = new List<string>();
        Add(waiting, seen, "/", "", null);
        while (waiting.Values.FirstOrDefault(list => list.Count > 0) is { } list)
        {
            var at = chance.Next(list.Count);
            var (path, from, amount) = list[at];
            list.RemoveAt(at);
            var kind = KindOf(path);
            if (visited.GetValueOrDefault(kind) >= MostOfAKind)
            {
                list.Clear();
                continue;
            }
            visited[kind] = visited.GetValueOrDefault(kind) + 1;
            var page = site.Get(path);
            if (page is { Status: HttpStatusCode.Redirect, Location: { } further })
            {
                Add(waiting, seen, further, path, amount);
                continue;
            }
            faults.AddRange(PageFaults.Of(page, amount).Select(fault => $"{path} (from {from}): {fault}"));
            if (page.Status != HttpStatusCode.OK || !PageFaults.IsPage(page))
            {
                continue;
            }
            foreach (var link in page.Document.QuerySelectorAll("a[href^='/']"))
            {
                var shown = link.ClassList.Contains("ob-money") ? link.TextContent : null;
                Add(waiting, seen, link.GetAttribute("href")!, path, shown);
            }
        }
        Assert.True(faults.Count == 0, $"Seed {Seed}: {faults.Count} faults\n{string.Join('\n', faults.Take(40))}");
        Assert.True(visited.Values.Sum() > 60, $"Only {visited.Values.Sum()} pages were seen.");
    }

    private static void Add(
        Dictionary<string, List<(string, string, string?)>> waiting,
        HashSet<string> seen,
        string path,
        string from,
        string? amount
    )
    {
        if (seen.Add($"{path} {amount}"))
        {
            var kind = KindOf(path);
            waiting.TryAdd(kind, []);
            waiting[kind].Add((path, from, amount));
        }
    }

    // Pages of one kind differ in codes, numbers and what is asked.
    private static string KindOf(string path)
    {
        var parts = path.Split('?')[0]
            .Split('/')
            .Skip(3)
            .Where((part, i) => i is 0 or 2 || part.Length > 0 && !Digits().IsMatch(part));
        var names = path.Contains('?', StringComparison.Ordinal)
            ? string.Join('&', path.Split('?')[1].Split('&').Select(pair => pair.Split('=')[0]))
            : "";
        return $"{string.Join('/', parts.Select(part => part is "camden" or "islington" or "haringey" or "brent" or "lewisham" ? "*" : part))}?{names}";
    }

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digits();
}
