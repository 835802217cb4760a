using System.Diagnostics;

namespace Openbook.EndToEnd.Tests.Given;

/// <summary>What a process of the program came to.</summary>
/// <param name="Code">Its exit code; 137 if it was killed.</param>
/// <param name="Out">What it printed as results.</param>
/// <param name="Error">The lines of all else that it printed.</param>
public sealed record Ended(int Code, string Out, IReadOnlyList<string> Error)
{
    public const int KilledCode = 137;

    public bool IsKilled => Code == KilledCode;

    public override string ToString() => $"exit {Code}\n{Out}{string.Join('\n', Error)}";
}

/// <summary>The program as it was built, started as a process.</summary>
public static class TheProgram
{
    private static readonly string Assembly = Find();

    /// <summary>Runs it to its end.</summary>
    public static Ended Run(string folder, params string[] args) => Run(folder, KillMoment.Never, args);

    /// <summary>Runs it to its end, which must be a good one.</summary>
    public static Ended Done(string folder, params string[] args)
    {
        var ended = Run(folder, args);
        Assert.True(ended.Code == 0, $"{string.Join(' ', args)}: {ended}");
        return ended;
    }

    /// <summary>Runs it until the moment at which it is killed.</summary>
    public static Ended Run(string folder, KillMoment moment, params string[] args)
    {
        ArgumentNullException.ThrowIfNull(moment);
        using var process = Start(folder, args);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = new List<string>();
        using var timer = moment.After is null
            ? new Timer(_ => Kill(process), null, moment.Delay, Timeout.InfiniteTimeSpan)
            : null;
        var seen = 0;
        while (process.StandardError.ReadLine() is { } line)
        {
            error.Add(line);
            if (moment.After is { } after && line.StartsWith(after, StringComparison.Ordinal) && ++seen == moment.Times)
            {
                Wait(moment.Delay);
                Kill(process);
            }
        }
        process.WaitForExit();
        return new Ended(process.ExitCode, output.GetAwaiter().GetResult(), error);
    }

    private static Process Start(string folder, string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(Assembly);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }
        start.Environment["OPENBOOK_DATA"] = Path.Combine(folder, "data");
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    // A moment far shorter than a sleep can be.
    private static void Wait(TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time)
        {
            Thread.SpinWait(20);
        }
    }

    // Beside these tests: src/Cli/bin/CONFIGURATION/net10.0/RUNTIME/openbook.dll, built just before.
    private static string Find()
    {
        var mine = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = mine.Parent!.Name;
        for (var at = mine; at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Openbook.slnx")))
            {
                var built = Path.Combine(at.FullName, "src", "Cli", "bin", configuration, mine.Name);
                return Directory.EnumerateFiles(built, "openbook.dll", SearchOption.AllDirectories).Order().First();
            }
        }
        throw new InvalidOperationException("Openbook.slnx was not found above the built tests.");
    }
}

/// <summary>When a process is killed: a time after a line of its trace, or after its start.</summary>
/// <param name="After">The beginning of the line; null for the start.</param>
/// <param name="Times">The how-manieth such line.</param>
/// <param name="Delay">How long after it.</param>
public sealed record KillMoment(string? After, int Times, TimeSpan Delay)
{
    public static KillMoment Never { get; } = new("no such line", 1, TimeSpan.Zero);

    public override string ToString() =>
        $"{Delay.TotalMilliseconds:F1} ms after {(After is null ? "its start" : $"\"{After}\"{(Times > 1 ? $" for the {Times}th time" : "")}")}";
}
