using System.CommandLine;
using Openbook.Cli.Printing;
using Openbook.Domain;
using Openbook.Exchange;
using Openbook.Journal;

namespace Openbook.Cli.Commands;

/// <summary>Records a file of cost and income lines.</summary>
internal sealed class ImportCosts(CommonOptions common, Shell shell)
{
    private readonly Argument<string> book = CommonOptions.Book();
    private readonly Argument<string> path = new("FILE") { Description = "The file: CSV or .xlsx." };
    private readonly FlagOption dryRun = new(
        "--dry-run",
        "Check the file, show its totals and first lines, and record nothing."
    );
    private readonly FlagOption skipKnown = new(
        "--skip-known",
        "Leave out lines that are in the Book already with the same content."
    );
    private readonly NumberOption lines = new("--lines", "How many lines the file must have.");
    private readonly Option<string?> map = CommonOptions.Text(
        "--map",
        "MAP",
        "A map that says how to read a file of another layout."
    );
    private readonly Option<string?> total = CommonOptions.Text(
        "--total",
        "POUNDS",
        "What the amounts must add up to."
    );
    private readonly Option<string?> by = CommonOptions.By();
    private readonly Option<string?> key = CommonOptions.Key();

    public static Command Make(CommonOptions common, Shell shell) => new ImportCosts(common, shell).Make();

    private Command Make()
    {
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
        command.SetAction(parsed => dryRun.IsIn(parsed) ? Try(parsed) : Record(parsed));
        return command;
    }

    private int Record(ParseResult parsed)
    {
        var options = OptionsIn(parsed);
        var code = parsed.GetValue(book)!;
        return new Recording(common, shell, parsed).RunAhead(
            code,
            key,
            taker =>
                // Nobody need take lines of which those that are known will be left out.
                Read(parsed, options.SkipKnown ? null : taker) is { } read
                    ? new FileActs(
                        Request(code, parsed.GetValue(by), read, options),
                        (store, state) => Decide(shell, store, state, read, options, parsed.GetValue(by)),
                        entry => Done((CostsRecorded)entry.Fact)
                    )
                    : null
        );
    }

    private int Try(ParseResult parsed)
    {
        var options = OptionsIn(parsed);
        return Read(parsed, taker: null) is { } read
            ? Reading.Book(
                common,
                shell,
                parsed,
                parsed.GetValue(book)!,
                (store, loaded) => Try(shell, store, loaded, read, options)
            )
            : Exit.Refused;
    }

    private RecordCostsOptions OptionsIn(ParseResult parsed)
    {
        Money? stated = parsed.GetValue(total) is { } text ? CommonOptions.Amount("--total", text) : null;
        return new RecordCostsOptions(skipKnown.IsIn(parsed), lines.Of(parsed), stated);
    }

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
        var stored = new StoredLines(store, state);
        var decided = RecordCosts.Decide(state, read, stored, options);
        if (decided.IsDone)
        {
            Warn(shell, state, stored, decided.Value);
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
        var stored = new StoredLines(store, loaded.State);
        var decided = RecordCosts.Decide(loaded.State, read, stored, options);
        if (!decided.IsDone)
        {
            return Refusals.Print(shell, decided.Refusals);
        }
        Warn(shell, loaded.State, stored, decided.Value);
        LinesPreview.Print(shell, shell.Out, read.Value);
        shell.Out.WriteLine(
            $"{read.Value.Source} can be recorded: {Text.Count(decided.Value.Count, "line")}, {decided.Value.Total.ToPounds()}"
                + $"{Skipped(decided.Value.Skipped)}. Nothing was recorded."
        );
        return Exit.Done;
    }

    // Null if the file is refused as a whole: then it has been said why.
    private Outcome<CostBatch>? Read(ParseResult parsed, ILineTaker? taker)
    {
        var file = parsed.GetValue(path)!;
        var source = Source(file, parsed.GetValue(map), taker);
        source.Notes.ToList().ForEach(shell.Error.WriteLine);
        var read = source.Lines;
        if (read.IsDone || read.Partial is not null)
        {
            return read;
        }
        Refusals.Print(shell, read.Refusals);
        if (read.Refusals.Any(refusal => refusal.Code == Refuse.ColumnMissing))
        {
            // Another layout shows in the header; a person may not know of maps.
            shell.Error.WriteLine($"A file of another layout is read through a map: openbook map {file} drafts one.");
        }
        return null;
    }

    private CostSource Source(string file, string? through, ILineTaker? taker)
    {
        if (through is null)
        {
            return CostFiles.Read(shell.PathOf(file), taker: taker);
        }
        var read = MapText.ReadFile(shell.PathOf(through));
        return read.IsDone
            ? MappedCosts.Read(shell.PathOf(file), read.Value)
            : new CostSource(Outcome<CostBatch>.Refused(read.Refusals), []);
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
