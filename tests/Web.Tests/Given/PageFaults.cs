using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Openbook.Web.Tests.Given;

/// <summary>What must hold on every page, whatever it shows.</summary>
internal static partial class PageFaults
{
    /// <summary>What is wrong with an answer of the site.</summary>
    /// <param name="page">The answer.</param>
    /// <param name="amount">The figure whose link led here, as it was shown; null if none did.</param>
    public static IReadOnlyList<string> Of(ASitePage page, string? amount)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (page.Status != HttpStatusCode.OK)
        {
            return [$"answered {page.Status}"];
        }
        return IsPage(page) ? [.. OfShape(page), .. OfSum(page), .. OfLinks(page), .. OfAmount(page, amount)] : [];
    }

    /// <summary>Whether the answer is a page and no file.</summary>
    public static bool IsPage(ASitePage page) =>
        page.Headers.GetValueOrDefault("Content-Type", "").StartsWith("text/html", StringComparison.Ordinal);

    private static IEnumerable<string> OfShape(ASitePage page)
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

    // A figure in a table leads to its working, by itself, with its row, or by what describes the table. A total whose column adds
    // up to it is its own working, and there is none below a record and the last step of an explanation.
    private static IEnumerable<string> OfLinks(ASitePage page) =>
        page
            .Document.QuerySelectorAll("main td")
            .Where(cell =>
                Size().IsMatch(cell.TextContent)
                && cell.ParentElement!.QuerySelector("a") is null
                && !cell.ParentElement.ClassList.Contains("ob-leaf")
                && !page.Path.Contains("/entries/", StringComparison.Ordinal)
                && !IsDescribed(cell.Closest("table")!)
                && !IsSumOfColumn(cell)
            )
            .GroupBy(cell => cell.Closest("table")!.QuerySelector("caption")?.TextContent.Trim() ?? "")
            .Select(cells => $"no link from {cells.First().TextContent.Trim()} in the table \"{cells.Key}\"");

    private static bool IsDescribed(IElement table) =>
        table.GetAttribute("aria-describedby") is { } id
        && table.Owner!.GetElementById(id)?.Closest("table, p")?.QuerySelector("a") is not null;

    private static bool IsSumOfColumn(IElement total)
    {
        var row = total.ParentElement!;
        if (!row.ClassList.Contains("ob-total"))
        {
            return false;
        }
        var fromEnd = row.Children.Length - row.Children.Index(total);
        var above = total
            .Closest("table")!
            .QuerySelectorAll("tbody tr:not(.ob-total)")
            .Where(other => other.Children.Length >= fromEnd)
            .Select(other => other.Children[other.Children.Length - fromEnd].TextContent)
            .Where(text => Size().IsMatch(text))
            .Sum(text => Shown.Pence(text.Trim()));
        return above == Shown.Pence(total.TextContent.Trim());
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

    private static long Pence(IElement element) =>
        long.Parse(element.GetAttribute("data-pence")!, CultureInfo.InvariantCulture);

    [GeneratedRegex("£[0-9,]+[.][0-9]{2}")]
    private static partial Regex Size();
}
