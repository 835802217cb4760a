using Openbook.Domain;
using Openbook.Exchange;
using Openbook.Journal;
using Openbook.Postgres;
using Xunit.Abstractions;

namespace Openbook.EndToEnd.Tests;

/// <summary>Real processes on a real PostgreSQL server, which is restarted as after a crash.</summary>
public sealed class PostgresTests(ITestOutputHelper output)
{
    private static readonly int Appends = Chance.IsLong ? 10_000 : 300;

    [PostgresFact]
    public void Two_processes_that_race_to_append_lose_and_double_nothing()
    {
        using var database = new TestDatabase(TestCluster.Shared!);
        Agree(database.Connection);
        var racers = new[] { "one", "other" }
            .Select(name => new Appending(database.Connection, name, Appends / 2))
            .ToList();
        Appending.Race(racers);
        var turns = MustHold(database.Connection, racers);
        Assert.All(racers, racer => Assert.Empty(racer.Faults));
        output.WriteLine($"{Appends} appends of two processes: each there once; the pen changed hands {turns} times");
        Assert.True(turns > 1, "The two never met.");
    }

    [PostgresFact]
    public void A_server_that_is_restarted_at_once_loses_nothing_that_was_acknowledged()
    {
        using var cluster = TestCluster.Start()!;
        using var database = new TestDatabase(cluster);
        Agree(database.Connection);
        var random = new Random(Chance.Seed);
        var (count, restarts) = (Appends / 2, Chance.IsLong ? 60 : 5);
        var moments = Enumerable.Range(0, restarts).Select(_ => random.Next(1, count)).ToHashSet();
        var racers = new[] { "one", "other" }.Select(name => new Appending(database.Connection, name, count)).ToList();
        Appending.Race(
            racers,
            done =>
            {
                if (moments.Contains(done))
                {
                    Thread.Sleep(random.Next(0, 20));
                    cluster.Restart();
                }
            }
        );
        MustHold(database.Connection, racers);
        var faults = racers.SelectMany(racer => racer.Faults).ToList();
        output.WriteLine(
            $"{moments.Count} restarts during {2 * count} appends: {faults.Count} were cut off, of which "
                + $"{racers.Sum(racer => racer.Again)} had come to be; seed {Chance.Seed}"
        );
        foreach (var fault in faults.GroupBy(fault => fault, StringComparer.Ordinal))
        {
            output.WriteLine($"{fault.Count()} times: {fault.Key}");
        }
        Assert.NotEmpty(faults);
    }

    private static void Agree(string connection)
    {
        using var ground = new Ground(lines: 1);
        ground.AgreedIn("--store", connection);
    }

    // The Book verifies, and every act that was acknowledged is there once, as the entry that was named.
    private static int MustHold(string connection, List<Appending> racers)
    {
        using var store = PostgresStore.Open(PostgresAddress.Parse(connection)!);
        var report = Verification.Run(store, Ground.Book, Reread);
        Assert.True(report.IsSound, report.IsSound ? "" : report.Damages[0].What);
        var there = BookLoader
            .Load(store, Ground.Book)
            .Entries.Where(entry => entry.Request is not null)
            .Select(entry => (entry.Request!.Key, entry.Entry.Number, entry.Entry.Actor))
            .ToList();
        Assert.Equal(
            racers
                .SelectMany(racer => racer.Acknowledged)
                .OrderBy(act => act.Value)
                .Select(act => (act.Key, act.Value)),
            there.Select(entry => (entry.Key, entry.Number))
        );
        Assert.Equal(3 + there.Count, report.Entries);
        return there.Zip(there.Skip(1)).Count(pair => pair.First.Actor != pair.Second.Actor);
    }

    private static AgreementTerms? Reread(string text)
    {
        var terms = AgreementText.Read(text, "agreement");
        return terms.IsDone ? terms.Value : null;
    }
}
