using System.CommandLine;
using Openbook.Cli.Printing;
using Openbook.Domain;
using Openbook.Exchange;
using Openbook.Journal;

namespace Openbook.Cli.Commands;

/// <summary>Shows what imagined facts would do.</summary>
internal static class WhatIfCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var book = CommonOptions.Book();
        var file = new Argument<string>("FILE") { Description = "The scenario, in YAML." };
        var format = CommonOptions.Format();
        var command = new Command(
            "whatif",
            "Shows what imagined costs, counts and amendments would change, by partner and period. Nothing is recorded.\n\n"
                + "Example: openbook whatif cih haringey-leaves.yaml"
        )
        {
            book,
            file,
            format,
            common.At,
            common.Known,
        };
        command.SetAction(parsed =>
        {
            var path = shell.PathOf(parsed.GetValue(file)!);
            var text = SourceFile.Read(path);
            var plan = text.IsDone
                ? ScenarioText.Read(text.Value.ToText(), text.Value.Name)
                : Outcome<ScenarioPlan>.Refused(text.Refusals);
            return plan.IsDone
                ? Run(common, shell, parsed, parsed.GetValue(book)!, plan.Value, path, parsed.GetValue(format))
                : Refusals.Print(shell, plan.Refusals);
        });
        return command;
    }

    private static int Run(
        CommonOptions common,
        Shell shell,
        ParseResult parsed,
        string book,
        ScenarioPlan plan,
        string path,
        string? format
    )
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var changes = plan.Changes.Select(change => Imagine(change, Path.Combine(folder, change.File))).ToList();
        var refusals = changes.SelectMany(change => change.Refusals).ToList();
        if (refusals.Count > 0)
        {
            return Refusals.Print(shell, refusals);
        }
        return Reading.Book(
            common,
            shell,
            parsed,
            book,
            (store, loaded) =>
            {
                var result = Scenario.Of(
                    () => BookLoader.Load(store, book, common.AsAt(parsed)).State,
                    new StoredLines(store, loaded.State),
                    plan.Name,
                    changes.ConvertAll(change => change.Value),
                    plan.Through
                );
                if (!result.IsDone)
                {
                    return Refusals.Print(shell, result.Refusals);
                }
                ScenarioPrinter.Print(shell, result.Value, format);
                return Exit.Done;
            }
        );
    }

    private static Outcome<Imagined> Imagine(ScenarioChange change, string path)
    {
        switch (change.Kind)
        {
            case "costs":
                return new Imagined.Costs(CostFiles.Read(path).Lines);
            case "counts":
                var counts = SourceFile.Read(path);
                return counts.IsDone
                    ? new Imagined.Counts(counts.Value.ToSource(), CountsFile.Read(counts.Value))
                    : Outcome<Imagined>.Refused(counts.Refusals);
            default:
                var read = AgreementFile.Read(path);
                return read.IsDone
                    ? new Imagined.Amendment(change.From!.Value, read.Value.Text, read.Value.Terms)
                    : Outcome<Imagined>.Refused(read.Refusals);
        }
    }
}
