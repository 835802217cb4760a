using System.Collections.Concurrent;

namespace Openbook.Journal.Tests.Recording;

/// <summary>Several writers on one Book, each with a store of its own.</summary>
public sealed class ConcurrentWritersTests
{
    private const int Each = 100;

    [Theory, EveryStore]
    public void Two_writers_at_once_lose_no_entry_and_double_none(string store)
    {
        using var home = StoreHomes.Make(store);
        Approved(home);
        var numbers = new ConcurrentBag<int>();
        Parallel.ForEach(
            ["one", "other"],
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            writer =>
            {
                using var opened = home.Open();
                var clerk = new Clerk(opened, new AClock());
                for (var i = 0; i < Each; i++)
                {
                    numbers.Add(Came.Done(clerk.Payments($"{writer}-{i}.csv", Payment(writer, i))).Number);
                }
            }
        );
        Assert.Equal(Enumerable.Range(5, 2 * Each), numbers.Order());
        home.MustBeSound(4 + 2 * Each);
        Assert.Equal(2 * Each, References(home).Distinct().Count());
    }

    [Theory, EveryStore]
    public void Two_writers_with_the_same_keys_record_each_act_once(string store)
    {
        using var home = StoreHomes.Make(store);
        Approved(home);
        var came = new ConcurrentBag<(int Key, int Entry, bool Repeated)>();
        Parallel.ForEach(
            ["one", "other"],
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            _ =>
            {
                using var opened = home.Open();
                var clerk = new Clerk(opened, new AClock());
                for (var i = 0; i < Each / 2; i++)
                {
                    var done = clerk.Payments("same.csv", Payment("same", i), key: $"key-{i}").Value;
                    came.Add((i, done.Entry.Number, done.Repeated));
                }
            }
        );
        home.MustBeSound(4 + Each / 2);
        Assert.All(
            came.GroupBy(item => item.Key),
            group =>
            {
                Assert.Single(group.Select(item => item.Entry).Distinct());
                Assert.Single(group, item => !item.Repeated);
            }
        );
    }

    [Theory, EveryStore]
    public void Several_that_open_a_new_store_at_once_all_get_the_same_one(string store)
    {
        using var home = StoreHomes.Make(store);
        var came = new ConcurrentBag<bool>();
        Parallel.For(
            0,
            8,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            _ =>
            {
                using var opened = home.Open();
                came.Add(new Clerk(opened, new AClock()).New(TheAgreement.First).IsDone);
            }
        );
        Assert.Single(came, isDone => isDone);
        home.MustBeSound(1);
    }

    [Theory, EveryStore]
    public void A_check_while_others_write_raises_no_false_alarm(string store)
    {
        using var home = StoreHomes.Make(store);
        Approved(home);
        using var checking = home.Open();
        using var writing = home.Open();
        var clerk = new Clerk(writing, new AClock());
        Came.Done(clerk.Costs("before.csv", Lines(0)));
        var between = new InterruptedStore(checking);
        for (var call = 1; call <= 10; call++)
        {
            var at = call;
            between.Before(at, () => Came.Done(clerk.Costs($"{at}.csv", Lines(at))));
            Assert.Empty(Verification.Run(between, Clerk.Abc, TheAgreement.Reread).Damages);
        }
    }

    private static void Approved(IStoreHome home)
    {
        using var opened = home.Open();
        var clerk = new Clerk(opened, new AClock());
        Came.Done(clerk.New(TheAgreement.First));
        foreach (var partner in new[] { "ash", "beech", "cedar" })
        {
            Came.Done(clerk.Approve(partner, "2016-09-01"));
        }
    }

    private static string Payment(string writer, int i) =>
        $"date,from,to,amount,reference,for\n2016-10-20,beech,ash,{i + 1}.00,{writer} {i},on-account\n";

    private static string Lines(int i) =>
        $"date,service,amount,paid_by,supplier\n2016-10-03,networks,{i + 1}.00,ash,Supplier {i}\n";

    private static List<string> References(IStoreHome home)
    {
        using var opened = home.Open();
        return
        [
            .. BookLoader
                .Load(opened, Clerk.Abc)
                .Entries.Select(stored => stored.Entry.Fact)
                .OfType<PaymentsRecorded>()
                .SelectMany(fact => fact.Payments)
                .Select(payment => payment.Reference),
        ];
    }
}
