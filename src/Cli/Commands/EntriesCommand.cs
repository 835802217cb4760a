using System.CommandLine;
using System.Text;
using Openbook.Cli.Printing;
using Openbook.Domain;
using Openbook.Exchange;
using Openbook.Journal;

namespace Openbook.Cli.Commands;

/// <summary>Shows the entries themselves.</summary>
internal static class EntriesCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var book = CommonOptions.Book();
        var after = new NumberOption("--after", "Only entries after this number.");
        var format = CommonOptions.Format();
        var command = new Command(
            "entries",
            "Shows the entries of a Book, each in a sentence; in JSON as they are stored.\n\nExample: openbook entries cih --after 40"
        )
        {
            book,
            after,
            format,
            common.At,
            common.Known,
        };
        command.SetAction(parsed =>
            Reading.Book(
                common,
                shell,
                parsed,
                parsed.GetValue(book)!,
                (_, loaded) =>
                {
                    var entries = loaded
                        .Entries.Where(stored => stored.Entry.Number > (after.Of(parsed) ?? 0))
                        .ToList();
                    switch (parsed.GetValue(format))
                    {
                        case "json":
                            JsonPrinter.Print(shell, EntriesJson.Of(entries));
                            break;
                        case "csv":
                            shell.Out.WriteLine($"{EntryRows.HeaderBeforeHash},hash");
                            entries.ForEach(stored =>
                                shell.Out.WriteLine(string.Join(',', EntryRows.Of(stored.Entry).Select(CsvText.Cell)))
                            );
                            break;
                        default:
                            Print(shell, entries);
                            break;
                    }
                    return Exit.Done;
                }
            )
        );
        return command;
    }

    private static void Print(Shell shell, List<StoredEntry> entries)
    {
        foreach (var entry in entries.Select(stored => stored.Entry))
        {
            var line = new StringBuilder();
            line.Append(Text.Of(entry.Number).PadLeft(4)).Append("  ").Append(Dates.Moment(entry.RecordedAt));
            line.Append("  ").Append(entry.By).Append(": ").Append(Sentences.Of(entry.Fact));
            if (entry.Reason is { } reason)
            {
                line.Append($" Because: {reason}");
            }
            if (entry.Authority is { } authority)
            {
                line.Append($" Authority: {authority}");
            }
            shell.Out.WriteLine(line.ToString());
        }
    }
}
