using System.Text;
using Openbook.Journal;
using Xunit.Abstractions;

namespace Openbook.EndToEnd.Tests;

/// <summary>
/// The program is killed with SIGKILL at random moments. Whatever it had said was on disk is there, nothing is there by half,
/// and the same act done again is there once.
/// </summary>
public sealed class KilledTests(ITestOutputHelper output)
{
    private const int Before = 3;
    private static readonly int Kills = TheRun.IsLong ? 150 : 12;

    [Fact]
    public void An_import_that_is_killed_leaves_the_book_before_or_after_and_done_again_is_there_once()
    {
        output.WriteLine($"Seed {TheRun.Seed}");
        var random = new Random(TheRun.Seed);
        var deaths = new Deaths(output);
        using var start = AStore.Agreed();
        var blocks = 5;
        start.Write("costs.csv", Costs(blocks * StoredBlock.Full - 1000));
        string[] args = ["import", "costs", AStore.Book, "costs.csv", "--key", "the-import", "--trace"];
        for (var i = 1; i <= Kills; i++)
        {
            using var store = start.Copy();
            var moment = ImportMoment(random, i, blocks);
            var ended = TheProgram.Run(store.Folder, moment, args);
            deaths.Note(i, moment, ended);
            var there = store.MustBeSound().Count == Before + 1;
            Assert.True(there || Deaths.Acknowledged(ended) == 0, $"Seed {TheRun.Seed}, kill {i}: an entry is lost.");
            Assert.True(there || ended.Code != 0);
            var again = TheProgram.Done(store.Folder, args);
            Assert.StartsWith(there ? "Recorded before: Entry 4 " : "Entry 4 ", again.Out, StringComparison.Ordinal);
            var entries = store.MustBeSound();
            Assert.Equal(Before + 1, entries.Count);
            Assert.Equal(blocks * StoredBlock.Full - 1000, ((CostsRecorded)entries[^1].Fact).Count);
        }
        deaths.MustOftenBeInside();
    }

    [Fact]
    public void Closes_that_are_killed_leave_whole_months_and_done_again_close_each_once()
    {
        output.WriteLine($"Seed {TheRun.Seed}");
        var random = new Random(TheRun.Seed + 1);
        var deaths = new Deaths(output);
        using var start = AStore.Agreed();
        start.Write("costs.csv", Costs(300));
        TheProgram.Done(start.Folder, "import", "costs", AStore.Book, "costs.csv");
        string[] args = ["close", AStore.Book, "--through", "2018-10", "--trace"];
        var expected = Undisturbed(start, args);
        for (var i = 1; i <= Kills; i++)
        {
            using var store = start.Copy();
            var moment = CloseMoment(random, i, expected.Count);
            var ended = TheProgram.Run(store.Folder, moment, args);
            deaths.Note(i, moment, ended);
            var closed = Closed(store.MustBeSound());
            Assert.Equal(expected.Take(closed.Count), closed);
            // One may be on disk of which it could not tell any more.
            Assert.InRange(closed.Count - Deaths.Acknowledged(ended), 0, ended.IsKilled ? 1 : 0);
            var again = TheProgram.Run(store.Folder, args);
            Assert.Equal(closed.Count == expected.Count ? 1 : 0, again.Code);
            Assert.Equal(expected, Closed(store.MustBeSound()));
        }
        deaths.MustOftenBeInside();
    }

    [Fact]
    public void Words_that_were_being_withheld_when_the_program_was_killed_are_gone_or_still_whole()
    {
        output.WriteLine($"Seed {TheRun.Seed}");
        var random = new Random(TheRun.Seed + 2);
        var deaths = new Deaths(output);
        using var start = AStore.Agreed();
        start.Write("costs.csv", Costs(300));
        TheProgram.Done(start.Folder, "import", "costs", AStore.Book, "costs.csv");
        var salt = SaltOf(start);
        string[] args = ["withhold", AStore.Book, "4#7", "--because", "It names a person", "--key", "k", "--trace"];
        for (var i = 1; i <= (TheRun.IsLong ? 30 : 4); i++)
        {
            using var store = start.Copy();
            var after = i % 2 == 0 ? "entry 5 is on disk" : "written entry 5";
            var moment = new KillMoment(after, 1, TimeSpan.FromMicroseconds(random.Next(500)));
            var ended = TheProgram.Run(store.Folder, moment, args);
            deaths.Note(i, moment, ended);
            // Opened and closed once by whichever command comes next.
            TheProgram.Done(store.Folder, "verify", AStore.Book);
            var there = store.MustBeSound().Count == 5;
            Assert.Equal(there, store.AllBytes().AsSpan().IndexOf(salt) < 0);
            TheProgram.Done(store.Folder, args);
            Assert.Equal(5, store.MustBeSound().Count);
            Assert.True(store.AllBytes().AsSpan().IndexOf(salt) < 0);
        }
    }

    private static KillMoment ImportMoment(Random random, int i, int blocks)
    {
        var soon = TimeSpan.FromMicroseconds(random.Next(3000));
        return (i % 6) switch
        {
            0 => new KillMoment(null, 1, TimeSpan.FromMilliseconds(random.Next(400))),
            1 => new KillMoment("writing entry", 1, soon),
            2 => new KillMoment("written entry", 1, soon / 3),
            3 => new KillMoment($"written block {blocks} of", 1, soon),
            _ => new KillMoment($"written block {random.Next(1, blocks)} of", 1, soon),
        };
    }

    private static KillMoment CloseMoment(Random random, int i, int closes)
    {
        var soon = TimeSpan.FromMicroseconds(random.Next(1000));
        return (i % 6) switch
        {
            0 => new KillMoment(null, 1, TimeSpan.FromMilliseconds(random.Next(600))),
            1 => new KillMoment("entry ", random.Next(1, closes), soon),
            2 => new KillMoment("written entry", random.Next(1, closes), soon),
            _ => new KillMoment("writing entry", random.Next(1, closes), soon / 3),
        };
    }

    private static List<string> Undisturbed(AStore start, string[] args)
    {
        using var store = start.Copy();
        TheProgram.Done(store.Folder, args);
        var closed = Closed(store.MustBeSound());
        Assert.Equal(26, closed.Count);
        return closed;
    }

    private static List<string> Closed(IReadOnlyList<Entry> entries) =>
        [
            .. entries
                .Select(entry => entry.Fact)
                .OfType<PeriodClosed>()
                .Select(fact => $"{fact.Period} {fact.StatementSha256}"),
        ];

    private static byte[] SaltOf(AStore start)
    {
        using var store = SqliteStore.Open(start.Data);
        return store.Blocks(AStore.Book, 4).First().Salts[(5 * StoredBlock.SaltBytes)..(6 * StoredBlock.SaltBytes)];
    }

    private static string Costs(int lines)
    {
        var csv = new StringBuilder("date,service,amount,paid_by,supplier,description\n");
        for (var i = 1; i <= lines; i++)
        {
            csv.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"2016-{10 + i % 3}-{1 + i % 28:D2},{(i % 2 == 0 ? "networks" : "apps")},{i * 7919L % 100003}.{i % 100:D2},"
                    + $"{(i % 3 == 0 ? "ash" : "beech")},Supplier {i % 50},\"Invoice {i * 31L % 100003}, part {i}\"\n"
            );
        }
        return csv.ToString();
    }
}
