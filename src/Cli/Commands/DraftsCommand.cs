using System.CommandLine;
using Openbook.Cli.Printing;
using Openbook.Domain;

namespace Openbook.Cli.Commands;

/// <summary>Shows how drafts stand.</summary>
internal static class DraftsCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var book = CommonOptions.Book();
        var period = new Argument<string?>("PERIOD")
        {
            Description =
                "A month (2016-10) or a year-end period (2016/17-13); without it every period that has a draft.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var format = CommonOptions.Format();
        var command = new Command(
            "drafts",
            "Shows the drafts that were issued: who accepts them, which lines are queried, and how that was answered.\n\n"
                + "Example: openbook drafts cih 2018-12"
        )
        {
            book,
            period,
            format,
            common.At,
            common.Known,
        };
        command.SetAction(parsed =>
        {
            Period? asked = parsed.GetValue(period) is { } text ? CommonOptions.PeriodOf(text) : null;
            return Reading.Book(
                common,
                shell,
                parsed,
                parsed.GetValue(book)!,
                (_, loaded) =>
                {
                    if (asked is not { } one)
                    {
                        Print(shell, DraftReport.All(loaded.State), isOne: false, parsed.GetValue(format));
                        return Exit.Done;
                    }
                    var found = DraftReport.Find(loaded.State, one);
                    if (!found.IsDone)
                    {
                        return Refusals.Print(shell, found.Refusals);
                    }
                    Print(shell, [found.Value], isOne: true, parsed.GetValue(format));
                    return Exit.Done;
                }
            );
        });
        return command;
    }

    private static void Print(Shell shell, IReadOnlyList<DraftReport> reports, bool isOne, string? how)
    {
        switch (how)
        {
            case "json" when isOne:
                JsonPrinter.Print(shell, DraftJson.Of(reports[0]));
                break;
            case "json":
                JsonPrinter.Print(shell, DraftJson.Of(reports));
                break;
            case "csv":
                DraftsCsv.Print(shell, reports);
                break;
            default:
                DraftsPrinter.Print(shell, reports);
                break;
        }
    }
}
