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
        var version = CommonOptions.Number("--version", "The version approved (default: the newest proposed).");
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
            var code = parsed.GetValue(book)!;
            var council = parsed.GetValue(partner)!;
            var decidedOn = CommonOptions.Date("--on", parsed.GetValue(on)!);
            DateOnly? inEffect = parsed.GetValue(effective) is { } text
                ? CommonOptions.Date("--effective", text)
                : null;
            var number = parsed.GetValue(version);
            var authority = parsed.GetValue(reference);
            return new Recording(common, shell, parsed).Run(
                code,
                key,
                $"approve\n{code}\n{council}\n{parsed.GetValue(body)}\n{Dates.Iso(decidedOn)}\n{(inEffect is { } day ? Dates.Iso(day) : "")}\n{number}\n{authority}",
                (_, state, _) =>
                {
                    var decided = ApproveAgreement.Decide(
                        state,
                        council,
                        parsed.GetValue(body)!,
                        decidedOn,
                        inEffect,
                        number
                    );
                    var faults = decided.Refusals.ToList();
                    if (authority is not null && TextRule.Fault(authority, "--reference") is { } fault)
                    {
                        faults.Add(fault);
                    }
                    return faults.Count > 0
                        ? Outcome<Act>.Refused(faults)
                        : new Act
                        {
                            Fact = decided.Value,
                            Effective = decided.Value.Effective,
                            By = parsed.GetValue(by) ?? council,
                            Authority = authority,
                        };
                },
                entry =>
                {
                    var fact = (AgreementApproved)entry.Fact;
                    return $"{fact.Body} approved version {Text.Of(fact.Version)} for {fact.Partner} on "
                        + $"{Dates.Words(fact.On)}, with effect from {Dates.Words(fact.Effective)}.";
                }
            );
        });
        return command;
    }
}
