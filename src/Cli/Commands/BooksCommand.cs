using System.CommandLine;
using System.Text.Json.Nodes;
using Openbook.Cli.Printing;
using Openbook.Domain;
using Openbook.Journal;

namespace Openbook.Cli.Commands;

/// <summary>Lists the Books of a store.</summary>
internal static class BooksCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var format = CommonOptions.Format();
        var command = new Command("books", "Lists the Books.\n\nExample: openbook books") { format };
        command.SetAction(parsed =>
        {
            var books = Load(StorePlace.Of(common, parsed, shell));
            switch (parsed.GetValue(format))
            {
                case "json":
                    JsonPrinter.Print(shell, new JsonArray([.. books.Select(BookJson.Of)]));
                    break;
                case "csv":
                    shell.Out.WriteLine("book,partnership,entries,head,first_open");
                    books.ForEach(book => shell.Out.WriteLine(ToCsv(book)));
                    break;
                default:
                    Print(shell, books);
                    break;
            }
            return Exit.Done;
        });
        return command;
    }

    private static List<BookState> Load(StorePlace place)
    {
        using var store = place.OpenIfThere();
        return store is null ? [] : [.. store.Books().Select(book => BookLoader.Load(store, book).State)];
    }

    private static string ToCsv(BookState book) =>
        string.Join(
            ',',
            new[]
            {
                book.Code,
                book.Newest!.Terms.Partnership,
                Text.Of(book.LastEntry),
                book.Head,
                book.FirstOpen?.ToString() ?? "",
            }.Select(Exchange.CsvText.Cell)
        );

    private static void Print(Shell shell, List<BookState> books)
    {
        if (books.Count == 0)
        {
            shell.Out.WriteLine("There is no Book yet. Start one with openbook new, or see openbook demo.");
            return;
        }
        var table = new TextTable("Book", "Partnership", ">Entries", "First open month");
        foreach (var book in books)
        {
            table.Row(
                book.Code,
                book.Newest!.Terms.Partnership,
                Text.Grouped(book.LastEntry),
                book.FirstOpen?.ToWords() ?? "not agreed yet"
            );
        }
        table.Print(shell);
    }
}
