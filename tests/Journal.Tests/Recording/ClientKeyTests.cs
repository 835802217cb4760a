namespace Openbook.Journal.Tests.Recording;

/// <summary>A client's key makes an act repeatable without harm, by whichever journal it comes.</summary>
public sealed class ClientKeyTests
{
    [Theory, EveryStore]
    public void The_same_key_with_the_same_request_is_one_entry(string store)
    {
        using var home = StoreHomes.Make(store);
        using var opened = home.Open();
        var clerk = Begun(opened);
        var first = Recounted(clerk, 4200, "count-1").Value;
        var again = Recounted(clerk, 4200, "count-1").Value;
        var byAnother = Recounted(new Clerk(opened, new AClock()), 4200, "count-1").Value;
        Assert.Equal((2, false), (first.Entry.Number, first.Repeated));
        Assert.Equal((2, true), (again.Entry.Number, again.Repeated));
        Assert.Equal((2, true), (byAnother.Entry.Number, byAnother.Repeated));
        Assert.Equal(first.Entry.Hash, again.Entry.Hash);
        home.MustBeSound(2);
    }

    [Theory, EveryStore]
    public void The_same_key_with_another_request_is_refused_and_nothing_recorded(string store)
    {
        using var home = StoreHomes.Make(store);
        using var opened = home.Open();
        var clerk = Begun(opened);
        Came.Done(Recounted(clerk, 4200, "count-1"));
        Came.Refused(Recounted(clerk, 4300, "count-1"), Refuse.KeyUsedOtherwise);
        Came.Refused(Recounted(new Clerk(opened, new AClock()), 4300, "count-1"), Refuse.KeyUsedOtherwise);
        home.MustBeSound(2);
    }

    [Theory, EveryStore]
    public void A_key_is_known_although_other_entries_came_after_it(string store)
    {
        using var home = StoreHomes.Make(store);
        using var opened = home.Open();
        var clerk = Begun(opened);
        Came.Done(Recounted(clerk, 4200, "count-1"));
        Came.Done(Recounted(clerk, 4300, "count-2"));
        Came.Done(Recounted(clerk, 4400, null));
        Assert.True(Recounted(clerk, 4200, "count-1").Value.Repeated);
        Assert.Equal(3, Came.Done(Recounted(clerk, 4300, "count-2")).Number);
        home.MustBeSound(4);
    }

    [Theory, EveryStore]
    public void An_act_that_was_refused_leaves_its_key_free(string store)
    {
        using var home = StoreHomes.Make(store);
        using var opened = home.Open();
        var clerk = Begun(opened);
        Came.Refused(clerk.Close("2016-10", key: "close"), Refuse.NotAgreedYet);
        Approve(clerk);
        clerk.Clock.Set("2016-11-02");
        Came.Done(clerk.Close("2016-10", key: "close"));
        Assert.True(clerk.Close("2016-10", key: "close").Value.Repeated);
        home.MustBeSound(5);
    }

    [Theory, EveryStore]
    public void Starting_a_book_twice_under_one_key_starts_it_once(string store)
    {
        using var home = StoreHomes.Make(store);
        using var opened = home.Open();
        var clerk = new Clerk(opened, new AClock());
        Came.Done(clerk.New(TheAgreement.First, key: "start"));
        Assert.True(clerk.New(TheAgreement.First, key: "start").Value.Repeated);
        Came.Refused(clerk.New(TheAgreement.Second, key: "start"), Refuse.KeyUsedOtherwise);
        Came.Refused(clerk.New(TheAgreement.First), Refuse.BookExists);
        home.MustBeSound(1);
    }

    [Theory, EveryStore]
    public void Keys_of_one_book_say_nothing_of_another(string store)
    {
        using var home = StoreHomes.Make(store);
        using var opened = home.Open();
        Came.Done(new Clerk(opened, new AClock()).New(TheAgreement.First, key: "start"));
        Came.Done(new Clerk(opened, new AClock(), "other").New(TheAgreement.First, key: "start"));
        home.MustBeSound(1);
        home.MustBeSound(1, "other");
    }

    private static Clerk Begun(IStore opened)
    {
        var clerk = new Clerk(opened, new AClock());
        Came.Done(clerk.New(TheAgreement.First));
        return clerk;
    }

    private static void Approve(Clerk clerk)
    {
        foreach (var partner in new[] { "ash", "beech", "cedar" })
        {
            Came.Done(clerk.Approve(partner, "2016-09-01"));
        }
    }

    private static Outcome<Recorded> Recounted(Clerk clerk, int ash, string? key) =>
        clerk.Counts("devices.csv", SmallStory.Devices("2016-09-30", ash, 3100, 2900), key);
}
