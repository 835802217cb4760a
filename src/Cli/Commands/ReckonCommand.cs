using System.CommandLine;
using System.Text.Json.Nodes;
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
            Print(shell, statements.Value, parsed.GetValue(format) ?? "text");
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
        var reading = Task.Run(() => CostsFile.Read(shell.PathOf(costs)));
        var terms = AgreementFile.Read(shell.PathOf(agreement));
        var counts = Counts(shell, drivers);
        var lines = reading.GetAwaiter().GetResult();
        List<Refusal> refusals = [.. terms.Refusals, .. counts.Refusals, .. lines.Refusals];
        return refusals.Count > 0
            ? Outcome<IReadOnlyList<Statement>>.Refused(refusals)
            : Reckoning.Of(terms.Value.Text, terms.Value.Terms, counts.Value.Source, counts.Value.Rows, lines.Value);
    }

    private static Outcome<(Source? Source, IReadOnlyList<CountRow> Rows)> Counts(Shell shell, string? path)
    {
        if (path is null)
        {
            return Outcome.Of<(Source?, IReadOnlyList<CountRow>)>((null, []));
        }
        var file = SourceFile.Read(shell.PathOf(path));
        var rows = file.IsDone ? CountsFile.Read(file.Value) : Outcome<IReadOnlyList<CountRow>>.Refused(file.Refusals);
        return rows.IsDone
            ? Outcome.Of<(Source?, IReadOnlyList<CountRow>)>((file.Value.ToSource(), rows.Value))
            : Outcome<(Source?, IReadOnlyList<CountRow>)>.Refused(rows.Refusals);
    }

    private static void Print(Shell shell, IReadOnlyList<Statement> statements, string how)
    {
        switch (how)
        {
            case "json":
                JsonPrinter.Print(shell, new JsonArray([.. statements.Select(item => StatementJson.Of(item))]));
                break;
            case "csv":
                StatementCsv.Print(shell, statements, null);
                break;
            default:
                foreach (var statement in statements)
                {
                    StatementPrinter.Print(shell, statement, null);
                    shell.Out.WriteLine();
                }
                break;
        }
    }
}
