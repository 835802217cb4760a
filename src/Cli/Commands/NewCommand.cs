using System.CommandLine;
using Openbook.Domain;
using Openbook.Exchange;
using Openbook.Journal;

namespace Openbook.Cli.Commands;

/// <summary>Starts a Book.</summary>
internal static class NewCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var book = CommonOptions.Book();
        var agreement = CommonOptions.Text("--agreement", "FILE", "The agreement, in YAML.", required: true);
        var by = CommonOptions.By();
        var key = CommonOptions.Key();
        var command = new Command(
            "new",
            "Starts a Book from an agreement. It is proposed until every partner has approved it.\n\n"
                + "Example: openbook new cih --agreement agreement.yaml"
        )
        {
            book,
            agreement,
            by,
            key,
        };
        command.SetAction(parsed =>
        {
            var code = parsed.GetValue(book)!;
            var read = AgreementFile.Read(shell.PathOf(parsed.GetValue(agreement)!));
            if (!read.IsDone)
            {
                return Refusals.Print(shell, read.Refusals);
            }
            var (text, terms) = read.Value;
            var decided = ProposeAgreement.First(code, text, terms);
            if (!decided.IsDone)
            {
                return Refusals.Print(shell, decided.Refusals);
            }
            var council = parsed.GetValue(by) ?? terms.Host;
            return new Recording(common, shell, parsed).Run(
                code,
                key,
                $"new\n{code}\n{council}\n{text}",
                (_, _, _) =>
                    terms.HasPartner(council)
                        ? new Act
                        {
                            Fact = decided.Value,
                            Effective = terms.Starts.First,
                            By = council,
                        }
                        : Refuse.ByNotPartner.Because($"\"{council}\" is not a partner."),
                _ =>
                    $"version 1 of the agreement of {terms.Partnership} is proposed. "
                    + $"It counts when {Text.List([.. terms.Partners.Select(partner => partner.Code)])} have approved it.",
                isNew: true
            );
        });
        return command;
    }
}

/// <summary>Reads an agreement from a file.</summary>
internal static class AgreementFile
{
    public static Outcome<(string Text, AgreementTerms Terms)> Read(string path)
    {
        var file = SourceFile.Read(path);
        if (!file.IsDone)
        {
            return Outcome<(string, AgreementTerms)>.Refused(file.Refusals);
        }
        var text = file.Value.ToText();
        var terms = AgreementText.Read(text, file.Value.Name);
        return terms.IsDone
            ? Outcome.Of((text, terms.Value))
            : Outcome<(string, AgreementTerms)>.Refused(terms.Refusals);
    }
}
