using System.CommandLine;
using Openbook.Domain;
using Openbook.Exchange;
using Openbook.Journal;

namespace Openbook.Cli.Commands;

/// <summary>Records files: costs, drivers, budgets, payments.</summary>
internal static class ImportCommand
{
    public static Command Make(CommonOptions common, Shell shell) =>
        new(
            "import",
            "Records a file of costs, counts, budgets or payments.\n\nExample: openbook import costs cih october.csv"
        )
        {
            ImportCosts.Make(common, shell),
            Drivers(common, shell),
            Budget(common, shell),
            Payments(common, shell),
        };

    private static Command Drivers(CommonOptions common, Shell shell) =>
        Small(
            common,
            shell,
            "drivers",
            "Records counts: date,driver,partner,count,source.\n\nExample: openbook import drivers cih devices.csv",
            (state, file, by) =>
                FileAct.Counts(state, RecordCounts.Decide(state, file.ToSource(), CountsFile.Read(file)), by),
            fact =>
                $"{Text.Count(((CountsRecorded)fact).Counts.Count, "count")} from {((CountsRecorded)fact).Source.Name}."
        );

    private static Command Budget(CommonOptions common, Shell shell) =>
        Small(
            common,
            shell,
            "budget",
            "Records budgets, virements and forecasts: "
                + "year,service,account,kind,month,original,virement,forecast,reason.\n\n"
                + "Example: openbook import budget cih budget.csv",
            (state, file, by) =>
                FileAct.Budget(state, RecordBudget.Decide(state, file.ToSource(), BudgetFile.Read(file)), by),
            fact =>
                $"{Text.Count(((BudgetRecorded)fact).Lines.Count, "line")} of budget from {((BudgetRecorded)fact).Source.Name}."
        );

    private static Command Payments(CommonOptions common, Shell shell) =>
        Small(
            common,
            shell,
            "payments",
            "Records money moved between partners: date,from,to,amount,reference,for.\n\n"
                + "Example: openbook import payments cih payments.csv",
            (state, file, by) =>
                FileAct.Payments(state, RecordPayments.Decide(state, file.ToSource(), PaymentsFile.Read(file)), by),
            fact =>
                $"{Text.Count(((PaymentsRecorded)fact).Payments.Count, "payment")} from {((PaymentsRecorded)fact).Source.Name}, "
                + $"{Total((PaymentsRecorded)fact).ToPounds()} in all."
        );

    private static Money Total(PaymentsRecorded fact) =>
        fact.Payments.Aggregate(Money.Zero, (sum, payment) => sum + payment.Amount);

    private static Command Small(
        CommonOptions common,
        Shell shell,
        string name,
        string description,
        Func<BookState, SourceFile, string?, Outcome<Act>> decide,
        Func<Fact, string> done
    )
    {
        var book = CommonOptions.Book();
        var path = new Argument<string>("FILE") { Description = "The file, in CSV." };
        var by = CommonOptions.By();
        var key = CommonOptions.Key();
        var command = new Command(name, description) { book, path, by, key };
        command.SetAction(parsed =>
        {
            var file = SourceFile.Read(shell.PathOf(parsed.GetValue(path)!));
            if (!file.IsDone)
            {
                return Refusals.Print(shell, file.Refusals);
            }
            var recording = new Recording(common, shell, parsed);
            return recording.Run(
                parsed.GetValue(book)!,
                key,
                $"import {name}\n{parsed.GetValue(book)}\n{parsed.GetValue(by)}\n{file.Value.Sha256()}",
                (_, state, _) => decide(state, file.Value, recording.Named(by)),
                entry => done(entry.Fact)
            );
        });
        return command;
    }
}
