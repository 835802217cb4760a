namespace Openbook.Journal.Tests.Recording;

/// <summary>When things were recorded, and that the past of a Book never changes.</summary>
public sealed class TimeTests
{
    [Theory, EveryStore]
    public void The_moment_of_recording_never_goes_back_though_the_clock_does(string store)
    {
        using var home = StoreHomes.Make(store);
        using var opened = home.Open();
        var clerk = new Clerk(opened, new AClock());
        clerk.Clock.Now = new DateTimeOffset(2016, 9, 1, 9, 0, 0, 900, TimeSpan.Zero);
        Came.Done(clerk.New(TheAgreement.First));
        string[] clock = ["2016-09-02", "2016-08-01", "2015-01-01", "2016-09-02", "2016-09-03"];
        foreach (var (day, i) in clock.Select((day, i) => (day, i)))
        {
            clerk.Clock.Set(day);
            Came.Done(clerk.Counts("c.csv", SmallStory.Devices("2016-09-30", i + 1, 1, 1)));
        }
        var moments = Moments(opened);
        Assert.Equal(
            [
                "2016-09-01T09:00:00Z",
                "2016-09-02T09:00:00Z",
                "2016-09-02T09:00:00Z",
                "2016-09-02T09:00:00Z",
                "2016-09-02T09:00:00Z",
                "2016-09-03T09:00:00Z",
            ],
            moments
        );
        home.MustBeSound(6);
    }

    [Theory, EveryStore]
    public void The_state_after_an_entry_is_that_of_the_entries_up_to_it_alone(string store)
    {
        using var home = StoreHomes.Make(store);
        var seen = new List<(int Entry, string Head, string Statements)>();
        using (var opened = home.Open())
        {
            var clerk = new Clerk(opened, new AClock())
            {
                // The Book as the journal keeps it from act to act.
                Deciding = state => seen.Add((state.LastEntry, state.Head, Looked(state))),
            };
            SmallStory.Tell(clerk);
        }
        using var again = home.Open();
        var loaded = BookLoader.Load(again, Clerk.Abc);
        foreach (var (entry, head, statements) in seen)
        {
            var upTo = Fold(loaded, entry);
            Assert.Equal(head, upTo.Head);
            Assert.Equal(statements, Looked(upTo));
        }
        Assert.Equal(SmallStory.Entries, seen.Count);
    }

    private static List<string> Moments(IStore opened) =>
        [.. BookLoader.Load(opened, Clerk.Abc).Entries.Select(stored => Dates.Moment(stored.Entry.RecordedAt))];

    private static BookState Fold(LoadedBook loaded, int upTo)
    {
        var sums = loaded.State.Batches.ToDictionary(batch => batch.Entry, batch => batch.Fact.Sums);
        return BookState.Fold(
            loaded
                .Entries.Take(upTo)
                .Select(stored =>
                    stored.Entry.Fact is CostsRecorded costs
                        ? stored.Entry with
                        {
                            Fact = costs with { Sums = sums[stored.Entry.Number] },
                        }
                        : stored.Entry
                )
        );
    }

    // Looking advances a Book, so a copy of what it says is made of closed periods only.
    private static string Looked(BookState state) =>
        string.Concat(
            state.Closed.Select(item => CanonicalJson.Sha256(StatementJson.Of(Statement.Of(state, item.Period).Value)))
        )
        + string.Join(' ', state.Partners.Select(state.CarryOf))
        + string.Join(' ', state.Batches.Select(batch => $"{batch.Entry} {batch.Posting}"));
}
