using System.CommandLine;
using Openbook.Cli.Printing;
using Openbook.Domain;
using Openbook.Exchange;
using Openbook.Journal;

namespace Openbook.Cli.Commands;

/// <summary>Shows the working behind one figure.</summary>
internal static class ExplainCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var book = CommonOptions.Book();
        var period = new Argument<string>("PERIOD")
        {
            Description = "A month (2016-10) or year-end period (2016/17-13).",
        };
        var partner = CommonOptions.Text("--partner", "P", "Whose share.", required: true);
        var service = CommonOptions.Text("--service", "S", "Of which service.", required: true);
        var format = CommonOptions.Format();
        var command = new Command(
            "explain",
            "Shows the working behind one share, down to lines and rows of the source files.\n\n"
                + "Example: openbook explain cih 2016-10 --partner camden --service networks"
        )
        {
            book,
            period,
            partner,
            service,
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
                    var explained = ExplainShare.Of(
                        loaded.State,
                        asked,
                        parsed.GetValue(partner)!,
                        parsed.GetValue(service)!,
                        new StoredLines(store, loaded.State)
                    );
                    if (!explained.IsDone)
                    {
                        return Refusals.Print(shell, explained.Refusals);
                    }
                    Print(shell, explained.Value, parsed.GetValue(format));
                    return Exit.Done;
                }
            );
        });
        return command;
    }

    private static void Print(Shell shell, Explanation explanation, string? how)
    {
        switch (how)
        {
            case "json":
                JsonPrinter.Print(shell, explanation.ToJson());
                break;
            case "csv":
                shell.Out.WriteLine("level,title,amount,detail,entry,line,source");
                Csv(shell, explanation, 0);
                break;
            default:
                Tree(shell, explanation, "", "");
                break;
        }
    }

    private static void Tree(Shell shell, Explanation step, string before, string below)
    {
        var pounds = step.Pence is { } pence ? $"  {new Money(pence).ToPounds()}" : "";
        var title = before.Length == 0 ? Style.Bold(shell, step.Title) : step.Title;
        shell.Out.WriteLine($"{before}{title}{pounds}{Where(step)}");
        if (!string.IsNullOrEmpty(step.Detail))
        {
            shell.Out.WriteLine($"{below}{(step.Parts.Count > 0 ? "│ " : "  ")}{Style.Faint(shell, step.Detail)}");
        }
        for (var i = 0; i < step.Parts.Count; i++)
        {
            var last = i == step.Parts.Count - 1;
            Tree(shell, step.Parts[i], below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "));
        }
    }

    private static string Where(Explanation step) =>
        step.Line is { } line ? $"  [{step.Source}, row {Text.Of(line.Row)}; line {line}]"
        : step.Entry is { } entry ? $"  [entry {Text.Of(entry)}]"
        : "";

    private static void Csv(Shell shell, Explanation step, int level)
    {
        string[] cells =
        [
            Text.Of(level),
            step.Title,
            step.Pence is { } pence ? new Money(pence).ToPlain() : "",
            step.Detail ?? "",
            (step.Entry ?? step.Line?.Entry) is { } entry ? Text.Of(entry) : "",
            step.Line?.ToString() ?? "",
            step.Source ?? "",
        ];
        shell.Out.WriteLine(string.Join(',', cells.Select(CsvText.Cell)));
        foreach (var part in step.Parts)
        {
            Csv(shell, part, level + 1);
        }
    }
}
