using System.CommandLine;
using Openbook.Domain;
using Openbook.Journal;

namespace Openbook.Cli.Commands;

/// <summary>Removes the words of a line.</summary>
internal static class WithholdCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var book = CommonOptions.Book();
        var line = new Argument<string>("LINE") { Description = "The line: its line_id, or ENTRY#ROW." };
        var because = CommonOptions.Text("--because", "TEXT", "Why.", required: true);
        var by = CommonOptions.By();
        var key = CommonOptions.Key();
        var command = new Command(
            "withhold",
            "Removes a line's supplier, description and reference for good; its figures stay, and all still verifies.\n\n"
                + "Example: openbook withhold cih 12#4 --because \"Names a person\""
        )
        {
            book,
            line,
            because,
            by,
            key,
        };
        command.SetAction(parsed =>
        {
            var name = parsed.GetValue(line)!;
            var reason = parsed.GetValue(because)!;
            var recording = new Recording(common, shell, parsed);
            return recording.Run(
                parsed.GetValue(book)!,
                key,
                $"withhold\n{parsed.GetValue(book)}\n{parsed.GetValue(by)}\n{name}\n{reason}",
                (store, state, now) =>
                    WithholdingAct.Decide(store, state, now, name, (reason, "--because"), recording.Named(by)),
                entry => $"the words of line {((WordsWithheld)entry.Fact).Line} are withheld."
            );
        });
        return command;
    }
}
