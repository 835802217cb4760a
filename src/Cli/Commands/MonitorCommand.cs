using System.CommandLine;
using Openbook.Cli.Printing;
using Openbook.Domain;
using Openbook.Journal;

namespace Openbook.Cli.Commands;

/// <summary>Shows budget monitoring.</summary>
internal static class MonitorCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var book = CommonOptions.Book();
        var period = new Argument<string>("PERIOD")
        {
            Description = "A month (2016-10) or a year-end period (2016/17-13).",
        };
        var format = CommonOptions.Format();
        var command = new Command(
            "monitor",
            "Shows budget, actual, forecast outturn and variance by service and partner, for a period and the year to it.\n\n"
                + "Example: openbook monitor cih 2016-12"
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
            var asked = CommonOptions.PeriodOf(parsed.GetValue(period)!);
            return Reading.Book(
                common,
                shell,
                parsed,
                parsed.GetValue(book)!,
                (store, loaded) =>
                {
                    var report = BookMonitoring.Of(store, loaded.State, asked);
                    if (!report.IsDone)
                    {
                        return Refusals.Print(shell, report.Refusals);
                    }
                    Print(shell, report.Value, parsed.GetValue(format));
                    return Exit.Done;
                }
            );
        });
        return command;
    }

    private static void Print(Shell shell, MonitorReport report, string? how)
    {
        switch (how)
        {
            case "json":
                JsonPrinter.Print(shell, MonitorJson.Of(report));
                break;
            case "csv":
                MonitorCsv.Print(shell, report);
                break;
            default:
                MonitorPrinter.Print(shell, report);
                break;
        }
    }
}
