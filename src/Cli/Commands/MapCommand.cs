using System.CommandLine;
using Openbook.Cli.Printing;
using Openbook.Domain;
using Openbook.Exchange;

namespace Openbook.Cli.Commands;

/// <summary>Drafts a map for a file of cost lines in any layout.</summary>
internal static class MapCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var path = new Argument<string>("FILE") { Description = "The file: CSV or .xlsx." };
        var to = CommonOptions.Text("--out", "MAP", "The file to write the map to; without it, it is printed.");
        var paidBy = CommonOptions.Text("--paid-by", "P", "The partner that paid, since the file does not say.");
        var service = CommonOptions.Text("--service", "S", "The service of all that is not told apart.");
        var command = new Command(
            "map",
            "Drafts a map for import costs: guesses columns, encoding and forms, shows ten lines as they would be read, and "
                + "says what is unclear.\n\nExample: openbook map spend.csv --out spend.yaml --paid-by camden --service networks"
        )
        {
            path,
            to,
            paidBy,
            service,
        };
        command.SetAction(parsed =>
        {
            var codes = new DraftCodes();
            codes = new DraftCodes(
                CodeOf("--paid-by", parsed.GetValue(paidBy) ?? codes.PaidBy),
                CodeOf("--service", parsed.GetValue(service) ?? codes.Service)
            );
            var draft = MapDraft.Of(shell.PathOf(parsed.GetValue(path)!), codes);
            return draft.IsDone ? Show(shell, draft.Value, parsed.GetValue(to)) : Refusals.Print(shell, draft.Refusals);
        });
        return command;
    }

    private static int Show(Shell shell, MapDraft draft, string? to)
    {
        var about = shell.Error;
        if (to is null)
        {
            shell.Out.Write(draft.Text);
            shell.Out.Flush();
        }
        else
        {
            about = shell.Out;
            Write(shell.PathOf(to), to, draft.Text);
            about.WriteLine($"{to} holds a draft of a map:");
            about.WriteLine();
            about.Write(draft.Text);
        }
        if ((draft.Source.Lines.IsDone ? draft.Source.Lines.Value : draft.Source.Lines.Partial) is { } batch)
        {
            about.WriteLine();
            about.WriteLine(
                $"So the first {Text.Count(Math.Min(LinesPreview.Lines, batch.Lines.Length), "line")} would be read:"
            );
            LinesPreview.Print(shell, about, batch);
            about.WriteLine($"In all {Text.Count(batch.Lines.Length, "line")}{Total(draft, batch)}.");
        }
        foreach (var note in draft.Source.Notes)
        {
            about.WriteLine(note);
        }
        about.WriteLine();
        about.WriteLine("Look at this before you use the map:");
        foreach (var unclear in draft.Unclear)
        {
            about.WriteLine($"- {unclear}");
        }
        return Exit.Done;
    }

    private static string Total(MapDraft draft, CostBatch batch)
    {
        var total = default(Int128);
        for (var place = 0; place < batch.Lines.Length; place++)
        {
            total += batch.Lines[place].Pence;
        }
        return draft.Source.Lines.IsDone && Int128.Abs(total) <= Money.Largest
            ? $", {new Money((long)total).ToPounds()}"
            : "";
    }

    // A map that somebody has worked on is not written over.
    private static void Write(string path, string name, string text)
    {
        if (File.Exists(path))
        {
            throw new UsageException($"--out: {name} is there already; name another file, or remove it first.");
        }
        File.WriteAllText(path, text);
    }

    private static string CodeOf(string option, string text) =>
        Code.IsValid(text) ? text : throw new UsageException($"{option}: \"{text}\" is not a code.");
}
