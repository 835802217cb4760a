using System.CommandLine;
using Openbook.Cli.Printing;
using Openbook.Domain;
using Openbook.Exchange;

namespace Openbook.Cli.Commands;

/// <summary>Statements from files alone.</summary>
internal static class ReckonCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var agreement = CommonOptions.Text("--agreement", "FILE", "The agreement, taken as approved.", required: true);
        var drivers = CommonOptions.Text(
            "--drivers",
            "FILE",
            "Counts; not needed if no service is shared by a driver."
        );
        var costs = CommonOptions.Text("--costs", "FILE", "Cost and income lines.", required: true);
        var format = CommonOptions.Format();
        var command = new Command(
            "reckon",
            "Works out statements from files alone; nothing is stored.\n\n"
                + "Example: openbook reckon --agreement agreement.yaml --drivers devices.csv --costs year.csv"
        )
        {
            agreement,
            drivers,
            costs,
            format,
        };
        command.SetAction(parsed =>
        {
            var statements = Reckon(
                shell,
                parsed.GetValue(agreement)!,
                parsed.GetValue(drivers),
                parsed.GetValue(costs)!
            );
            if (!statements.IsDone)
            {
                return Refusals.Print(shell, statements.Refusals);
            }
            StatementPrinter.PrintAll(shell, statements.Value, null, parsed.GetValue(format) ?? "text");
            return Exit.Done;
        });
        return command;
    }

    private static Outcome<IReadOnlyList<Statement>> Reckon(
        Shell shell,
        string agreement,
        string? drivers,
        string costs
    )
    {
        // The lines take longest: they are read while the rest is.
        var reading = Task.Run(() => CostsFile.Read(shell.PathOf(costs), digested: false));
        var terms = AgreementFile.Read(shell.PathOf(agreement));
        var counts = Counts(shell, drivers);
        var lines = reading.GetAwaiter().GetResult();
        if (!terms.IsDone)
        {
            return Outcome<IReadOnlyList<Statement>>.Refused([
                .. terms.Refusals,
                .. counts?.Rows.Refusals ?? [],
                .. lines.Refusals,
            ]);
        }
        return Reckoning.Of(terms.Value.Text, terms.Value.Terms, counts?.Source, counts?.Rows, lines);
    }

    private static (Source Source, Outcome<IReadOnlyList<CountRow>> Rows)? Counts(Shell shell, string? path)
    {
        if (path is null)
        {
            return null;
        }
        var file = SourceFile.Read(shell.PathOf(path));
        return file.IsDone
            ? (file.Value.ToSource(), CountsFile.Read(file.Value))
            : (new Source(path, ""), Outcome<IReadOnlyList<CountRow>>.Refused(file.Refusals));
    }
}
