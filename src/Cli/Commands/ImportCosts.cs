using System.CommandLine;
using Openbook.Cli.Printing;
using Openbook.Domain;
using Openbook.Exchange;
using Openbook.Journal;

namespace Openbook.Cli.Commands;

/// <summary>Records a file of cost and income lines.</summary>
internal static class ImportCosts
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var book = CommonOptions.Book();
        var path = new Argument<string>("FILE") { Description = "The file: CSV or .xlsx." };
        var map = CommonOptions.Text("--map", "MAP", "A map that says how to read a file of another layout.");
        var dryRun = new FlagOption(
            "--dry-run",
            "Check the file, show its totals and first lines, and record nothing."
        );
        var skipKnown = new FlagOption(
            "--skip-known",
            "Leave out lines that are in the Book already with the same content."
        );
        var lines = new NumberOption("--lines", "How many lines the file must have.");
        var total = CommonOptions.Text("--total", "POUNDS", "What the amounts must add up to.");
        var by = CommonOptions.By();
        var key = CommonOptions.Key();
        var command = new Command(
            "costs",
            "Records cost and income lines; refused whole if anything is wrong with one.\n\n"
                + "Example: openbook import costs cih october.csv --lines 24 --total 1234.56"
        )
        {
            book,
            path,
            map,
            dryRun,
            skipKnown,
            lines,
            total,
            by,
            key,
        };
        command.SetAction(parsed =>
        {
            Money? stated = parsed.GetValue(total) is { } text ? CommonOptions.Amount("--total", text) : null;
            var options = new RecordCostsOptions(skipKnown.IsIn(parsed), lines.Of(parsed), stated);
            var file = parsed.GetValue(path)!;
            var source = Read(shell, file, parsed.GetValue(map));
            source.Notes.ToList().ForEach(shell.Error.WriteLine);
            var read = source.Lines;
            if (!read.IsDone && read.Partial is null)
            {
                return Hinted(shell, Refusals.Print(shell, read.Refusals), read.Refusals, file);
            }
            var code = parsed.GetValue(book)!;
            return dryRun.IsIn(parsed)
                ? Reading.Book(common, shell, parsed, code, (store, loaded) => Try(shell, store, loaded, read, options))
                : Record(
                    new Recording(common, shell, parsed),
                    shell,
                    code,
                    (by, parsed.GetValue(by), key),
                    read,
                    options
                );
        });
        return command;
    }

    private static int Record(
        Recording recording,
        Shell shell,
        string code,
        (Option<string?> Option, string? Value, Option<string?> Key) by,
        Outcome<CostBatch> read,
        RecordCostsOptions options
    ) =>
        recording.Run(
            code,
            by.Key,
            Request(code, by.Value, read, options),
            (store, state, _) => Decide(shell, store, state, read, options, recording.Named(by.Option)),
            entry => Done((CostsRecorded)entry.Fact)
        );

    // What makes two of these the same act.
    private static string Request(string book, string? by, Outcome<CostBatch> read, RecordCostsOptions options) =>
        string.Join(
            '\n',
            "import costs",
            book,
            by,
            read.IsDone ? read.Value.Sha256 : "",
            options.SkipKnown ? "skip known" : "",
            options.Lines is { } lines ? Text.Of(lines) : "",
            options.Total?.ToPlain()
        );

    private static Outcome<Act> Decide(
        Shell shell,
        IStore store,
        BookState state,
        Outcome<CostBatch> read,
        RecordCostsOptions options,
        string? by
    )
    {
        var lines = new StoredLines(store, state);
        var decided = RecordCosts.Decide(state, read, lines, options);
        if (decided.IsDone)
        {
            Warn(shell, state, lines, decided.Value);
        }
        return FileAct.Costs(state, decided, by);
    }

    private static int Try(
        Shell shell,
        IStore store,
        LoadedBook loaded,
        Outcome<CostBatch> read,
        RecordCostsOptions options
    )
    {
        var lines = new StoredLines(store, loaded.State);
        var decided = RecordCosts.Decide(loaded.State, read, lines, options);
        if (!decided.IsDone)
        {
            return Refusals.Print(shell, decided.Refusals);
        }
        Warn(shell, loaded.State, lines, decided.Value);
        LinesPreview.Print(shell, shell.Out, read.Value);
        shell.Out.WriteLine(
            $"{read.Value.Source} can be recorded: {Text.Count(decided.Value.Count, "line")}, {decided.Value.Total.ToPounds()}"
                + $"{Skipped(decided.Value.Skipped)}. Nothing was recorded."
        );
        return Exit.Done;
    }

    private static CostSource Read(Shell shell, string file, string? map)
    {
        if (map is null)
        {
            return CostFiles.Read(shell.PathOf(file));
        }
        var read = MapText.ReadFile(shell.PathOf(map));
        return read.IsDone
            ? MappedCosts.Read(shell.PathOf(file), read.Value)
            : new CostSource(Outcome<CostBatch>.Refused(read.Refusals), []);
    }

    // Another layout shows in the header; a person may not know of maps.
    private static int Hinted(Shell shell, int code, IReadOnlyList<Refusal> refusals, string file)
    {
        if (refusals.Any(refusal => refusal.Code == Refuse.ColumnMissing))
        {
            shell.Error.WriteLine($"A file of another layout is read through a map: openbook map {file} drafts one.");
        }
        return code;
    }

    private static void Warn(Shell shell, BookState state, StoredLines lines, CostsDecision decided)
    {
        if (state.Batches.Count == 0)
        {
            return;
        }
        var overlap = new Overlap(decided.Batch);
        if (overlap.IsEmpty)
        {
            return;
        }
        var known = state.Batches.SelectMany(batch => lines.LinesOf(batch.Entry));
        if (overlap.Count(known, out var first) is > 0 and var count)
        {
            shell.Error.WriteLine(
                $"Warning: {Text.Count(count, "line")} of {decided.Batch.Source} without a line_id "
                    + $"{(count == 1 ? "has" : "have")} the date, supplier, amount and service of a line that is in the Book "
                    + $"already, such as {first}. Look whether they were handed in twice."
            );
        }
    }

    private static string Done(CostsRecorded fact) =>
        $"{Text.Count(fact.Count, "line")} from {fact.Source.Name}, {new Money(fact.TotalPence).ToPounds()} in all"
        + $"{Skipped(fact.Skipped)}.";

    private static string Skipped(int skipped) =>
        skipped == 0 ? "" : $"; {Text.Count(skipped, "line")} left out because known";
}
