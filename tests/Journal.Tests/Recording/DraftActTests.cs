namespace Openbook.Journal.Tests.Recording;

/// <summary>Drafts and what councils say to them, recorded on every store.</summary>
public sealed class DraftActTests
{
    [Theory, EveryStore]
    public void Each_act_stands_in_the_Book_for_its_council_and_day_and_once_under_its_key(string store)
    {
        using var home = AHome.WithOctober(store);
        var issued = Came.Done(home.With("2016-11-03", clerk => clerk.Issue("2016-10", "2016-11-10", key: "issue")));
        Assert.Equal(("ash", In.Day("2016-11-03")), (issued.By, issued.Effective));
        var queried = Came.Done(home.With("2016-11-04", clerk => clerk.Query("L-2", "beech", key: "query")));
        Assert.Equal(("beech", new LineRef(6, 3)), (queried.By, ((LineQueried)queried.Fact).Line));
        Assert.True(home.With("2016-11-05", clerk => clerk.Query("L-2", "beech", key: "query")).Value.Repeated);
        Came.Done(home.With("2016-11-05", clerk => clerk.Answer(queried.Number, QueryOutcome.Stands)));
        Came.Done(home.With("2016-11-06", clerk => clerk.Accept("2016-10", "beech")));
        Came.Done(home.With("2016-11-06", clerk => clerk.Accept("2016-10", "cedar", key: "accept")));
        home.MustBeSound(12);
        using var opened = home.Open();
        var report = DraftReport.Of(BookLoader.Load(opened, Clerk.Abc).State, In.Period("2016-10"));
        Assert.True(report.IsAccepted);
        Assert.Equal(QueryState.Stands, Assert.Single(report.Queries).State);
    }

    [Theory, EveryStore]
    public void Words_are_checked_before_they_are_kept_for_ever(string store)
    {
        using var home = AHome.WithOctober(store);
        Came.Done(home.With("2016-11-03", clerk => clerk.Issue("2016-10", "2016-11-10")));
        Came.Refused(home.With("2016-11-04", clerk => clerk.Query("L-2", "beech", " ")), Refuse.ReasonMissing);
        Came.Refused(home.With("2016-11-04", clerk => clerk.Query("L-2", "beech", "a\u0007")), Refuse.BadText);
        Came.Refused(
            home.With("2016-11-04", clerk => clerk.Query("L-2", "beech", new string('x', 1001))),
            Refuse.TextTooLong
        );
        Came.Refused(home.With("2016-11-04", clerk => clerk.Query("L-99", "beech")), Refuse.LineUnknown);
        var query = Came.Done(home.With("2016-11-04", clerk => clerk.Query("L-2", "beech")));
        Came.Refused(
            home.With("2016-11-04", clerk => clerk.Answer(query.Number, QueryOutcome.Stands, "")),
            Refuse.ReasonMissing
        );
        home.MustBeSound(9);
    }

    [Theory, EveryStore]
    public void As_it_stood_before_an_answer_the_query_is_open(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var opened = home.Open();
        var then = BookLoader.Load(opened, Clerk.Abc, new AsAt(21, null)).State;
        Assert.Equal(QueryState.Open, then.FindQuery(21)!.State);
        Assert.Empty(then.DraftOf(In.Period("2016-12"))!.Acceptances);
        var now = BookLoader.Load(opened, Clerk.Abc).State;
        Assert.Equal(QueryState.ToCorrect, now.FindQuery(21)!.State);
        Assert.Equal(23, now.DraftOf(In.Period("2016-12"))!.AcceptanceOf("beech")!.Entry);
    }
}
