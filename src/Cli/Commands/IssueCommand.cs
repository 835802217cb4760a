using System.CommandLine;
using Openbook.Domain;
using Openbook.Journal;

namespace Openbook.Cli.Commands;

/// <summary>Issues the draft of a period to the councils.</summary>
internal static class IssueCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var book = CommonOptions.Book();
        var period = new Argument<string>("PERIOD")
        {
            Description = "The first open month (2016-10) or open year-end period (2016/17-13).",
        };
        var until = CommonOptions.Text(
            "--until",
            "DATE",
            "Until when the councils should answer (default: a week from today)."
        );
        var by = CommonOptions.By("the host of the period");
        var key = CommonOptions.Key();
        var command = new Command(
            "issue",
            "Issues the draft of a period's statements to the councils: each accepts it, or queries a line.\n\n"
                + "It moves no money and stops no close. A later draft of the period takes its place.\n\n"
                + "Example: openbook issue cih 2016-10 --until 2016-11-10"
        )
        {
            book,
            period,
            until,
            by,
            key,
        };
        command.SetAction(parsed =>
        {
            var code = parsed.GetValue(book)!;
            var asked = CommonOptions.PeriodOf(parsed.GetValue(period)!);
            DateOnly? day = parsed.GetValue(until) is { } text ? CommonOptions.Date("--until", text) : null;
            var recording = new Recording(common, shell, parsed);
            return recording.Run(
                code,
                key,
                $"issue\n{code}\n{asked}\n{parsed.GetValue(until)}\n{recording.Named(by)}",
                (_, state, now) => DraftActs.Issue(state, now, asked, day, recording.Named(by)),
                entry => Done(entry, (DraftIssued)entry.Fact)
            );
        });
        return command;
    }

    private static string Done(Entry entry, DraftIssued fact) =>
        $"draft {Text.Of(entry.Number)} of {fact.Period.ToWords()} is issued, to be answered by {Dates.Words(fact.Until)}.";
}
