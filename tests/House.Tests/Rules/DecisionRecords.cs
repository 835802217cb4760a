using System.Text.RegularExpressions;
using Openbook.House.Tests.Reading;

namespace Openbook.House.Tests.Rules;

/// <summary>
/// Decision records have one form, are numbered without a gap, and are listed in their index; every package that the
/// program or its tests use is named, with its licence's reasons, in one of them.
/// </summary>
public static partial class DecisionRecords
{
    public const string Folder = "docs/decisions";

    private static readonly string[] Sections = ["## Context", "## Options", "## Decision", "## Consequences"];

    /// <param name="pages">The pages of docs/decisions.</param>
    /// <param name="packages">The names of all packages in use.</param>
    public static IEnumerable<string> Broken(IReadOnlyCollection<TextFile> pages, IEnumerable<string> packages)
    {
        var index = pages.FirstOrDefault(page => page.Name == "README.md");
        var records = pages.Where(page => page != index).OrderBy(page => page.Name, StringComparer.Ordinal).ToList();
        if (index is null)
        {
            yield return $"{Folder}: has no README.md as its index";
        }
        for (var i = 0; i < records.Count; i++)
        {
            foreach (var fault in OfRecord(records[i], i + 1, index))
            {
                yield return fault;
            }
        }
        foreach (var package in packages.Where(name => !records.Any(record => Names(record, name))))
        {
            yield return $"{Folder}: no record says why {package} is used";
        }
    }

    private static IEnumerable<string> OfRecord(TextFile record, int number, TextFile? index)
    {
        var digits = number.ToString("0000", System.Globalization.CultureInfo.InvariantCulture);
        if (!FileName().IsMatch(record.Name) || !record.Name.StartsWith(digits, StringComparison.Ordinal))
        {
            yield return $"{record.Path}: should be number {digits}, in lower case with hyphens";
        }
        if (!record.Text.StartsWith($"# {digits} ", StringComparison.Ordinal))
        {
            yield return $"{record.Path}: does not begin with its number and title";
        }
        if (!DateLine().IsMatch(record.Text) || !StatusLine().IsMatch(record.Text))
        {
            yield return $"{record.Path}: lacks its date or its status";
        }
        var found = Section().Matches(record.Text).Select(match => match.Value.TrimEnd()).ToList();
        if (!found.SequenceEqual(Sections, StringComparer.Ordinal))
        {
            yield return $"{record.Path}: its sections are not Context, Options, Decision, Consequences";
        }
        if (index?.Text.Contains($"({record.Name})", StringComparison.Ordinal) == false)
        {
            yield return $"{index.Path}: does not list {record.Name}";
        }
    }

    private static bool Names(TextFile record, string package) =>
        Regex.IsMatch(
            record.Text,
            $@"(?<![\w.]){Regex.Escape(package)}(?![\w]|\.\w*[A-Za-z])",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(10)
        );

    [GeneratedRegex(@"^\d{4}(-[a-z0-9]+)+\.md$", RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^- Date: \d{4}-\d\d-\d\d$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex DateLine();

    [GeneratedRegex(
        @"^- Status: (accepted|replaced by \[\d{4}\]\(.*\))$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex StatusLine();

    [GeneratedRegex(@"^## .*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Section();
}
