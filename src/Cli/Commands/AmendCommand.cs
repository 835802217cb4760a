using System.CommandLine;
using Openbook.Domain;
using Openbook.Journal;

namespace Openbook.Cli.Commands;

/// <summary>Proposes a new version of the agreement.</summary>
internal static class AmendCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var book = CommonOptions.Book();
        var agreement = CommonOptions.Text("--agreement", "FILE", "The new version, in YAML.", required: true);
        var from = CommonOptions.Text(
            "--from",
            "DATE",
            "The first of the month from which it is to count.",
            required: true
        );
        var by = CommonOptions.By();
        var key = CommonOptions.Key();
        var command = new Command(
            "amend",
            "Proposes a new version of the agreement, to count from the first of a month.\n\n"
                + "Example: openbook amend cih --agreement light.yaml --from 2018-07-01"
        )
        {
            book,
            agreement,
            from,
            by,
            key,
        };
        command.SetAction(parsed =>
        {
            var code = parsed.GetValue(book)!;
            var day = CommonOptions.Date("--from", parsed.GetValue(from)!);
            var read = AgreementFile.Read(shell.PathOf(parsed.GetValue(agreement)!));
            if (!read.IsDone)
            {
                return Refusals.Print(shell, read.Refusals);
            }
            var (text, terms) = read.Value;
            var recording = new Recording(common, shell, parsed);
            return recording.Run(
                code,
                key,
                $"amend\n{code}\n{Dates.Iso(day)}\n{parsed.GetValue(by)}\n{text}",
                (_, state, _) => Proposing.Decide(state, day, text, terms, recording.Named(by)),
                entry =>
                    $"version {Text.Of(((AgreementProposed)entry.Fact).Version)} of the agreement is proposed, "
                    + $"to count from {Dates.Words(day)} when every partner of the old and the new version has approved it."
            );
        });
        return command;
    }
}
