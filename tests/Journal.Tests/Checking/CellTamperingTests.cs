using System.Collections.Concurrent;

namespace Openbook.Journal.Tests.Checking;

/// <summary>Verification covers every value in every table: whatever is changed behind the program's back is found.</summary>
public sealed class CellTamperingTests
{
    [Theory, EveryStore]
    public void Every_cell_row_and_pair_of_rows_that_is_tampered_with_is_found_and_its_entry_named(string store)
    {
        using var home = AHome.WithSmallBook(store);
        var all = Tampering.Every(home);
        var missed = Missed(home, all);
        Assert.True(all.Count > 500, $"Only {all.Count} ways to tamper were tried.");
        Assert.True(missed.Count == 0, string.Join("\n", missed));
    }

    private static List<string> Missed(IStoreHome home, IEnumerable<Tampered> all)
    {
        var missed = new ConcurrentBag<string>();
        Parallel.ForEach(
            all,
            tampered =>
            {
                using var copy = home.Copy();
                using (var raw = copy.Raw())
                {
                    tampered.Do(raw);
                }
                try
                {
                    var report = copy.Verified();
                    if (report.IsSound || !tampered.Entries.Contains(report.Damages[0].Entry))
                    {
                        missed.Add($"{tampered}: {(report.IsSound ? "sound" : report.Damages[0].ToString())}");
                    }
                }
                catch (Exception fault)
                {
                    missed.Add($"{tampered}: {fault.GetType().Name} {fault.Message}");
                }
            }
        );
        return [.. missed.Order(StringComparer.Ordinal)];
    }
}
