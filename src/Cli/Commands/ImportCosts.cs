using System.CommandLine;
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
        var path = new Argument<string>("FILE") { Description = "The file, in CSV." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check the file and record nothing." };
        var skipKnown = new Option<bool>("--skip-known")
        {
            Description = "Leave out lines that are in the Book already with the same content.",
        };
        var lines = CommonOptions.Number("--lines", "How many lines the file must have.");
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
            var options = new RecordCostsOptions(parsed.GetValue(skipKnown), parsed.GetValue(lines), stated);
            var read = CostsFile.Read(shell.PathOf(parsed.GetValue(path)!));
            if (!read.IsDone && read.Partial is null)
            {
                return Refusals.Print(shell, read.Refusals);
            }
            var code = parsed.GetValue(book)!;
            if (parsed.GetValue(dryRun))
            {
                return Reading.Book(
                    common,
                    shell,
                    parsed,
                    code,
                    (store, loaded) => Try(shell, store, loaded, read, options)
                );
            }
            var recording = new Recording(common, shell, parsed);
            return recording.Run(
                code,
                key,
                Request(code, parsed.GetValue(by), read, options),
                (store, state, _) => Decide(store, state, read, options, recording.By(by, state)),
                entry => Done((CostsRecorded)entry.Fact)
            );
        });
        return command;
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
        IStore store,
        BookState state,
        Outcome<CostBatch> read,
        RecordCostsOptions options,
        string by
    )
    {
        var decided = RecordCosts.Decide(state, read, new StoredLines(store, state), options);
        return decided.IsDone
            ? new Act
            {
                Costs = decided.Value,
                Effective = decided.Value.Sums.Sums[0].Month.First,
                By = by,
            }
            : Outcome<Act>.Refused(decided.Refusals);
    }

    private static int Try(
        Shell shell,
        IStore store,
        LoadedBook loaded,
        Outcome<CostBatch> read,
        RecordCostsOptions options
    )
    {
        var decided = RecordCosts.Decide(loaded.State, read, new StoredLines(store, loaded.State), options);
        if (!decided.IsDone)
        {
            return Refusals.Print(shell, decided.Refusals);
        }
        shell.Out.WriteLine(
            $"{read.Value.Source} can be recorded: {Text.Count(decided.Value.Count, "line")}, {decided.Value.Total.ToPounds()}"
                + $"{Skipped(decided.Value.Skipped)}. Nothing was recorded."
        );
        return Exit.Done;
    }

    private static string Done(CostsRecorded fact) =>
        $"{Text.Count(fact.Count, "line")} from {fact.Source.Name}, {new Money(fact.TotalPence).ToPounds()} in all"
        + $"{Skipped(fact.Skipped)}.";

    private static string Skipped(int skipped) =>
        skipped == 0 ? "" : $"; {Text.Count(skipped, "line")} left out because known";
}
