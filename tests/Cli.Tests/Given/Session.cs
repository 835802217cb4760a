using System.Globalization;

namespace Openbook.Cli.Tests.Given;

/// <summary>A folder of its own and the program run in it, as a person would in a terminal. The clock stands still.</summary>
public sealed class Session : IDisposable
{
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);

    public string Folder { get; } = Directory.CreateTempSubdirectory("openbook-cli-").FullName;

    /// <summary>The moment at which everything happens.</summary>
    public string Now { get; set; } = "2016-11-22T09:00:00Z";

    /// <summary>The store's folder if no option or variable says another.</summary>
    public string Data => PathOf("openbook-data");

    public string PathOf(string name) => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Another session with the same files and Books.</summary>
    public Session Copy()
    {
        var copy = new Session();
        CopyFolder(Folder, copy.Folder);
        return copy;
    }

    /// <summary>Copies all files of a folder.</summary>
    public static void CopyFolder(string from, string to)
    {
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            System.IO.File.Copy(path, target);
        }
    }

    public Session File(string name, string text)
    {
        System.IO.File.WriteAllText(PathOf(name), text);
        return this;
    }

    public Session Variable(string name, string value)
    {
        variables[name] = value;
        return this;
    }

    public bool Has(string variable) => variables.ContainsKey(variable);

    /// <summary>Runs a command line; double quotes hold words together.</summary>
    public Ran Run(string line) => Run(CommandLine.Words(line));

    public Ran Run(IReadOnlyList<string> args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = OpenbookProgram.Run(args, Shell(output, error));
        return new Ran(string.Join(' ', args), code, Local(output.ToString()), Local(error.ToString()));
    }

    /// <summary>Runs a command line that must succeed; gives what it printed.</summary>
    public string Do(string line) => Run(line).MustEnd(Exit.Done).Out;

    /// <summary>Runs command lines that must all succeed.</summary>
    public Session All(params string[] lines)
    {
        foreach (var line in lines)
        {
            Do(line);
        }
        return this;
    }

    /// <summary>Both streams as one, as a terminal shows them.</summary>
    public (int Code, string Shown) Show(IReadOnlyList<string> args)
    {
        using var both = new StringWriter { NewLine = "\n" };
        var code = OpenbookProgram.Run(args, Shell(both, both));
        return (code, Local(both.ToString()));
    }

    // Paths of this folder are printed as a person who works in it would have named them.
    private string Local(string text) => text.Replace(Folder + "/", "", StringComparison.Ordinal);

    private Shell Shell(TextWriter output, TextWriter error) =>
        new()
        {
            Out = output,
            Error = error,
            Folder = Folder,
            Data = variables.ContainsKey("OPENBOOK_DATA") ? null : Data,
            Clock = new StoppedClock(DateTimeOffset.Parse(Now, CultureInfo.InvariantCulture)),
            Variable = name => variables.GetValueOrDefault(name),
        };

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

/// <summary>What came of one command.</summary>
/// <param name="Line">The command line.</param>
/// <param name="Code">The exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record Ran(string Line, int Code, string Out, string Error)
{
    /// <summary>The codes of the refusals that were printed, in order.</summary>
    public IReadOnlyList<string> Refusals =>
        [
            .. Error
                .Split('\n')
                .Where(line => line.EndsWith(']') && line.Contains(" [", StringComparison.Ordinal))
                .Select(line => line[(line.LastIndexOf('[') + 1)..^1]),
        ];

    public Ran MustEnd(int code)
    {
        Assert.True(Code == code, $"openbook {Line}\nended with {Code}, not {code}.\n{Out}{Error}");
        return this;
    }

    /// <summary>It was refused for exactly these reasons, said so, and printed no result.</summary>
    public Ran MustBeRefusedFor(params string[] codes)
    {
        MustEnd(Exit.Refused);
        Assert.Equal(codes, Refusals);
        Assert.Empty(Out);
        Assert.EndsWith("Nothing was recorded.\n", Error, StringComparison.Ordinal);
        return this;
    }
}
