namespace Openbook.Journal.Tests.Stores;

public sealed class StoryTests
{
    [Theory, EveryStore]
    public void The_small_book_is_told_and_verifies(string store)
    {
        using var home = AHome.WithSmallBook(store);
        home.MustBeSound(SmallStory.Entries);
        Assert.All(home.Tables(), table => Assert.True(Count(home, table.Name) > 0, table.Name));
    }

    private static long Count(IStoreHome home, string table)
    {
        using var raw = home.Raw();
        return raw.Query($"SELECT count(*) FROM {table}", row => (long)row[0])[0];
    }
}
