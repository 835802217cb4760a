using System.CommandLine;
using Openbook.Domain;
using Openbook.Journal;

namespace Openbook.Cli.Commands;

/// <summary>Records that a council accepts the draft of a period.</summary>
internal static class AcceptCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var book = CommonOptions.Book();
        var period = new Argument<string>("PERIOD") { Description = "The period whose draft is accepted." };
        var by = CommonOptions.Text("--by", "COUNCIL", "The council that accepts it.", required: true);
        var draft = new NumberOption("--draft", "The draft that was looked at (default: the newest).");
        var key = CommonOptions.Key();
        var command = new Command(
            "accept",
            "Records that a council accepts the draft of a period. Its open queries are settled by that.\n\n"
                + "Example: openbook accept cih 2016-10 --by haringey"
        )
        {
            book,
            period,
            by,
            draft,
            key,
        };
        command.SetAction(parsed =>
        {
            var code = parsed.GetValue(book)!;
            var asked = CommonOptions.PeriodOf(parsed.GetValue(period)!);
            var council = parsed.GetValue(by)!;
            var seen = draft.Of(parsed);
            return new Recording(common, shell, parsed).Run(
                code,
                key,
                $"accept\n{code}\n{asked}\n{council}\n{(seen is { } number ? Text.Of(number) : "")}",
                (_, state, now) => DraftActs.Accept(state, now, asked, seen, council),
                entry => $"{council} accepts draft {Text.Of(((DraftAccepted)entry.Fact).Draft)} of {asked.ToWords()}."
            );
        });
        return command;
    }
}
