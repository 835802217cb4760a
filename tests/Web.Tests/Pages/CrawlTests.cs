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
        ? 12
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
            faults.AddRange(Faults(page, amount).Select(fault => $"{path} (from {from}): {fault}"));
            if (page.Status != HttpStatusCode.OK || !IsPage(page))
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

    private static bool IsPage(ASitePage page) =>
        page.Headers.GetValueOrDefault("Content-Type", "").StartsWith("text/html", StringComparison.Ordinal);

    private static IEnumerable<string> Faults(ASitePage page, string? amount)
    {
        if (page.Status != HttpStatusCode.OK)
        {
            return [$"answered {page.Status}"];
        }
        if (!IsPage(page))
        {
            return [];
        }
        return [.. OfPage(page), .. OfSum(page), .. OfAmount(page, amount)];
    }

    private static IEnumerable<string> OfPage(ASitePage page)
    {
        var ids = page.Document.QuerySelectorAll("[id]").GroupBy(item => item.Id).Where(group => group.Count() > 1);
        foreach (var id in ids)
        {
            yield return $"the id {id.Key} stands twice";
        }
        if (page.Document.QuerySelectorAll("h1").Length != 1)
        {
            yield return "has not one main heading";
        }
        var levels = page
            .Document.QuerySelectorAll("main h1, main h2, main h3, main h4")
            .Select(item => item.TagName[1] - '0')
            .ToList();
        if (levels.Zip(levels.Skip(1)).Any(pair => pair.Second > pair.First + 1))
        {
            yield return "skips a level of headings";
        }
        if (page.Document.QuerySelectorAll("[style], main script, [onclick]").Length > 0)
        {
            yield return "carries styles or scripts of its own";
        }
        foreach (
            var table in page.Document.QuerySelectorAll("table").Where(table => table.QuerySelector("caption") is null)
        )
        {
            yield return $"has a table without a caption: {table.TextContent[..Math.Min(60, table.TextContent.Length)]}";
        }
    }

    // What says that it is a sum is re-added.
    private static IEnumerable<string> OfSum(ASitePage page)
    {
        if (
            page.Document.QuerySelector("[data-sum='true']") is not { } headline
            || page.Document.QuerySelector(".govuk-pagination") is not null
        )
        {
            yield break;
        }
        var parts = page.Document.QuerySelectorAll("td[data-pence]:not([data-pence=''])").Sum(Pence);
        if (parts != Pence(headline))
        {
            yield return $"its parts come to {parts} pence and not to {Pence(headline)}";
        }
    }

    // The figure that led here must stand here.
    private static IEnumerable<string> OfAmount(ASitePage page, string? amount)
    {
        if (amount is null || page.Path.Contains("page=", StringComparison.Ordinal))
        {
            yield break;
        }
        var size = Size().Match(amount).Value;
        if (size.Length > 0 && !page.Text.Contains(size, StringComparison.Ordinal))
        {
            yield return $"the figure {size} that led here is not on it";
        }
    }

    private static long Pence(AngleSharp.Dom.IElement element) =>
        long.Parse(element.GetAttribute("data-pence")!, CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digits();

    [GeneratedRegex("£[0-9,]+[.][0-9]{2}")]
    private static partial Regex Size();
}
