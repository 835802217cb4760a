using Openbook.Cli.Tests.Given;

namespace Openbook.Cli.Tests.Commands;

/// <summary>What a newcomer meets first: help with an example that works, and plain words on a wrong command line.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Names => [.. Help.Commands.Select(item => item.Name), "import", ""];

    public static TheoryData<string> Examples =>
        [.. Help.Commands.Select(item => Help.Example(item.Command)), Help.Example(Help.Root)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Help_of_each_command_has_an_example(string command)
    {
        using var session = new Session();
        foreach (var option in (string[])["--help", "-h", "-?"])
        {
            var shown = session.Do($"{command} {option}");
            Assert.Contains("\n  Example: openbook ", shown, StringComparison.Ordinal);
            Assert.Contains("\nUsage:\n", shown, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_example_is_a_command_line_that_can_be_read(string example)
    {
        var words = CommandLine.Words(example);
        Assert.Equal("openbook", words[0]);
        var parsed = Help.Root.Parse([.. words.Skip(1)]);
        Assert.Empty(parsed.Errors);
    }

    [Fact]
    public void The_help_lists_every_command_of_the_contract_that_is_there()
    {
        string[] expected =
        [
            "demo",
            "serve",
            "books",
            "new",
            "amend",
            "approve",
            "import costs",
            "import drivers",
            "import budget",
            "import payments",
            "map",
            "correct",
            "withhold",
            "issue",
            "accept",
            "query",
            "answer",
            "drafts",
            "close",
            "statement",
            "explain",
            "monitor",
            "whatif",
            "entries",
            "verify",
            "export",
            "restore",
            "reckon",
            "completion",
        ];
        Assert.Equal(expected, Help.Commands.Select(item => item.Name));
    }

    [Fact]
    public void Every_option_and_argument_is_described_in_a_sentence()
    {
        foreach (var (name, command) in Help.Commands)
        {
            var described = command.Options.Select(item => (item.Name, item.Description));
            foreach (
                var (part, words) in described.Concat(command.Arguments.Select(item => (item.Name, item.Description)))
            )
            {
                Assert.True(words?.EndsWith('.') == true, $"{name}: {part} is described as \"{words}\".");
            }
        }
    }

    [Fact]
    public void The_version_is_told()
    {
        using var session = new Session();
        Assert.Matches(@"^\d+\.\d+\.\d+", session.Do("--version"));
    }
}
