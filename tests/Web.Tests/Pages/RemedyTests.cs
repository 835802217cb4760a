using System.Text.RegularExpressions;
using Openbook.Domain;
using Openbook.Web.Components;

namespace Openbook.Web.Tests.Pages;

public sealed partial class RemedyTests
{
    // Pages find another answer for these, or have no such thing.
    private static readonly string[] ofCommandsAlone =
    [
        "book-exists",
        "book-unknown",
        "nothing-by-then",
        "copy-unreadable",
    ];

    [Fact]
    public void What_to_do_is_said_on_pages_without_commands_options_and_files_of_the_program() =>
        Assert.DoesNotContain(
            Refuse
                .All.Where(code => !ofCommandsAlone.Contains(code.Code))
                .Select(code => $"{code.Code}: {Remedies.Of(code.Because("It is so."))}"),
            said => Commands().IsMatch(said)
        );

    [Fact]
    public void What_pages_have_no_words_for_is_said_as_everywhere() =>
        Assert.Equal(
            $"It is so. {Refuse.CountMissing.Remedy}",
            Remedies.WithWhat(Refuse.CountMissing.Because("It is so."))
        );

    [GeneratedRegex("docs/| --[a-z]|openbook [a-z]|command|use (amend|close|export)|with import")]
    private static partial Regex Commands();
}
