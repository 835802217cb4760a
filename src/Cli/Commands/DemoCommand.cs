using System.CommandLine;
using System.Text;
using Openbook.Domain;

namespace Openbook.Cli.Commands;

/// <summary>Walks a newcomer through a sample partnership, by the program's own commands on the sample's own files.</summary>
internal static class DemoCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var port = CommonOptions.Number("--port", "Taken for the site that is to come; the walk needs none.");
        var terminal = new Option<bool>("--terminal") { Description = "Walk in the terminal, without the site." };
        var sample = CommonOptions.Text("--sample", "NAME", "Which sample (default: cih).");
        var command = new Command(
            "demo",
            "Walks you through a month-end of a real partnership with made-up figures, in about a minute.\n\n"
                + "Example: openbook demo"
        )
        {
            port,
            terminal,
            sample,
        };
        command.SetAction(parsed => Walk(common, shell, parsed, parsed.GetValue(sample) ?? "cih"));
        return command;
    }

    private static int Walk(CommonOptions common, Shell shell, ParseResult parsed, string sample)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "samples", sample);
        var steps = Path.Combine(folder, "demo.steps");
        if (!Code.IsValid(sample) || !File.Exists(steps))
        {
            throw new UsageException($"There is no sample \"{sample}\".");
        }
        var named = StorePlace.Of(common, parsed, shell);
        var place = named.IsNamed ? named : StorePlace.Of(Directory.CreateTempSubdirectory("openbook-demo-").FullName);
        var walk = new DemoWalk(shell, folder, place);
        var code = walk.Run(File.ReadLines(steps));
        if (code == Exit.Done)
        {
            shell.Out.WriteLine();
            shell.Out.WriteLine(Printing.Style.Bold(shell, "That is the whole story. The Book is yours to look into:"));
            shell.Out.WriteLine($"  openbook entries {sample} {place.Option}");
            shell.Out.WriteLine($"  openbook statement {sample} --all {place.Option}");
        }
        return code;
    }
}

/// <summary>Runs the steps of a sample: <c>say</c>, <c>show</c> and <c>run</c>.</summary>
internal sealed class DemoWalk(Shell shell, string folder, StorePlace place)
{
    public int Run(IEnumerable<string> steps)
    {
        foreach (var step in steps.Select(line => line.Trim()))
        {
            if (step.Length == 0 || step[0] == '#')
            {
                continue;
            }
            var blank = step.IndexOf(' ', StringComparison.Ordinal);
            var (verb, rest) = blank < 0 ? (step, "") : (step[..blank], step[(blank + 1)..]);
            var code = Step(verb, rest);
            if (code != Exit.Done)
            {
                shell.Error.WriteLine($"The demo stopped at: {step}");
                return code;
            }
        }
        return Exit.Done;
    }

    private int Step(string verb, string rest)
    {
        switch (verb)
        {
            case "say":
                shell.Out.WriteLine();
                shell.Out.WriteLine(Printing.Style.Bold(shell, rest));
                return Exit.Done;
            case "show":
                shell.Out.WriteLine();
                shell.Out.WriteLine(Printing.Style.Faint(shell, $"$ openbook {rest}"));
                return Command(rest, shell.Out);
            case "run":
                return Command(rest, TextWriter.Null);
            default:
                throw new UsageException($"The step \"{verb}\" is not known.");
        }
    }

    private int Command(string line, TextWriter output)
    {
        var inner = place.Within(shell, output, folder);
        return OpenbookProgram.Run(Words(line), inner);
    }

    /// <summary>The words of a line: blanks divide, double quotes hold together.</summary>
    internal static List<string> Words(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quoted = false;
        var begun = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
                begun = true;
            }
            else if (c == ' ' && !quoted)
            {
                if (begun)
                {
                    words.Add(word.ToString());
                    word.Clear();
                    begun = false;
                }
            }
            else
            {
                word.Append(c);
                begun = true;
            }
        }
        if (begun)
        {
            words.Add(word.ToString());
        }
        return words;
    }
}
