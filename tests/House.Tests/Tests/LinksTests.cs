using Openbook.House.Tests.Reading;
using Openbook.House.Tests.Rules;

namespace Openbook.House.Tests.Tests;

public sealed class LinksTests
{
    private static readonly HashSet<string> Exists =
    [
        "",
        "README.md",
        "LICENCE",
        "docs",
        "docs/here.md",
        "docs/there.md",
        "docs/with space.md",
    ];

    private static readonly TextFile There = new(
        "docs/there.md",
        """
        # The title of `all`

        Second title
        ------------

        ## What's new, in 2016/17?
        ## Twice
        ## Twice
        ## A [link](here.md) in it
        <a id="by-hand"></a>

        ```sh
        # no heading
        ```
        """
    );

    [Theory]
    [InlineData("[a](nowhere.md)", "nowhere.md does not exist")]
    [InlineData("[a](There.md)", "There.md does not exist")]
    [InlineData("![a](nowhere.png)", "nowhere.png does not exist")]
    [InlineData("[a](<nowhere.md> \"title\")", "nowhere.md does not exist")]
    [InlineData("[`a`](nowhere.md)", "nowhere.md does not exist")]
    [InlineData("[![a](../LICENCE)](nowhere.md)", "nowhere.md does not exist")]
    [InlineData("[a][b]\n\n[b]: nowhere.md", "docs/here.md:3: nowhere.md does not exist")]
    [InlineData("<a href=\"nowhere.md\">a</a>", "nowhere.md does not exist")]
    [InlineData("[a](there.md#missing)", "there.md#missing names no heading")]
    [InlineData("[a](there.md#no-heading)", "names no heading")]
    [InlineData("[a](#missing)", "#missing names no heading")]
    [InlineData("[a](../LICENCE#top)", "names no heading")]
    [InlineData("[a](../../outside.md)", "no relative link into this repository")]
    [InlineData("[a](/docs/there.md)", "no relative link into this repository")]
    [InlineData("[a]()", "no relative link")]
    public void A_planted_broken_link_is_reported(string text, string expected) =>
        Faults.AssertExactly(Broken(text), expected);

    [Theory]
    [InlineData("[a](there.md)")]
    [InlineData("[a](./there.md#the-title-of-all)")]
    [InlineData("[a](there.md#second-title)")]
    [InlineData("[a](there.md#whats-new-in-201617)")]
    [InlineData("[a](there.md#twice-1)")]
    [InlineData("[a](there.md#a-link-in-it)")]
    [InlineData("[a](there.md#by-hand)")]
    [InlineData("[a](../README.md) and [b](../LICENCE)")]
    [InlineData("[a](../docs/)")]
    [InlineData("[a](with%20space.md)")]
    [InlineData("[a](https://example.org/nowhere.md)")]
    [InlineData("`[a](nowhere.md)`")]
    [InlineData("``a ` [a](nowhere.md)``")]
    [InlineData("```md\n[a](nowhere.md)\n```")]
    [InlineData("~~~\n```\n[a](nowhere.md)\n~~~")]
    [InlineData("<!-- [a](nowhere.md) -->")]
    [InlineData("# Here\n\n[a](#here)")]
    public void A_link_that_leads_somewhere_passes(string text) => Faults.AssertNone(Broken(text));

    [Fact]
    public void The_tree_has_no_broken_link()
    {
        var exists = Repository.Here.Paths.Concat(Repository.Here.Folders).ToHashSet(StringComparer.Ordinal);
        var pages = Repository.Here.Named(".md");
        Assert.Contains("docs/decisions/README.md", pages.Select(page => page.Path));
        Faults.AssertNone(Links.Broken(pages, exists));
    }

    private static IEnumerable<string> Broken(string text) =>
        Links.Broken([new TextFile("docs/here.md", text), There], Exists);
}
