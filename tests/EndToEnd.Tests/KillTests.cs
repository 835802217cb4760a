using Openbook.Domain;
using Openbook.Exchange;
using Openbook.Journal;
using Xunit.Abstractions;

namespace Openbook.EndToEnd.Tests;

/// <summary>The program is killed at moments chosen by chance: what it acknowledged is there, and nothing is half there.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly int Rounds = Chance.IsLong ? 150 : 7;

    [Fact]
    public void An_import_that_is_killed_is_there_whole_or_not_at_all()
    {
        using var ground = new Ground(lines: 20_000);
        var agreed = ground.Agreed("agreed");
        var random = new Random(Chance.Seed);
        var deaths = new List<Death>();
        for (var round = 0; round < Rounds; round++)
        {
            var data = ground.Copy(agreed, $"import-{round}");
            string[] import = ["import", "costs", Ground.Book, ground.Costs, "--key", $"k{round}", "--data", data];
            // The steps: writing, ten blocks, written, on disk.
            var death = Death.Of(random.Next(0, 13), Moment(random), import);
            deaths.Add(death);
            var before = LastEntry(data);
            Assert.True(before is 3 or 4, $"There are {before} entries after: {death.Where}.");
            Assert.True(before >= death.Acknowledged, $"An acknowledged entry is gone after: {death.Where}.");
            // The same act again under the same key: it is there once.
            TheProgram.Do(import);
            Assert.Equal(4, LastEntry(data));
            Directory.Delete(data, recursive: true);
        }
        Report("import", deaths);
    }

    [Fact]
    public void A_close_that_is_killed_leaves_whole_periods_only()
    {
        using var ground = new Ground(lines: 600);
        var agreed = ground.Agreed("agreed");
        TheProgram.Do("import", "costs", Ground.Book, ground.Costs, "--data", agreed);
        var random = new Random(Chance.Seed + 1);
        var deaths = new List<Death>();
        for (var round = 0; round < Rounds; round++)
        {
            var data = ground.Copy(agreed, $"close-{round}");
            string[] close = ["close", Ground.Book, "--through", "2016-09", "--data", data];
            // Three steps a period, six periods.
            var death = Death.Of(random.Next(0, 18), Moment(random), close);
            deaths.Add(death);
            var last = LastEntry(data);
            Assert.InRange(last, Math.Max(4, death.Acknowledged), 10);
            if (last < 10)
            {
                TheProgram.Do(close);
            }
            Assert.Equal(10, LastEntry(data));
            Directory.Delete(data, recursive: true);
        }
        Report("close", deaths);
    }

    private static TimeSpan Moment(Random random) => TimeSpan.FromMilliseconds(random.NextDouble() * 4);

    // The last entry of a Book that must verify.
    private static int LastEntry(string data)
    {
        using var store = SqliteStore.Open(data);
        var report = Verification.Run(store, Ground.Book, Reread);
        Assert.True(report.IsSound, report.IsSound ? "" : report.Damages[0].What);
        return report.Entries;
    }

    private static AgreementTerms? Reread(string text)
    {
        var terms = AgreementText.Read(text, "agreement");
        return terms.IsDone ? terms.Value : null;
    }

    private void Report(string what, List<Death> deaths)
    {
        foreach (var place in deaths.GroupBy(death => death.Where).OrderByDescending(group => group.Count()))
        {
            output.WriteLine($"{what}: {place.Count()} died after \"{place.Key}\"");
        }
        var inside = deaths.Count(death => death.InsideTheTransaction);
        output.WriteLine($"{what}: {inside} of {deaths.Count} died inside the transaction; seed {Chance.Seed}");
        Assert.True(inside * 10 >= deaths.Count, $"Only {inside} of {deaths.Count} died inside the transaction.");
    }
}
