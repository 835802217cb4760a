using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace Openbook.Journal.Tests.Simulated;

/// <summary>
/// Years of partnerships by chance, on every kind of store, against the oracle: for as long as OPENBOOK_SIMULATE_MINUTES says,
/// shared out over the stores, else for some seconds. A failure names the seed of its partnership; OPENBOOK_SIMULATE_SEED tries
/// that one alone.
/// </summary>
public sealed class SimulatorTests(ITestOutputHelper output)
{
    private const double UsualMinutes = 1;

    // What must have happened in every run, or the run has shown little.
    private static readonly string[] Usual =
    [
        "year",
        "close",
        "approval",
        "costs",
        "counts",
        "payment",
        "correction",
        "withholding",
        "same file",
        "skip known",
        "wrong close",
        "draft",
        "query",
        "answer",
        "acceptance",
        "crash",
        "overtaken",
    ];

    private static readonly int? Only = Number("OPENBOOK_SIMULATE_SEED");

    [Theory, EveryStore]
    public void Years_of_partnerships_come_to_what_the_oracle_says(string store)
    {
        var minutes = Number("OPENBOOK_SIMULATE_MINUTES") ?? UsualMinutes;
        var span = TimeSpan.FromMinutes(minutes / StoreHomes.Names.Count());
        var watch = Stopwatch.StartNew();
        var tally = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var lives = 0;
        do
        {
            var seed = Only ?? unchecked(LongRun.Seed * 1_000_003 + lives);
            foreach (var (what, times) in Live(store, seed, () => Only is null && watch.Elapsed > span))
            {
                tally[what] = tally.GetValueOrDefault(what) + times;
            }
            lives++;
        } while (Only is null && watch.Elapsed < span);
        output.WriteLine(
            $"{lives} partnerships on {store} in {watch.Elapsed.TotalSeconds:0} s, the first of seed {LongRun.Seed}"
        );
        output.WriteLine(string.Join(", ", tally.Select(item => $"{item.Key} {item.Value}")));
        // How far the usual time reaches depends on the machine: what must come up is asked of long runs alone.
        Assert.True(tally.Values.Sum() > 20, "Hardly anything happened.");
        Assert.True(
            Only is not null || minutes < 10 || Usual.All(tally.ContainsKey),
            $"Not in this run: {string.Join(", ", Usual.Except(tally.Keys))}"
        );
    }

    private static IReadOnlyDictionary<string, int> Live(string store, int seed, Func<bool> isTimeUp)
    {
        using var partnership = new Partnership(store, seed);
        try
        {
            partnership.Live(isTimeUp);
            return partnership.Tally;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            throw new InvalidOperationException(
                $"The partnership of seed {seed} failed on {store} after {string.Join(", ", partnership.Tally)}. "
                    + $"Repeat it: OPENBOOK_SIMULATE_SEED={seed} dotnet test tests/Journal.Tests -c Release --filter Simulator\n"
                    + failure.Message,
                failure
            );
        }
    }

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
