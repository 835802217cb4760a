using Xunit.Abstractions;

namespace Openbook.EndToEnd.Tests.Given;

/// <summary>Where killed processes died, by the last line of their trace.</summary>
public sealed class Deaths(ITestOutputHelper output)
{
    private readonly List<string> places = [];

    public int Inside => places.Count(place => place == "inside a transaction");

    /// <summary>Notes and prints where a process died.</summary>
    public void Note(int number, KillMoment moment, Ended ended)
    {
        ArgumentNullException.ThrowIfNull(ended);
        var last = ended.Error.LastOrDefault(IsTrace);
        var place =
            !ended.IsKilled ? "ended before it could be killed"
            : last is null ? "before its first transaction"
            : last.EndsWith("is on disk", StringComparison.Ordinal) ? "after a transaction"
            : "inside a transaction";
        places.Add(place);
        output.WriteLine($"{number}: to be killed {moment}; {place}, after \"{last ?? "nothing"}\"");
    }

    /// <summary>The numbers of entries that the process said were on disk.</summary>
    public static int Acknowledged(Ended ended)
    {
        ArgumentNullException.ThrowIfNull(ended);
        return ended.Error.Count(line => line.EndsWith("is on disk", StringComparison.Ordinal));
    }

    /// <summary>At least a tenth must have died where it matters, or the test tests nothing.</summary>
    public void MustOftenBeInside()
    {
        foreach (var group in places.GroupBy(place => place))
        {
            output.WriteLine($"{group.Count()} of {places.Count}: {group.Key}");
        }
        Assert.True(
            Inside * 10 >= places.Count,
            $"Seed {TheRun.Seed}: of {places.Count} processes only {Inside} died inside a transaction."
        );
    }

    private static bool IsTrace(string line) =>
        line.StartsWith("writing entry", StringComparison.Ordinal)
        || line.StartsWith("written ", StringComparison.Ordinal)
        || line.EndsWith("is on disk", StringComparison.Ordinal);
}
