using System.Text;
using System.Text.RegularExpressions;

namespace Openbook.House.Tests.Reading;

/// <summary>What a Markdown page links to and what can be linked to in it.</summary>
public static partial class Markdown
{
    /// <summary>The targets of all links, pictures and definitions, with where they stand; code is no link.</summary>
    public static IEnumerable<(int Offset, string Target)> Links(string text)
    {
        var prose = CodeSpan().Replace(WithoutFences(text), match => Blank(match.Value));
        return new[] { InlineLink(), Definition(), HtmlLink() }
            .SelectMany(kind => kind.Matches(prose))
            .Select(match => (match.Groups["to"].Index, match.Groups["to"].Value));
    }

    /// <summary>The anchors of a page: its headings as they are linked to, and those written in HTML.</summary>
    public static HashSet<string> Anchors(string text)
    {
        var prose = WithoutFences(text);
        var anchors = HtmlAnchor()
            .Matches(prose)
            .Select(match => match.Groups["id"].Value)
            .ToHashSet(StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (
            var heading in Heading().Matches(prose).Select(match => match.Groups["a"].Value + match.Groups["b"].Value)
        )
        {
            var slug = Slug(heading);
            var before = seen.GetValueOrDefault(slug);
            seen[slug] = before + 1;
            anchors.Add(
                before == 0
                    ? slug
                    : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{slug}-{before}")
            );
        }
        return anchors;
    }

    /// <summary>A heading as an anchor: lower case, hyphens for spaces, without punctuation.</summary>
    public static string Slug(string heading)
    {
        var slug = new StringBuilder();
        foreach (var letter in LinkText().Replace(heading, "${words}").Trim())
        {
            if (char.IsLetterOrDigit(letter) || letter is '-' or '_')
            {
                slug.Append(char.ToLowerInvariant(letter));
            }
            else if (letter == ' ')
            {
                slug.Append('-');
            }
        }
        return slug.ToString();
    }

    /// <summary>The page with its fenced code blanked out, every line where it was.</summary>
    private static string WithoutFences(string text)
    {
        var lines = text.Split('\n');
        string? fence = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var start = Fence().Match(lines[i]).Groups["fence"].Value;
            if (fence is not null)
            {
                var ends = start.StartsWith(fence, StringComparison.Ordinal) && lines[i].Trim() == start;
                lines[i] = Blank(lines[i]);
                fence = ends ? null : fence;
            }
            else if (start.Length > 0)
            {
                fence = start;
                lines[i] = Blank(lines[i]);
            }
        }
        return string.Join('\n', lines);
    }

    private static string Blank(string text) => new([.. text.Select(letter => letter == '\n' ? '\n' : ' ')]);

    [GeneratedRegex(@"^[ >]*(?<fence>`{3,}|~{3,})")]
    private static partial Regex Fence();

    [GeneratedRegex(
        @"(?<!`)(?<ticks>`+)(?!`)(?:[^`\n]|\n(?!\s*\n)|(?!\k<ticks>(?!`))`)+?(?<!`)\k<ticks>(?!`)|<!--.*?-->",
        RegexOptions.Singleline
    )]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\]\(\s*<?(?<to>[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+(?:""[^""]*""|'[^']*'))?\s*\)")]
    private static partial Regex InlineLink();

    [GeneratedRegex(@"^ {0,3}\[[^\]\n]+\]:[ \t]*<?(?<to>[^\s>]+)>?", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(
        @"<(?:a|img|source|link)\b[^>]*?\b(?:href|src)\s*=\s*[""'](?<to>[^""']*)[""']",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex HtmlLink();

    [GeneratedRegex(@"<[^>]*\b(?:id|name)\s*=\s*[""'](?<id>[^""']+)[""']", RegexOptions.IgnoreCase)]
    private static partial Regex HtmlAnchor();

    [GeneratedRegex(
        @"^ {0,3}\#{1,6}[ \t]+(?<a>.*?)[ \t]*\#*[ \t]*$|^(?<b>[^\s|>\#-][^|\n]*)\n {0,3}(?:=+|-{2,})[ \t]*$",
        RegexOptions.Multiline
    )]
    private static partial Regex Heading();

    [GeneratedRegex(@"!?\[(?<words>[^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkText();
}
