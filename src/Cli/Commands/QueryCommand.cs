using System.CommandLine;
using Openbook.Domain;
using Openbook.Journal;

namespace Openbook.Cli.Commands;

/// <summary>Records a council's query about a line of a draft.</summary>
internal static class QueryCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var book = CommonOptions.Book();
        var line = new Argument<string>("LINE") { Description = "The line: its line_id, or ENTRY#ROW." };
        var because = CommonOptions.Text(
            "--because",
            "TEXT",
            "What the council asks. It stays in the Book: name no person.",
            required: true
        );
        var by = CommonOptions.Text("--by", "COUNCIL", "The council that asks.", required: true);
        var period = CommonOptions.Text(
            "--period",
            "PERIOD",
            "The period, if the line is in two drafts (default: the draft issued last)."
        );
        var key = CommonOptions.Key();
        var command = new Command(
            "query",
            "Queries a line of a draft. The host answers it; a council that had accepted the draft does so no longer.\n\n"
                + "Example: openbook query cih 12#4 --because \"Is this not Camden's own?\" --by haringey"
        )
        {
            book,
            line,
            because,
            by,
            period,
            key,
        };
        command.SetAction(parsed =>
        {
            var code = parsed.GetValue(book)!;
            var asked = new QueryAsked(
                parsed.GetValue(line)!,
                parsed.GetValue(period) is { } text ? CommonOptions.PeriodOf(text) : null,
                parsed.GetValue(by)!,
                (parsed.GetValue(because)!, "--because")
            );
            return new Recording(common, shell, parsed).Run(
                code,
                key,
                $"query\n{code}\n{asked.Line}\n{asked.Period}\n{asked.By}\n{asked.Words.Text}",
                (store, state, now) => DraftActs.Query(store, state, now, asked),
                entry => $"query {Text.Of(entry.Number)} about line {((LineQueried)entry.Fact).Line} by {asked.By}."
            );
        });
        return command;
    }
}
