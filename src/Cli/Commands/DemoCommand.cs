using System.CommandLine;
using System.Text;
using Openbook.Domain;

namespace Openbook.Cli.Commands;

/// <summary>
/// Makes the sample Books by the program's own commands on the samples' own files, and serves the site over them; or walks a
/// newcomer through one of them in the terminal.
/// </summary>
internal static class DemoCommand
{
    private const int DefaultPort = 5080;
    private const string First = "cih";

    public static Command Make(CommonOptions common, Shell shell)
    {
        var port = new NumberOption("--port", $"The port of the site (default {Text.Of(DefaultPort)}).");
        var terminal = new FlagOption(
            "--terminal",
            "Walk through a month-end in the terminal instead, in about a minute."
        );
        var sample = CommonOptions.Text("--sample", "NAME", "One sample alone (with --terminal the default is cih).");
        var command = new Command(
            "demo",
            "Shows real partnerships with made-up figures on the site. The Books are made where they are missing.\n\n"
                + "Example: openbook demo"
        )
        {
            port,
            terminal,
            sample,
        };
        command.SetAction(parsed =>
        {
            var named = StorePlace.Of(common, parsed, shell);
            if (terminal.IsIn(parsed))
            {
                return Walk(
                    shell,
                    named.IsNamed ? named : StorePlace.Of(NewFolder().FullName),
                    parsed.GetValue(sample) ?? First
                );
            }
            var at = port.Of(parsed) ?? DefaultPort;
            return named.IsNamed
                ? Serve(shell, named, parsed.GetValue(sample), at, isKept: true)
                : ServeForNow(shell, parsed.GetValue(sample), at);
        });
        return command;
    }

    private static DirectoryInfo NewFolder() => Directory.CreateTempSubdirectory("openbook-demo-");

    private static int ServeForNow(Shell shell, string? only, int port)
    {
        var folder = NewFolder();
        try
        {
            return Serve(shell, StorePlace.Of(folder.FullName), only, port, isKept: false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Serve(Shell shell, StorePlace place, string? only, int port, bool isKept)
    {
        if (port is < 1 or > 65535)
        {
            throw new UsageException($"--port {Text.Of(port)} is no port. Ports are 1 to 65535.");
        }
        var samples = (only is null ? Samples() : [only]).Select(sample => (sample, StepsOf(sample))).ToList();
        if (!isKept)
        {
            shell.Out.WriteLine(
                "The Books are in a temporary folder, which goes when this ends. To keep them, name one with --data."
            );
        }
        foreach (var (sample, steps) in samples)
        {
            if (IsThere(place, sample))
            {
                continue;
            }
            shell.Out.WriteLine($"Making the Book {sample} from its agreement and files.");
            shell.Out.Flush();
            var quiet = place.Within(shell, TextWriter.Null, shell.Folder);
            var code = new DemoWalk(quiet, Path.GetDirectoryName(steps)!, place).Run(File.ReadLines(steps));
            if (code != Exit.Done)
            {
                return code;
            }
        }
        return ServeCommand.Serve(place, $"http://127.0.0.1:{Text.Of(port)}", shell);
    }

    private static int Walk(Shell shell, StorePlace place, string sample)
    {
        var steps = StepsOf(sample);
        var code = new DemoWalk(shell, Path.GetDirectoryName(steps)!, place).Run(File.ReadLines(steps));
        if (code == Exit.Done)
        {
            shell.Out.WriteLine();
            shell.Out.WriteLine(Printing.Style.Bold(shell, "That is the whole story. The Book is yours to look into:"));
            shell.Out.WriteLine($"  openbook entries {sample} {place.Option}");
            shell.Out.WriteLine($"  openbook statement {sample} --all {place.Option}");
            shell.Out.WriteLine($"  openbook serve {place.Option}");
        }
        return code;
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "samples");

    private static IEnumerable<string> Samples() =>
        Directory.Exists(Folder)
            ? Directory
                .GetDirectories(Folder)
                .Select(path => Path.GetFileName(path))
                .Where(name => File.Exists(Path.Combine(Folder, name, "demo.steps")))
                .Order(StringComparer.Ordinal)
            : throw new UsageException($"The samples are not beside the program, in {Folder}.");

    private static string StepsOf(string sample)
    {
        var steps = Path.Combine(Folder, sample, "demo.steps");
        return Code.IsValid(sample) && File.Exists(steps)
            ? steps
            : throw new UsageException($"There is no sample \"{sample}\".");
    }

    private static bool IsThere(StorePlace place, string book)
    {
        using var store = place.OpenIfThere();
        return store is not null && store.Entries(book, after: 0).Count > 0;
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
