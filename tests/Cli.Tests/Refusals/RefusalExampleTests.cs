using System.Text;
using Openbook.Cli.Tests.Given;
using Openbook.Domain;

namespace Openbook.Cli.Tests.Refusals;

/// <summary>Every refusal of the catalogue can be met, and the page that explains them shows how it reads.</summary>
public sealed class RefusalExampleTests
{
    public static TheoryData<string> Codes => [.. Refuse.All.Select(code => code.Code)];

    [Fact]
    public void Every_code_of_the_catalogue_has_one_example_in_its_place() =>
        Assert.Equal(Refuse.All.Select(code => code.Code), RefusalExamples.All.Select(example => example.Code.Code));

    [Fact]
    public void Every_code_that_the_catalogue_declares_is_listed_once_in_its_own_words()
    {
        var declared = typeof(Refuse).GetFields().Select(field => field.GetValue(null)).OfType<RefusalCode>().ToList();
        Assert.Equal(declared.Select(code => code.Code).Order(), Refuse.All.Select(code => code.Code).Order());
        Assert.Equal(declared.Count, declared.Select(code => code.Code).Distinct().Count());
        Assert.All(declared, code => Assert.Matches("^[a-z]+(-[a-z]+)*$", code.Code));
        Assert.All(declared, code => Assert.EndsWith(".", code.Meaning, StringComparison.Ordinal));
        Assert.All(declared, code => Assert.EndsWith(".", code.Remedy, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_example_of_each_code_is_refused_for_it(string code)
    {
        var shown = RefusalExamples.Shown(Refuse.All.Single(item => item.Code == code));
        Assert.Null(shown.Fault);
        shown.Last.MustEnd(shown.Example.Ends);
        Assert.Contains(code, shown.Last.Refusals);
        Assert.NotEmpty(shown.Messages);
        Assert.All(
            shown.Messages,
            message => Assert.EndsWith($" {shown.Example.Code.Remedy} [{code}]", message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_page_of_refusals_shows_each_as_it_is_printed() => GeneratedPage.MustBe("refusals.md", Page());

    private static string Page()
    {
        var page = new StringBuilder();
        page.Append(
            """
            # Refusals

            <!-- Made by the tests of the program from its catalogue. Do not change it by hand. -->

            When something cannot be recorded or shown, Openbook says why and what to do, and records nothing. It lists every fault
            at once, each on a line of its own with a code in square brackets at the end:

            ```text
            WHERE: WHAT IS WRONG. WHAT TO DO. [code]
            ```

            The exit code is then 1. Codes are stable: programs may rely on them, and none is ever given another meaning. The
            examples below are run each time Openbook is tested. A message says more than its code, so read it first.

            A date, month, period or amount that stands wrong on the command line itself has the same code, and the exit code is 2.

            """
        );
        foreach (var group in RefusalExamples.Groups)
        {
            page.Append($"\n## {group.Title}\n");
            foreach (var example in group.Examples)
            {
                Append(page, example);
            }
        }
        return page.ToString();
    }

    private static void Append(StringBuilder page, RefusalExample example)
    {
        var shown = RefusalExamples.Shown(example.Code);
        page.Append($"\n### `{example.Code.Code}`\n\n{example.Code.Meaning}\n\n");
        page.Append($"```text\n$ openbook {shown.Last.Line}\n{string.Join('\n', shown.Messages)}\n```\n\n");
        page.Append($"**What to do:** {example.Code.Remedy}\n");
    }
}
