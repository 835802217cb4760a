using System.CommandLine;
using Openbook.Domain;
using Openbook.Journal;

namespace Openbook.Cli.Commands;

/// <summary>Records the host's answer to a query.</summary>
internal static class AnswerCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var book = CommonOptions.Book();
        var query = new Argument<int>("QUERY") { Description = "The query's number, as drafts lists it." };
        var because = CommonOptions.Text(
            "--because",
            "TEXT",
            "What the host says. It stays in the Book: name no person.",
            required: true
        );
        var corrected = new FlagOption(
            "--corrected",
            "The line will be corrected, with the command correct (default: it stands)."
        );
        var by = CommonOptions.By("the host of the period");
        var key = CommonOptions.Key();
        var command = new Command(
            "answer",
            "Records the host's answer to a query: the line stands, or will be corrected.\n\n"
                + "Example: openbook answer cih 14 --because \"The lease is shared: see the agreement, services, desktop\""
        )
        {
            book,
            query,
            because,
            corrected,
            by,
            key,
        };
        command.SetAction(parsed =>
        {
            var code = parsed.GetValue(book)!;
            var recording = new Recording(common, shell, parsed);
            var given = new AnswerGiven(
                parsed.GetValue(query),
                corrected.IsIn(parsed) ? QueryOutcome.ToCorrect : QueryOutcome.Stands,
                recording.Named(by),
                (parsed.GetValue(because)!, "--because")
            );
            return recording.Run(
                code,
                key,
                $"answer\n{code}\n{given.Query}\n{given.Outcome}\n{given.By}\n{given.Words.Text}",
                (_, state, now) => DraftActs.Answer(state, now, given),
                entry =>
                    $"query {Text.Of(given.Query)} is answered: the line {Sentences.Of(((QueryAnswered)entry.Fact).Outcome)}."
            );
        });
        return command;
    }
}
