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
                (store, state, now) => Decide(store, state, now, name, reason, recording.By(by, state)),
                entry => $"the words of line {((WordsWithheld)entry.Fact).Line} are withheld."
            );
        });
        return command;
    }

    private static Outcome<Act> Decide(
        IStore store,
        BookState state,
        DateTime now,
        string name,
        string reason,
        string by
    )
    {
        var found = new StoredLines(store, state).FindByName(name);
        if (found is null)
        {
            return Refuse.LineUnknown.Because($"There is no line \"{name}\".");
        }
        if (string.IsNullOrWhiteSpace(reason))
        {
            return Refuse.ReasonMissing.Because("No reason is given.");
        }
        if (TextRule.Fault(reason, "--because") is { } fault)
        {
            return fault;
        }
        var decided = WithholdWords.Decide(state, found);
        return decided.IsDone
            ? new Act
            {
                Fact = decided.Value,
                Effective = DateOnly.FromDateTime(now),
                By = by,
                Corrects = found.Ref.Entry,
                Reason = reason,
            }
            : Outcome<Act>.Refused(decided.Refusals);
    }
}
