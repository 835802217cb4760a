using System.CommandLine;
using Openbook.Cli.Printing;
using Openbook.Domain;
using Openbook.Exchange;

namespace Openbook.Cli.Commands;

/// <summary>Shows statements.</summary>
internal static class StatementCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var book = CommonOptions.Book();
        var period = new Argument<string?>("PERIOD")
        {
            Description = "A month (2016-10), a year-end period (2016/17-13), or a year so far (2016/17).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var partner = CommonOptions.Text("--partner", "P", "One partner's statement alone.");
        var all = new FlagOption("--all", "The statements of every closed period, oldest first.");
        var format = CommonOptions.FormatOrSheet();
        var to = CommonOptions.Text("--out", "FILE", "The file to write, with --format xlsx.");
        var command = new Command(
            "statement",
            "Shows what each partner bears, paid and owes for a period.\n\nExample: openbook statement cih 2016-10 --partner camden"
        )
        {
            book,
            period,
            partner,
            all,
            format,
            common.At,
            common.Known,
            to,
        };
        command.SetAction(parsed =>
        {
            var (year, one) = Asked(parsed.GetValue(period), all.IsIn(parsed));
            return Reading.Book(
                common,
                shell,
                parsed,
                parsed.GetValue(book)!,
                (_, loaded) =>
                {
                    var state = loaded.State;
                    var only = parsed.GetValue(partner);
                    if (only is not null && !state.Partners.Contains(only))
                    {
                        return Refusals.Print(shell, [Refuse.PartnerUnknown.Because($"\"{only}\" is not a partner.")]);
                    }
                    var how = parsed.GetValue(format) ?? "text";
                    if (how == "xlsx")
                    {
                        return Sheet(shell, state, year, one, only, parsed.GetValue(to));
                    }
                    return year is { } whole ? Year(shell, state, whole, only, how)
                        : one is { } single ? One(shell, state, single, only, how)
                        : All(shell, state, only, how);
                }
            );
        });
        return command;
    }

    // Neither a year nor a period: all of them.
    private static (FinancialYear? Year, Period? One) Asked(string? text, bool all) =>
        (text, all) switch
        {
            (null, true) => (null, null),
            ({ } found, false) when FinancialYear.TryParse(found, out var year) => (year, null),
            ({ } found, false) => (null, CommonOptions.PeriodOf(found)),
            _ => throw new UsageException("Name either a PERIOD or --all."),
        };

    private static int Sheet(Shell shell, BookState state, FinancialYear? year, Period? one, string? only, string? to)
    {
        if (year is { } whole)
        {
            var sum = YearStatement.Of(state, whole);
            return sum.IsDone
                ? SheetFile.Write(shell, to, "Statement", YearPrinter.Header, YearPrinter.Rows(sum.Value, only))
                : Refusals.Print(shell, sum.Refusals);
        }
        var statements = new List<Statement>();
        foreach (var period in one is { } single ? [single] : state.Closed.Select(closed => closed.Period))
        {
            var statement = Statement.Of(state, period);
            if (!statement.IsDone)
            {
                return Refusals.Print(shell, statement.Refusals);
            }
            CheckClosed(state, statement.Value);
            statements.Add(statement.Value);
        }
        return SheetFile.Write(shell, to, "Statement", StatementRows.Header, StatementRows.Of(statements, only));
    }

    private static int One(Shell shell, BookState state, Period period, string? only, string how)
    {
        var statement = Statement.Of(state, period);
        if (!statement.IsDone)
        {
            return Refusals.Print(shell, statement.Refusals);
        }
        CheckClosed(state, statement.Value);
        switch (how)
        {
            case "json":
                JsonPrinter.Print(shell, StatementJson.Of(statement.Value, only));
                break;
            case "csv":
                StatementCsv.Print(shell, [statement.Value], only);
                break;
            default:
                StatementPrinter.Print(shell, statement.Value, only);
                break;
        }
        return Exit.Done;
    }

    private static int All(Shell shell, BookState state, string? only, string how)
    {
        var statements = state.Closed.Select(closed => Statement.Of(state, closed.Period).Value).ToList();
        // Checked while they are put into words; nothing is printed of a Book that does not stand the check.
        var check = Task.Run(() => statements.ForEach(statement => CheckClosed(state, statement)));
        StatementPrinter.PrintAll(shell, statements, only, how, check.GetAwaiter().GetResult);
        return Exit.Done;
    }

    private static int Year(Shell shell, BookState state, FinancialYear year, string? only, string how)
    {
        var statement = YearStatement.Of(state, year);
        if (!statement.IsDone)
        {
            return Refusals.Print(shell, statement.Refusals);
        }
        switch (how)
        {
            case "json":
                JsonPrinter.Print(shell, YearJson.Of(statement.Value, only));
                break;
            case "csv":
                YearPrinter.PrintCsv(shell, statement.Value, only);
                break;
            default:
                YearPrinter.Print(shell, statement.Value, only);
                break;
        }
        return Exit.Done;
    }

    // A closed statement that comes out otherwise than it was closed is an error to be shown, never replaced.
    private static void CheckClosed(BookState state, Statement statement)
    {
        if (
            state.FindClosed(statement.Period) is { } closed
            && StatementJson.Sha256(statement) != closed.Fact.StatementSha256
        )
        {
            throw new BookDamagedException(
                closed.Entry,
                $"The statement of {statement.Period.ToWords()} is not the one that was closed."
            );
        }
    }
}
