using System.Diagnostics;

namespace Openbook.EndToEnd.Tests;

/// <summary>How a process that was killed died: the steps it had told of by then.</summary>
/// <param name="Steps">What it said with --trace, in order.</param>
internal sealed record Death(IReadOnlyList<string> Steps)
{
    /// <summary>Whether it died after a write began and before it was on disk.</summary>
    public bool InsideTheTransaction => Steps.Count > 0 && Steps[^1].StartsWith("writ", StringComparison.Ordinal);

    public string Where => Steps.Count == 0 ? "before any write" : Steps[^1];

    /// <summary>The highest entry of which it said that it is on disk; 0 if none.</summary>
    public int Acknowledged =>
        Steps
            .Where(step => step.EndsWith("is on disk", StringComparison.Ordinal))
            .Select(step => int.Parse(step.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture))
            .DefaultIfEmpty(0)
            .Max();

    /// <summary>Runs the program and kills it (SIGKILL) a moment after its step of a number, or after a time.</summary>
    public static Death Of(int afterStep, TimeSpan moment, params string[] args)
    {
        using var process = TheProgram.Start([.. args, "--trace"]);
        var output = process.StandardOutput.ReadToEndAsync();
        var steps = new List<string>();
        if (afterStep == 0)
        {
            Thread.Sleep(moment);
            process.Kill();
        }
        while (process.StandardError.ReadLine() is { } step)
        {
            steps.Add(step);
            if (steps.Count == afterStep)
            {
                Spin(moment);
                process.Kill();
            }
        }
        process.WaitForExit();
        output.GetAwaiter().GetResult();
        return new Death(steps);
    }

    // A sleep is too coarse for moments of less than a millisecond.
    private static void Spin(TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time) { }
    }
}
