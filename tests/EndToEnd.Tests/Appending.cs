using System.Diagnostics;
using System.Globalization;

namespace Openbook.EndToEnd.Tests;

/// <summary>A process of its own that appends payments to a Book on PostgreSQL, and what it has said so far.</summary>
internal sealed class Appending
{
    private readonly Process process;

    public Appending(string connection, string name, int count)
    {
        string[] args = [Assembly, connection, Ground.Book, name, count.ToString(CultureInfo.InvariantCulture)];
        process = Process.Start(
            new ProcessStartInfo("dotnet", args)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        Errors = process.StandardError.ReadToEndAsync();
        Assert.Equal("ready", process.StandardOutput.ReadLine());
    }

    private Task<string> Errors { get; }

    /// <summary>The entry of each act that was acknowledged, by its key.</summary>
    public Dictionary<string, int> Acknowledged { get; } = new(StringComparer.Ordinal);

    /// <summary>How often an act had been recorded although that was not acknowledged the first time.</summary>
    public int Again { get; private set; }

    /// <summary>What it complained of, and had to try again for.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Lets them all begin at once, and listens to the end.</summary>
    /// <param name="racers">Who appends.</param>
    /// <param name="told">Told how many acts of the first were acknowledged, after each.</param>
    public static void Race(IReadOnlyList<Appending> racers, Action<int>? told = null)
    {
        foreach (var racer in racers)
        {
            racer.process.StandardInput.WriteLine();
        }
        var others = racers.Skip(1).Select(racer => Task.Run(() => racer.Follow(told: null))).ToArray();
        racers[0].Follow(told);
        Task.WaitAll(others);
    }

    private void Follow(Action<int>? told)
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            if (words[0] == "fault")
            {
                Faults.Add(line[6..]);
                continue;
            }
            Acknowledged.Add(words[0], int.Parse(words[1], CultureInfo.InvariantCulture));
            Again += words.Length > 2 ? 1 : 0;
            told?.Invoke(Acknowledged.Count);
        }
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, Errors.GetAwaiter().GetResult());
    }

    private static string Assembly { get; } = TheProgram.Built("tests/Appender", "Openbook.Appender.dll");
}
