using Openbook.Cli.Tests.Given;

namespace Openbook.Cli.Tests.Pages;

/// <summary>Every example in the documents does what the document says.</summary>
public sealed class ConsoleExampleTests
{
    private static readonly string[] pages =
    [
        .. Directory
            .EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Append(Repository.PathOf("README.md"))
            .Where(path => ConsolePage.Of(File.ReadAllText(path)).Commands > 0)
            .Select(path => Path.GetRelativePath(Repository.Root, path))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Pages => [.. pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_examples_of_a_page_print_what_it_shows(string page)
    {
        var faults = ConsolePage.Of(File.ReadAllText(Repository.PathOf(page))).Faults();
        // Whole, so that a page can be mended from what is said.
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    [Fact]
    public void The_pages_that_teach_by_examples_have_some()
    {
        string[] expected =
        [
            "README.md",
            "docs/how-to/month-end.md",
            "docs/how-to/partner-checks-its-copy.md",
            "docs/how-to/read-your-councils-file.md",
            "docs/how-to/postgresql.md",
            "docs/how-to/withhold-words.md",
            "docs/tutorial.md",
        ];
        Assert.Empty(expected.Except(pages));
    }

    [Theory]
    [InlineData("$ openbook books\nNo such thing.", "Line 4: openbook books\nprints\nThere is no Book yet.")]
    [InlineData("$ openbook books", "Line 4: openbook books\nprints\nThere is no Book yet.")]
    [InlineData("There is no Book yet. Start one with openbook new, or see openbook demo.", "Line 4 is no command.")]
    [InlineData(
        "$ openbook new cih --agreement a.yaml\n… [key-missing]\n… [key-missing]\nRefused",
        "Line 4: openbook new"
    )]
    public void An_example_that_prints_something_else_is_found(string block, string expected) =>
        Assert.StartsWith(
            expected,
            ConsolePage.Of($"`a.yaml`:\n\n```console\n{block}\n```\n").Faults()[0],
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("$ openbook books\nThere is no Book yet. …")]
    [InlineData("$ openbook books\n…")]
    [InlineData("$ openbook \\\n  books --format \\\n  json\n[]")]
    [InlineData("$ openbook books --format json > books.json\n$ cat books.json\n[]")]
    [InlineData(
        "$ openbook new cih --agreement a.yaml\na.yaml, line 1, …\n…\nRefused for 6 reasons. Nothing was recorded."
    )]
    [InlineData("$ cat a.yaml\n{}")]
    public void An_example_that_prints_what_it_shows_passes(string block) =>
        Assert.Empty(ConsolePage.Of($"Write `a.yaml`:\n\n```yaml\n{{}}\n```\n\n```console\n{block}\n```\n").Faults());
}
