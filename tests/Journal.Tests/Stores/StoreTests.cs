namespace Openbook.Journal.Tests.Stores;

/// <summary>What every store promises, whatever the rows mean.</summary>
public sealed class StoreTests
{
    private static readonly StoredBlock One = new(0, 1, [1, 2], [3], [4]);

    [Theory, EveryStore]
    public void What_is_committed_is_there_for_everybody_and_in_order(string name)
    {
        using var home = StoreHomes.Make(name);
        using var store = home.Open();
        using (var writer = store.Write())
        {
            writer.PutEntry("b", 1, [1]);
            writer.PutEntry("a", 2, [22]);
            writer.PutEntry("a", 1, [11]);
            writer.PutBlock("a", 2, One with { Block = 1 });
            writer.PutBlock("a", 2, One);
            writer.PutDerived("a", 2, new DerivedBatch([5], [6]));
            Assert.Equal(2, writer.LastEntry("a"));
            Assert.Equal([22], writer.Entry("a", 2)!);
            Assert.Null(writer.Entry("a", 3));
            writer.Commit();
        }
        using var other = home.Open();
        Assert.Equal(["a", "b"], other.Books());
        Assert.Equal([(1, "0B"), (2, "16")], Entries(other, after: 0));
        Assert.Equal([(2, "16")], Entries(other, after: 1));
        Assert.Equal([0, 1], other.Blocks("a", 2).Select(block => block.Block));
        Assert.Equal(["05", "06"], Derived(other, 2));
        Assert.Equal([2], other.EntriesWithRows("a").WithLines);
        Assert.Equal([2], other.EntriesWithRows("a").Derived);
    }

    [Theory, EveryStore]
    public void What_is_not_committed_is_not_there(string name)
    {
        using var home = StoreHomes.Make(name);
        using var store = home.Open();
        using (var writer = store.Write())
        {
            writer.PutEntry("a", 1, [1]);
            writer.PutBlock("a", 1, One);
            writer.PutDerived("a", 1, new DerivedBatch([5], [6]));
            using var other = home.Open();
            Assert.Empty(other.Books());
        }
        Assert.Empty(store.Books());
        Assert.Empty(store.Blocks("a", 1));
        Assert.Null(store.Sums("a", 1));
        using var again = store.Write();
        Assert.Equal(0, again.LastEntry("a"));
    }

    [Theory, EveryStore]
    public void A_number_is_given_once(string name)
    {
        using var home = StoreHomes.Make(name);
        using var store = home.Open();
        using var writer = store.Write();
        writer.PutEntry("a", 1, [1]);
        Assert.Throws<StoreException>(() => writer.PutEntry("a", 1, [2]));
        writer.PutBlock("a", 1, One);
        Assert.Throws<StoreException>(() => writer.PutBlock("a", 1, One));
    }

    [Theory, EveryStore]
    public void A_block_and_what_is_derived_can_be_replaced(string name)
    {
        using var home = StoreHomes.Make(name);
        using var store = home.Open();
        using (var writer = store.Write())
        {
            writer.PutEntry("a", 1, [1]);
            writer.PutBlock("a", 1, One);
            writer.PutBlock("a", 1, One with { Block = 1 });
            writer.PutDerived("a", 1, new DerivedBatch([5], [6]));
            writer.ReplaceBlock("a", 1, One with { Words = [7] });
            writer.PutDerived("a", 1, new DerivedBatch([8], [9]));
            writer.Commit();
            writer.Scrub();
        }
        Assert.Equal([7, 4], store.Blocks("a", 1).Select(block => block.Words[0]));
        Assert.Equal(["08", "09"], Derived(store, 1));
    }

    [Theory, EveryStore]
    public void Rows_of_a_book_without_a_first_entry_are_strays(string name)
    {
        using var home = StoreHomes.Make(name);
        using var store = home.Open();
        using (var writer = store.Write())
        {
            writer.PutEntry("a", 1, [1]);
            writer.PutBlock("a", 1, One);
            writer.PutEntry("c", 2, [1]);
            writer.PutBlock("d", 1, One);
            writer.PutDerived("b", 1, new DerivedBatch([], []));
            writer.Commit();
        }
        Assert.Equal(["b", "c", "d"], store.Strays());
    }

    [Theory, EveryStore]
    public void A_book_of_which_there_is_nothing_reads_as_nothing(string name)
    {
        using var home = StoreHomes.Make(name);
        using var store = home.Open();
        Assert.Empty(store.Books());
        Assert.Empty(store.Entries("a", after: 0));
        Assert.Empty(store.Blocks("a", 1));
        Assert.Null(store.Sums("a", 1));
        Assert.Null(store.IdKeys("a", 1));
        Assert.Empty(store.Strays());
        Assert.Equal(0, BookLoader.Load(store, "a").State.LastEntry);
        Assert.Equal(0, Verification.Run(store, "a", TheAgreement.Reread).Entries);
    }

    [Theory, EveryStore]
    public void Two_books_in_one_store_do_not_touch_each_other(string name)
    {
        using var home = AHome.WithSmallBook(name);
        var before = home.Statements();
        using (var store = home.Open())
        {
            SmallStory.Tell(new Clerk(store, new AClock(), "xyz"));
        }
        home.MustBeSound(SmallStory.Entries);
        home.MustBeSound(SmallStory.Entries, "xyz");
        Assert.Equal(before, home.Statements());
    }

    private static string[] Derived(IStore store, int entry) =>
        [Convert.ToHexString(store.Sums("a", entry)!), Convert.ToHexString(store.IdKeys("a", entry)!)];

    private static List<(int, string)> Entries(IStore store, int after) =>
        [.. store.Entries("a", after).Select(row => (row.Number, Convert.ToHexString(row.Bytes)))];
}
