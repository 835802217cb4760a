using System.Collections.Concurrent;
using Openbook.Journal;
using Xunit.Abstractions;

namespace Openbook.EndToEnd.Tests;

/// <summary>Processes that work on one store at the same time.</summary>
public sealed class RaceTests(ITestOutputHelper output)
{
    private const int Each = 40;

    [Fact]
    public void Two_people_recording_forty_files_each_at_once_lose_none_and_double_none()
    {
        using var store = AStore.Agreed();
        var ended = new ConcurrentBag<Ended>();
        var people = new[] { "one", "other" };
        Parallel.ForEach(
            people,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            person =>
            {
                for (var i = 1; i <= Each; i++)
                {
                    var file = $"{person}-{i}.csv";
                    store.Write(
                        file,
                        $"date,from,to,amount,reference,for\n2016-10-20,beech,ash,{i}.00,{person} {i},on-account\n"
                    );
                    ended.Add(TheProgram.Run(store.Folder, "import", "payments", AStore.Book, file, "--key", file));
                }
            }
        );
        Assert.All(ended, item => Assert.True(item.Code == 0, item.ToString()));
        var references = store
            .MustBeSound()
            .Select(entry => entry.Fact)
            .OfType<PaymentsRecorded>()
            .SelectMany(fact => fact.Payments.Select(payment => payment.Reference))
            .ToList();
        var expected = people.SelectMany(person => Enumerable.Range(1, Each).Select(i => $"{person} {i}"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), references.Order(StringComparer.Ordinal));
        var turns = references.Zip(references.Skip(1)).Count(pair => pair.First[..4] != pair.Second[..4]);
        output.WriteLine($"The two took turns {turns} times.");
        Assert.True(turns > 4, $"The two hardly met: they took turns {turns} times.");
    }

    [Fact]
    public void The_same_act_under_one_key_from_several_processes_at_once_is_one_entry()
    {
        using var store = AStore.Agreed();
        store.Write("paid.csv", "date,from,to,amount,reference,for\n2016-10-20,beech,ash,1.00,one,on-account\n");
        var ended = new ConcurrentBag<Ended>();
        Parallel.For(
            0,
            4,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            _ =>
                ended.Add(
                    TheProgram.Run(store.Folder, "import", "payments", AStore.Book, "paid.csv", "--key", "the-key")
                )
        );
        Assert.All(ended, item => Assert.True(item.Code == 0, item.ToString()));
        Assert.Single(ended, item => !item.Out.StartsWith("Recorded before", StringComparison.Ordinal));
        Assert.Equal(4, store.MustBeSound().Count);
    }

    [Fact]
    public void Several_processes_that_make_one_store_at_once_make_one_book()
    {
        using var store = AStore.Agreed();
        Directory.Delete(store.Data, recursive: true);
        var ended = new ConcurrentBag<Ended>();
        Parallel.For(
            0,
            4,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            _ => ended.Add(TheProgram.Run(store.Folder, "new", AStore.Book, "--agreement", "agreement.yaml"))
        );
        Assert.Equal([0, 1, 1, 1], ended.Select(item => item.Code).Order());
        Assert.Single(store.MustBeSound());
    }
}
