using System.CommandLine;
using Openbook.Domain;
using Openbook.Journal;

namespace Openbook.Cli.Commands;

/// <summary>Records a council's approval of a version.</summary>
internal static class ApproveCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var book = CommonOptions.Book();
        var partner = CommonOptions.Text("--partner", "P", "The council that approved.", required: true);
        var body = CommonOptions.Text("--body", "NAME", "Who decided for it: Cabinet, Executive ...", required: true);
        var on = CommonOptions.Text("--on", "DATE", "The day of the decision.", required: true);
        var effective = CommonOptions.Text("--effective", "DATE", "The day from which it has effect (call-in over).");
        var version = new NumberOption("--version", "The version approved (default: the newest proposed).");
        var reference = CommonOptions.Text("--reference", "TEXT", "The minute or decision that stands behind it.");
        var by = CommonOptions.By("the one that approved");
        var key = CommonOptions.Key();
        var command = new Command(
            "approve",
            "Records a council's approval of a version of the agreement.\n\n"
                + "Example: openbook approve cih --partner haringey --body Cabinet --on 2016-03-15 --effective 2016-03-23"
        )
        {
            book,
            partner,
            body,
            on,
            effective,
            version,
            reference,
            by,
            key,
        };
        command.SetAction(parsed =>
        {
            var asked = new ApprovalAsked(
                parsed.GetValue(partner)!,
                parsed.GetValue(body)!,
                CommonOptions.Date("--on", parsed.GetValue(on)!),
                parsed.GetValue(effective) is { } text ? CommonOptions.Date("--effective", text) : null,
                version.Of(parsed),
                parsed.GetValue(reference),
                parsed.GetValue(by)
            );
            return new Recording(common, shell, parsed).Run(
                parsed.GetValue(book)!,
                key,
                $"approve\n{parsed.GetValue(book)}\n{asked.ToRequest()}",
                (_, state, _) => Approving.Decide(state, asked, "--reference"),
                entry => Done((AgreementApproved)entry.Fact)
            );
        });
        return command;
    }

    private static string Done(AgreementApproved fact) =>
        $"{fact.Body} approved version {Text.Of(fact.Version)} for {fact.Partner} on "
        + $"{Dates.Words(fact.On)}, with effect from {Dates.Words(fact.Effective)}.";
}
