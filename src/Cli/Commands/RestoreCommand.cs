using System.CommandLine;
using Openbook.Domain;
using Openbook.Exchange;
using Openbook.Journal;

namespace Openbook.Cli.Commands;

/// <summary>Brings a Book back from an export.</summary>
internal static class RestoreCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var book = CommonOptions.Book();
        var path = new Argument<string>("FILE") { Description = "The entries export." };
        var command = new Command(
            "restore",
            "Brings a Book back from an entries export, after verifying all of it.\n\nExample: openbook restore cih cih.zip"
        )
        {
            book,
            path,
        };
        command.SetAction(parsed =>
        {
            using var store = StorePlace.Of(common, parsed, shell).Open();
            var restored = Restore.From(
                store,
                parsed.GetValue(book)!,
                shell.PathOf(parsed.GetValue(path)!),
                AgreementText.Reread
            );
            if (!restored.IsDone)
            {
                return Refusals.Print(shell, restored.Refusals);
            }
            var report = restored.Value;
            shell.Out.WriteLine(
                $"{report.Book} is restored and verifies: {Text.Count(report.Entries, "entry", "entries")}, "
                    + $"{Text.Count(report.Lines, "line")}. Head: {report.Head}"
            );
            return Exit.Done;
        });
        return command;
    }
}
