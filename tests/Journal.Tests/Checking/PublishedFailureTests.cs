namespace Openbook.Journal.Tests.Checking;

/// <summary>Failures that others with the same promise have published, each as a test here.</summary>
public sealed class PublishedFailureTests
{
    [Theory, EveryStore]
    public void Immudb_2063_an_audit_says_consistent_over_an_edited_value(string store)
    {
        using var home = AHome.WithSmallBook(store);
        // The value alone is edited; entries, links and hashes are all as they were.
        var block = home.Blocks(6)[0];
        home.Put(6, block.WithFigures(text => text.Replace(",2000.00,", ",2000.01,", StringComparison.Ordinal)));
        home.MustBeDamagedAt(6);
    }

    [Theory, EveryStore]
    public void Immudb_2091_reading_sees_an_edit_that_the_audit_does_not(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using (var raw = home.Raw())
        {
            // What is read for figures are the derived sums: the audit must look at just those.
            var sums = raw.Query("SELECT sums FROM derived_batches WHERE entry = 18", row => (byte[])row[0])[0];
            var text = System.Text.Encoding.UTF8.GetString(sums);
            var edited = text.Replace("100000", "900000", StringComparison.Ordinal);
            Assert.NotEqual(text, edited);
            raw.Run(
                "UPDATE derived_batches SET sums = @s WHERE entry = 18",
                ("@s", System.Text.Encoding.UTF8.GetBytes(edited))
            );
        }
        home.MustBeDamagedAt(18);
    }

    [Theory, EveryStore]
    public void Immudb_ghsa_672p_m5jq_mrh8_a_forged_proof_is_accepted(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var copy = new ACopy(home);
        using var opened = home.Open();
        var loaded = BookLoader.Load(opened, Clerk.Abc);
        // The head of one entry under the number of another, and a head that is no hash at all.
        foreach (
            var (entry, hash) in new[]
            {
                (8, loaded.Entries[11].Entry.Hash),
                (8, "x"),
                (99, loaded.State.Head),
                (0, BookState.NoHash),
                (-1, ""),
            }
        )
        {
            var proof = System.Text.Encoding.UTF8.GetBytes($$$"""{"head":{"entry":{{{entry}}},"hash":"{{{hash}}}"}}""");
            Assert.False(CopyCheck.Against(opened, Clerk.Abc, copy.Raw(proof, "proof.json")).Value.Agrees);
        }
    }

    [Theory, EveryStore]
    public void Trillian_2775_two_are_shown_two_histories(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var other = home.Copy();
        foreach (var (at, amount) in new[] { (home, "5.00"), (other, "6.00") })
        {
            var csv = $"date,service,amount,paid_by\n2016-12-05,networks,{amount},ash\n";
            Came.Done(at.With("2016-12-06", clerk => clerk.Costs("december.csv", csv)));
            Came.Done(at.With("2017-01-02", clerk => clerk.Close("2016-12")));
            at.MustBeSound(SmallStory.Entries + 2);
        }
        using var copy = new ACopy(other);
        using var opened = home.Open();
        using var seen = other.Open();
        var byExport = CopyCheck.Against(opened, Clerk.Abc, copy.Path).Value;
        Assert.Equal((false, SmallStory.Entries + 1), (byExport.Agrees, byExport.Entry));
        var statement = copy.Statement(BookLoader.Load(seen, Clerk.Abc).State, "2016-12", "beech");
        Assert.False(CopyCheck.Against(opened, Clerk.Abc, statement).Value.Agrees);
    }

    [Theory, EveryStore]
    public void Azure_sql_ledger_a_store_that_was_put_back_to_an_old_backup_verifies(string store)
    {
        using var home = AHome.WithOctober(store);
        using var backup = home.Copy();
        Came.Done(home.With("2016-11-02", clerk => clerk.Close("2016-10")));
        using var copy = new ACopy(home);
        using var told = home.Open();
        var statement = copy.Statement(BookLoader.Load(told, Clerk.Abc).State, "2016-10", "cedar");
        // It does, here too: only what lies outside the store shows it, and every statement sent does.
        backup.MustBeSound(7);
        using var opened = backup.Open();
        var report = CopyCheck.Against(opened, Clerk.Abc, statement).Value;
        Assert.Equal((false, 8), (report.Agrees, report.Entry));
    }

    [Theory, EveryStore]
    public void Xtdb_1837_two_writes_in_one_moment_look_like_a_correction_of_each_other(string store)
    {
        using var home = AHome.WithOctober(store);
        foreach (var ash in new[] { 1, 2, 3 })
        {
            Came.Done(
                home.With("2016-11-02", clerk => clerk.Counts("c.csv", SmallStory.Devices("2016-10-30", ash, 1, 1)))
            );
        }
        home.MustBeSound(10);
        using var opened = home.Open();
        var state = BookLoader.Load(opened, Clerk.Abc).State;
        Assert.Equal([5, 8, 9, 10], state.CountsOf("devices").Select(count => count.Entry).Distinct());
    }

    [Theory, EveryStore]
    public void Derived_tables_that_were_dropped_are_made_anew_and_the_book_verifies(string store)
    {
        using var home = AHome.WithSmallBook(store);
        var statements = home.Statements();
        using (var raw = home.Raw())
        {
            foreach (
                var table in home.Tables().Where(table => table.Name.StartsWith("derived_", StringComparison.Ordinal))
            )
            {
                Assert.True(raw.Run($"DELETE FROM {table.Name}") > 0);
            }
        }
        home.MustBeSound(SmallStory.Entries);
        Assert.Equal(statements, home.Statements());
        Came.Refused(home.With("2016-12-06", clerk => clerk.Costs("again.csv", SmallStory.December)), Refuse.FileKnown);
        Came.Done(home.With("2017-01-02", clerk => clerk.Close("2016-12")));
        home.MustBeSound(SmallStory.Entries + 1);
    }
}
