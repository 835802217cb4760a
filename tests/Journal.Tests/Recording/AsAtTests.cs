using Openbook.Domain;
using Openbook.Journal.Tests.Given;

namespace Openbook.Journal.Tests.Recording;

/// <summary>A Book can be read as it stood at any entry and as it was known on any day.</summary>
public sealed class AsAtTests
{
    [Theory, EveryStore]
    public void At_each_entry_its_head_is_that_entry_and_at_the_last_it_is_the_Book_as_it_is(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var opened = home.Open();
        var state = new BookState();
        foreach (var stored in BookLoader.Load(opened, Clerk.Abc).Entries)
        {
            var then = BookLoader.Load(opened, Clerk.Abc, new AsAt(stored.Entry.Number, null));
            Assert.Equal(stored.Entry.Number, then.State.LastEntry);
            Assert.Equal(stored.Entry.Hash, then.State.Head);
            Assert.Equal(stored.Entry.Number, then.Entries.Count);
            state = then.State;
        }
        Assert.Equal(home.Statements(), AHome.Statements(state));
    }

    [Theory, EveryStore]
    public void The_paper_of_a_month_is_rebuilt_to_the_byte_after_months_have_gone_by(string store)
    {
        using var home = StoreHomes.Make(store);
        var papers = new List<(int At, string Paper)>();
        foreach (var (day, tell) in Story)
        {
            home.With(
                day,
                clerk =>
                {
                    tell(clerk);
                    return 0;
                }
            );
            using var opened = home.Open();
            var state = BookLoader.Load(opened, Clerk.Abc).State;
            papers.Add((state.LastEntry, AHome.Statements(state)));
        }
        using var after = home.Open();
        Assert.Equal(5, papers.Select(item => item.Paper).Distinct().Count());
        Assert.All(
            papers,
            item =>
                Assert.Equal(
                    item.Paper,
                    AHome.Statements(BookLoader.Load(after, Clerk.Abc, new AsAt(item.At, null)).State)
                )
        );
    }

    [Theory, EveryStore]
    public void As_known_on_a_day_it_leaves_out_what_was_recorded_later(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var opened = home.Open();
        var all = BookLoader.Load(opened, Clerk.Abc).Entries;
        foreach (var day in all.Select(stored => DateOnly.FromDateTime(stored.Entry.RecordedAt)).Distinct())
        {
            var known = BookLoader.Load(opened, Clerk.Abc, new AsAt(null, day));
            Assert.Equal(
                all.Count(stored => DateOnly.FromDateTime(stored.Entry.RecordedAt) <= day),
                known.Entries.Count
            );
            Assert.True(known.State.Today >= day);
        }
        var before = DateOnly.FromDateTime(all[0].Entry.RecordedAt).AddDays(-1);
        Assert.Empty(BookLoader.Load(opened, Clerk.Abc, new AsAt(null, before)).Entries);
    }

    private static readonly (string Day, Action<Clerk> Tell)[] Story =
    [
        ("2016-09-15", SmallStory.TellOctober),
        ("2016-11-03", clerk => Came.Done(clerk.Close("2016-10"))),
        ("2016-12-02", clerk => Came.Done(clerk.Costs("november.csv", SmallStory.November))),
        ("2016-12-03", clerk => Came.Done(clerk.Close("2016-11"))),
        ("2016-12-05", clerk => Came.Done(clerk.Costs("december.csv", SmallStory.December))),
    ];
}
