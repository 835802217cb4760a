using System.CommandLine;
using Openbook.Domain;
using Openbook.Journal;

namespace Openbook.Cli.Commands;

/// <summary>Corrects a line: its reversal and the right line in one act.</summary>
internal static class CorrectCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var book = CommonOptions.Book();
        var line = new Argument<string>("LINE") { Description = "The line: its line_id, or ENTRY#ROW." };
        var because = CommonOptions.Text("--because", "TEXT", "Why.", required: true);
        var amount = CommonOptions.Text("--amount", "A", "The right amount.");
        var service = CommonOptions.Text("--service", "S", "The right service.");
        var month = CommonOptions.Text("--month", "M", "The right month.");
        var paidBy = CommonOptions.Text("--paid-by", "P", "The partner that really paid.");
        var by = CommonOptions.By();
        var key = CommonOptions.Key();
        var command = new Command(
            "correct",
            "Takes a line back and records the right one, both naming the line.\n\n"
                + "Example: openbook correct cih 12#4 --service desktop --because \"Booked on the wrong service\""
        )
        {
            book,
            line,
            because,
            amount,
            service,
            month,
            paidBy,
            by,
            key,
        };
        command.SetAction(parsed =>
        {
            var change = new LineChange(
                parsed.GetValue(amount) is { } pounds ? CommonOptions.Amount("--amount", pounds) : null,
                parsed.GetValue(service),
                parsed.GetValue(month) is { } text ? CommonOptions.MonthOf("--month", text) : null,
                parsed.GetValue(paidBy)
            );
            var name = parsed.GetValue(line)!;
            var reason = parsed.GetValue(because)!;
            var recording = new Recording(common, shell, parsed);
            return recording.Run(
                parsed.GetValue(book)!,
                key,
                $"correct\n{parsed.GetValue(book)}\n{parsed.GetValue(by)}\n{name}\n{change.Amount?.ToPlain()}\n{change.Service}\n{change.Month}\n{change.PaidBy}\n{reason}",
                (store, state, now) =>
                    Correcting.Decide(store, state, now, name, change, (reason, "--because"), recording.Named(by)),
                entry => $"line {name} is taken back and the right line is {Text.Of(entry.Number)}#2."
            );
        });
        return command;
    }
}
