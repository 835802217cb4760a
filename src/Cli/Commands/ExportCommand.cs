using System.CommandLine;
using System.Text;
using Openbook.Cli.Printing;
using Openbook.Domain;
using Openbook.Exchange;
using Openbook.Journal;

namespace Openbook.Cli.Commands;

/// <summary>Writes a whole Book for another program.</summary>
internal static class ExportCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var book = CommonOptions.Book();
        var form = CommonOptions.Text(
            "--as",
            "FORM",
            "entries (a zip that restores and proves itself), hledger (a journal that re-adds), or costs (CSV, or a workbook if PATH ends in .xlsx).",
            required: true
        );
        form.AcceptOnlyFromAmong("entries", "hledger", "costs");
        var to = CommonOptions.Text("--out", "PATH", "The file to write.", required: true);
        var command = new Command(
            "export",
            "Writes the whole Book for another program.\n\nExample: openbook export cih --as hledger --out cih.journal"
        )
        {
            book,
            form,
            to,
            common.At,
            common.Known,
        };
        command.SetAction(parsed =>
        {
            // Words withheld later are gone from earlier lines: a copy without the entry that says so would not restore.
            if (parsed.GetValue(form) == "entries" && common.AsAt(parsed) != AsAt.Now)
            {
                throw new UsageException("An entries copy holds the whole Book: leave out --at and --known.");
            }
            return Reading.Book(
                common,
                shell,
                parsed,
                parsed.GetValue(book)!,
                (store, loaded) =>
                {
                    WriteWhole(store, loaded, parsed.GetValue(form)!, shell.PathOf(parsed.GetValue(to)!));
                    shell.Out.WriteLine(
                        $"{Text.Count(loaded.Entries.Count, "entry", "entries")} of {loaded.State.Code} are in "
                            + $"{parsed.GetValue(to)}. Head: {loaded.State.Head}"
                    );
                    return Exit.Done;
                }
            );
        });
        return command;
    }

    // Written beside and moved: a file of that name is whole, before or after.
    private static void WriteWhole(IStore store, LoadedBook loaded, string form, string path)
    {
        var beside = path + ".part";
        try
        {
            if (form == "costs" && path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            {
                WriteSheet(store, loaded, beside);
            }
            else
            {
                Write(store, loaded, form, beside);
            }
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static void WriteSheet(IStore store, LoadedBook loaded, string path)
    {
        var count = loaded.State.Batches.Sum(batch => (long)batch.Fact.Count);
        if (count >= WorkbookWriter.MostRows)
        {
            throw new UsageException($"--out: a sheet cannot hold {Text.Grouped(count)} lines; write .csv.");
        }
        using var file = File.Create(path);
        var lines = new StoredLines(store, loaded.State);
        WorkbookWriter.Write(file, "Costs", SheetColumns.Of(CostsExport.Header), CostsExport.Rows(loaded.State, lines));
    }

    private static void Write(IStore store, LoadedBook loaded, string form, string path)
    {
        using var file = File.Create(path);
        if (form == "entries")
        {
            EntriesCopy.Write(store, loaded, file);
            return;
        }
        using var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
        {
            NewLine = "\n",
        };
        if (form == "hledger")
        {
            text.Write(HledgerExport.Write(loaded.State));
        }
        else
        {
            CostsExport.Write(loaded.State, new StoredLines(store, loaded.State), text);
        }
    }
}
