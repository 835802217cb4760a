namespace Openbook.Journal.Tests.Recording;

/// <summary>A write that fails at any of its steps leaves the Book as it was before it, or as it is after it.</summary>
public sealed class FailingWriteTests
{
    private static readonly string[] Acts = ["agreement", "costs", "correction", "withholding", "close"];

    public static IEnumerable<object[]> Cases() =>
        from store in StoreHomes.Names
        from act in Acts
        from afterwards in new[] { false, true }
        select new object[] { store, act, afterwards };

    [Theory, MemberData(nameof(Cases))]
    public void A_failing_write_leaves_the_book_whole_before_or_after(string store, string act, bool afterwards)
    {
        using var before = AHome.WithOctober(store);
        var steps = 0;
        for (var failing = 1; ; failing++)
        {
            using var home = before.Copy();
            var committed = false;
            bool failed;
            using (var opened = home.Open())
            {
                var faulty = new FailingStore(opened, failing, afterwards);
                failed =
                    Record.Exception(() => Came.Done(Do(new Clerk(faulty, Clock()), act))) is { } fault
                    && Failure(fault);
                committed = faulty.Committed;
            }
            home.MustBeSound(committed ? 8 : 7);
            Retried(home, act);
            if (!failed)
            {
                break;
            }
            steps++;
        }
        Assert.True(steps >= 4, $"Only {steps} steps of the write were seen.");
    }

    private static bool Failure(Exception fault)
    {
        Assert.IsType<StoreException>(fault);
        Assert.Equal(FailingStore.Message, fault.Message);
        return true;
    }

    // Whatever became of the first try, after a second under the same key there is one entry of it.
    private static void Retried(IStoreHome home, string act)
    {
        using (var opened = home.Open())
        {
            var entry = Came.Done(Do(new Clerk(opened, Clock()), act));
            Assert.Equal(8, entry.Number);
        }
        home.MustBeSound(8);
    }

    private static Outcome<Recorded> Do(Clerk clerk, string act) =>
        act switch
        {
            "agreement" => clerk.Amend(TheAgreement.Second, "2016-12-01", key: "k"),
            "costs" => clerk.Costs("many.csv", Many, key: "k"),
            "correction" => clerk.Correct("L-1", new LineChange(Service: "apps"), key: "k"),
            "withholding" => clerk.Withhold("L-2", key: "k"),
            _ => clerk.Close("2016-10", key: "k"),
        };

    private static AClock Clock()
    {
        var clock = new AClock();
        clock.Set("2016-11-05");
        return clock;
    }

    // A block and a bit.
    private static readonly string Many =
        "date,service,amount,paid_by,supplier\n"
        + string.Concat(
            Enumerable.Range(1, StoredBlock.Full + 3).Select(i => $"2016-10-03,networks,{i}.00,ash,Supplier {i}\n")
        );
}
