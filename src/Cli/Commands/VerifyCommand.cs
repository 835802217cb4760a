using System.CommandLine;
using Openbook.Cli.Printing;
using Openbook.Domain;
using Openbook.Exchange;
using Openbook.Journal;

namespace Openbook.Cli.Commands;

/// <summary>Checks a Book.</summary>
internal static class VerifyCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var book = CommonOptions.Book();
        var against = CommonOptions.Text("--against", "FILE", "A partner's entries export, or a statement in JSON.");
        var format = CommonOptions.Format();
        var command = new Command(
            "verify",
            "Checks every stored value of a Book, works every closed period out anew, and compares with a partner's copy.\n\n"
                + "Example: openbook verify cih --against islington-copy.zip"
        )
        {
            book,
            against,
            format,
        };
        command.SetAction(parsed =>
        {
            var place = StorePlace.Of(common, parsed, shell);
            using var store = place.OpenIfThere();
            if (store is null)
            {
                return Reading.NoStore(shell, place);
            }
            var code = parsed.GetValue(book)!;
            var report = Verification.Run(store, code, AgreementText.Reread);
            if (report.Entries == 0 && report.IsSound)
            {
                return Refusals.Print(shell, [Refuse.BookUnknown.Because($"There is no Book \"{code}\".")]);
            }
            CopyReport? copy = null;
            if (parsed.GetValue(against) is { } file && report.IsSound)
            {
                var compared = CopyCheck.Against(store, code, shell.PathOf(file));
                if (!compared.IsDone)
                {
                    return Refusals.Print(shell, compared.Refusals);
                }
                copy = compared.Value;
            }
            Print(shell, report, copy, parsed.GetValue(format) ?? "text");
            return report.IsSound && copy?.Agrees != false ? Exit.Done : Exit.Store;
        });
        return command;
    }

    private static void Print(Shell shell, VerifyReport report, CopyReport? copy, string how)
    {
        switch (how)
        {
            case "json":
                JsonPrinter.Print(shell, VerifyJson.Of(report, copy));
                break;
            case "csv":
                shell.Out.WriteLine("book,sound,entry,what");
                shell.Out.WriteLine($"{report.Book},{(report.IsSound ? "yes" : "no")},,");
                foreach (var damage in report.Damages)
                {
                    Row(shell, report, false, damage.Entry, damage.What);
                }
                if (copy is not null)
                {
                    Row(shell, report, copy.Agrees, copy.Entry, copy.What);
                }
                break;
            default:
                PrintText(shell, report, copy);
                break;
        }
        foreach (var damage in report.Damages)
        {
            shell.Error.WriteLine($"Entry {Text.Of(damage.Entry)}: {damage.What}");
        }
        if (copy?.Agrees == false)
        {
            shell.Error.WriteLine($"Entry {Text.Of(copy.Entry)}: {copy.What}");
        }
    }

    private static void Row(Shell shell, VerifyReport report, bool sound, int entry, string what) =>
        shell.Out.WriteLine($"{report.Book},{(sound ? "yes" : "no")},{Text.Of(entry)},{Exchange.CsvText.Cell(what)}");

    private static void PrintText(Shell shell, VerifyReport report, CopyReport? copy)
    {
        if (!report.IsSound)
        {
            shell.Out.WriteLine(
                $"{report.Book} does not verify: {Text.Count(report.Damages.Count, "fault")}, the first at entry "
                    + $"{Text.Of(report.Damages[0].Entry)}. Compare with a partner's copy, and restore from one that verifies."
            );
            return;
        }
        shell.Out.WriteLine(
            $"{report.Book} verifies: {Text.Count(report.Entries, "entry", "entries")}, "
                + $"{Text.Count(report.Lines, "line")}, {Text.Count(report.Closed, "closed period")} worked out anew."
        );
        shell.Out.WriteLine($"Head: entry {Text.Of(report.Entries)}, {report.Head}");
        if (copy is not null)
        {
            shell.Out.WriteLine($"Against the copy: {copy.What}");
        }
    }
}
