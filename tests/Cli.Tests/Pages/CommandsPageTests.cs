using System.CommandLine;
using System.Text;
using Openbook.Cli.Tests.Given;

namespace Openbook.Cli.Tests.Pages;

/// <summary>The page of commands is made from their help.</summary>
public sealed class CommandsPageTests
{
    private const string Intro = """
        # Commands

        <!-- Made by the tests of the program from its help. Do not change it by hand. -->

        `openbook COMMAND --help` says what stands here. Options may stand in any order, before or after what a command works on.

        | exit code | meaning |
        | --- | --- |
        | 0 | done |
        | 1 | refused: bad data or a rule. Every fault is listed, and nothing is recorded. See [refusals](refusals.md) |
        | 2 | wrong usage |
        | 3 | the store cannot be reached, is damaged, or was written by a newer Openbook; or a file could not be written |

        Results go to standard output, everything else to standard error. A PERIOD is a month, `2016-10`, or a year-end period,
        `2016/17-13`. Dates are written `YYYY-MM-DD`. A LINE is named by its `line_id`, or as `ENTRY#ROW`: the entry that recorded it
        and its row in the source file, where the header is row 1.

        The forms of `--format json` are described by schemas, which [the reference](README.md#json) lists. Fields are only ever added.

        ## Options of every command


        """;

    [Fact]
    public void The_page_of_commands_says_what_their_help_says() => GeneratedPage.MustBe("commands.md", Page());

    private static string Page()
    {
        var page = new StringBuilder(Intro);
        Table(page, Help.Root.Options.Where(option => option.Recursive && !option.Hidden));
        foreach (var (name, command) in Help.Commands)
        {
            page.Append($"\n## {name}\n\n");
            var words = command
                .Description!.Split('\n')
                .Where(line => line.Length > 0 && !line.StartsWith("Example:", StringComparison.Ordinal));
            page.Append(string.Join("\n\n", words)).Append("\n\n");
            page.Append($"```text\n{Usage(name, command)}\n```\n\n");
            Table(page, command);
            page.Append($"\n```sh\n{Help.Example(command)}\n```\n");
        }
        return page.ToString();
    }

    private static string Usage(string name, Command command)
    {
        var words = new List<string> { "openbook", name };
        words.AddRange(
            command.Arguments.Select(item => item.Arity.MinimumNumberOfValues > 0 ? item.Name : $"[{item.Name}]")
        );
        words.AddRange(
            Own(command)
                .OrderByDescending(item => item.Required)
                .Select(item => item.Required ? Form(item) : $"[{Form(item)}]")
        );
        return string.Join(' ', words);
    }

    private static IEnumerable<Option> Own(Command command) =>
        command.Options.Where(option => option.Name != "--help" && !option.Hidden);

    private static string Form(Option option) => option.HelpName is { } value ? $"{option.Name} {value}" : option.Name;

    private static void Table(StringBuilder page, Command command)
    {
        var arguments = command.Arguments.Select(item => (Name: item.Name, item.Description));
        Rows(page, arguments.Concat(Own(command).Select(item => (Form(item), item.Description))));
    }

    private static void Table(StringBuilder page, IEnumerable<Option> options) =>
        Rows(page, options.Select(item => (Form(item), item.Description)));

    private static void Rows(StringBuilder page, IEnumerable<(string Name, string? Description)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }
        page.Append("| word | meaning |\n| --- | --- |\n");
        all.ForEach(row =>
            page.Append($"| `{row.Name}` | {row.Description!.Replace("|", "\\|", StringComparison.Ordinal)} |\n")
        );
    }
}
