using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Examples;

/// <summary>Drafts that the host issues, and what the councils say to them.</summary>
public sealed class DraftTests
{
    private const string Agreed = """
        agree camden, islington, haringey from 2017-01
          service networks: equal
          service desktop: driver devices
        cost 2017-01 networks 300.00 camden
        cost 2017-02 networks 90.00 islington
        """;

    private static readonly Period January = In.Period("2017-01");
    private static readonly Period February = In.Period("2017-02");

    [Fact]
    public void Each_council_but_the_host_should_answer_and_the_last_word_of_each_counts()
    {
        var book = Issued();
        Assert.Equal([DraftAnswer.Waiting, DraftAnswer.Waiting], Answers(book));
        Assert.Equal(["islington", "haringey"], Report(book).Councils.Select(item => item.Council));
        Assert.Empty(book.Accept(January, "haringey"));
        Assert.Equal([DraftAnswer.Waiting, DraftAnswer.Accepted], Answers(book));
        Assert.Empty(book.Query(book.Lines[0], "haringey"));
        Assert.Equal([DraftAnswer.Waiting, DraftAnswer.Querying], Answers(book));
        Assert.Empty(book.Answer(book.State.LastEntry, "camden"));
        Assert.Equal([DraftAnswer.Waiting, DraftAnswer.Answered], Answers(book));
        Assert.Empty(book.Accept(January, "haringey"));
        Assert.Empty(book.Accept(January, "islington"));
        Assert.True(Report(book).IsAccepted);
    }

    [Fact]
    public void Who_accepts_waits_for_no_answer_and_others_do()
    {
        var book = Issued();
        Assert.Empty(book.Query(book.Lines[0], "haringey"));
        Assert.Empty(book.Query(book.Lines[0], "islington"));
        Assert.Empty(book.Accept(January, "haringey"));
        Assert.Equal([QueryState.Settled, QueryState.Open], Report(book).Queries.Select(query => query.State));
        Assert.Equal(["query-not-open"], book.Answer(Report(book).Queries[0].Entry, "camden").Codes());
    }

    [Fact]
    public void A_new_draft_takes_the_place_of_the_old_and_leaves_its_queries_open()
    {
        var book = Issued();
        var first = book.State.LastEntry;
        Assert.Empty(book.Accept(January, "haringey"));
        Assert.Empty(book.Query(book.Lines[0], "islington"));
        Assert.Empty(book.Issue(January, "camden"));
        Assert.Equal([DraftAnswer.Querying, DraftAnswer.Waiting], Answers(book));
        Assert.Equal(["draft-replaced"], book.Accept(January, "haringey", seen: first).Codes());
        Assert.Empty(book.Accept(January, "haringey", seen: book.State.DraftOf(January)!.Entry));
    }

    [Theory]
    [InlineData("cost 2017-01 desktop 10.00 camden", true)]
    [InlineData("cost 2017-01 networks 0.01 haringey", true)]
    [InlineData("cost 2017-01 networks 10.00 haringey\ncost 2017-01 networks -10.00 haringey", false)]
    [InlineData("cost 2017-02 networks 10.00 haringey", false)]
    [InlineData("pay 2017-01-20 haringey camden 5.00", true)]
    [InlineData("pay 2017-02-20 haringey camden 5.00", false)]
    [InlineData("count 2017-01-01 devices camden 1, islington 1, haringey 1", false)]
    public void A_draft_is_overtaken_exactly_when_its_statements_change(string then, bool isOvertaken)
    {
        var book = Issued();
        Telling.Continue(book, then);
        Assert.Equal(isOvertaken, Report(book).IsOvertaken);
        Assert.Equal(isOvertaken ? ["draft-overtaken"] : [], book.Accept(January, "haringey").Codes());
    }

    [Fact]
    public void After_the_close_nothing_more_is_said_and_the_draft_says_whether_it_was_closed_as_drafted()
    {
        var book = Issued();
        Assert.Empty(book.Query(book.Lines[0], "islington"));
        var query = book.State.LastEntry;
        Assert.Empty(book.Close(January));
        Assert.False(Report(book).IsOvertaken);
        Assert.Equal(QueryState.LeftOpen, Report(book).Queries[0].State);
        Assert.Equal(["draft-not-open"], book.Issue(January, "camden").Codes());
        Assert.Equal(["draft-not-open"], book.Accept(January, "haringey").Codes());
        Assert.Equal(["draft-not-open"], book.Query(book.Lines[0], "haringey").Codes());
        Assert.Equal(["draft-not-open"], book.Answer(query, "camden").Codes());
        var other = Issued();
        Telling.Continue(other, "cost 2017-01 networks 5.00 camden\nclose 2017-01");
        Assert.True(Report(other).IsOvertaken);
    }

    [Fact]
    public void Only_the_next_period_and_only_the_host_and_no_day_that_is_past()
    {
        var book = Telling.Of(Agreed);
        Assert.Equal(["not-next"], book.Issue(February, "camden").Codes());
        Assert.Equal(["period-out-of-reach"], book.Issue(In.Period("2016-12"), "camden").Codes());
        Assert.Equal(["year-end-not-open"], book.Issue(In.Period("2016/17-13"), "camden").Codes());
        Assert.Equal(["not-by-host"], book.Issue(January, "haringey").Codes());
        Assert.Equal(
            ["until-is-past"],
            IssueDraft.Decide(book.State, January, book.Now.AddDays(-1), "camden", book.Now).Refusals.Codes()
        );
        Assert.True(IssueDraft.Decide(book.State, January, book.Now, "camden", book.Now).IsDone);
        Telling.Continue(book, "cost 2017-01 desktop 10.00 camden");
        Assert.Equal(["count-missing"], book.Issue(January, "camden").Codes().Distinct());
    }

    [Fact]
    public void After_the_end_a_month_is_drafted_only_if_something_is_posted_in_it()
    {
        var book = Telling.Of(
            "agree camden, islington from 2017-01 until 2017-02\n  service networks: equal\nclose through 2017-02"
        );
        var (march, later) = (In.Period("2017-03"), In.Date("2017-04-10"));
        Assert.True(Closing.IsAfterTheEnd(book.State, march));
        Assert.False(Closing.IsAfterTheEnd(book.State, February));
        Assert.Equal(["draft-after-end"], book.Issue(march, "camden").Codes());
        Assert.DoesNotContain(NextSteps.Of(book.State, later).OfType<NextStep.Close>(), step => step.Period == march);
        Telling.Continue(book, "cost 2017-02 networks 10.00 islington");
        Assert.False(Closing.IsAfterTheEnd(book.State, march));
        Assert.Contains(new NextStep.Issue(march, null), NextSteps.Of(book.State, later));
        Assert.Empty(book.Issue(march, "camden"));
    }

    [Fact]
    public void A_draft_is_not_accepted_while_a_query_is_open_though_every_council_that_is_left_accepts_it()
    {
        var book = Issued();
        Assert.Empty(book.Query(book.Lines[0], "haringey"));
        Assert.Empty(book.Accept(January, "islington"));
        var report = Report(book);
        var left = report with { Councils = [report.Councils[0]] };
        Assert.Equal((1, false), (left.Accepted, left.IsAccepted));
        Assert.True((left with { Queries = [] }).IsAccepted);
    }

    [Fact]
    public void Of_a_period_that_cannot_be_shown_there_is_no_report()
    {
        var book = Issued();
        Assert.Equal(["period-out-of-reach"], DraftReport.Find(book.State, In.Period("2016-12")).Refusals.Codes());
        Assert.Equal(["year-end-not-open"], DraftReport.Find(book.State, In.Period("2018/19-13")).Refusals.Codes());
        Assert.True(DraftReport.Find(book.State, January).IsDone);
        Assert.Null(DraftReport.Find(book.State, February).Value.Draft);
        Assert.Empty(book.Close(January));
        Assert.True(DraftReport.Find(book.State, January).IsDone);
    }

    [Fact]
    public void A_year_end_period_is_drafted_too()
    {
        var book = Telling.Of(Agreed + "\nclose through 2017-03\ncost 2017-02 networks 9.00 haringey");
        var yearEnd = In.Period("2016/17-13");
        Assert.Empty(book.Issue(yearEnd, "camden"));
        Assert.Empty(book.Query(book.Lines[^1], "islington"));
        Assert.Equal(yearEnd, book.State.Queries[0].Period);
    }

    [Fact]
    public void Who_may_not_answer_is_told_why()
    {
        var book = Issued();
        Assert.Equal(["not-for-host"], book.Accept(January, "camden").Codes());
        Assert.Equal(["not-for-host"], book.Query(book.Lines[0], "camden").Codes());
        Assert.Equal(["by-not-partner"], book.Accept(January, "hackney").Codes());
        Assert.Equal(["draft-missing"], book.Accept(February, "haringey").Codes());
        Assert.Empty(book.Accept(January, "haringey"));
        Assert.Equal(["accepted-already"], book.Accept(January, "haringey").Codes());
        Assert.Equal(["query-unknown"], book.Answer(1, "camden").Codes());
        Assert.Empty(book.Query(book.Lines[0], "haringey"));
        Assert.Equal(["not-by-host"], book.Answer(book.State.LastEntry, "haringey").Codes());
        Assert.Equal(["queried-already"], book.Query(book.Lines[0], "haringey").Codes());
    }

    [Fact]
    public void A_council_that_only_joins_later_has_no_statement_to_answer()
    {
        var book = Telling.Of(
            "agree camden, islington from 2017-01\n  service networks: equal\ncost 2017-01 networks 9.00 camden"
                + "\namend 2017-02: camden, islington, haringey\n  service networks: equal\nall approve"
        );
        Assert.Empty(book.Issue(January, "camden"));
        Assert.Equal(["islington"], Report(book).Councils.Select(item => item.Council));
        Assert.Equal(["not-in-draft"], book.Accept(January, "haringey").Codes());
    }

    [Fact]
    public void Only_a_line_that_is_posted_in_the_period_can_be_queried()
    {
        var book = Issued();
        Assert.Equal(["draft-missing"], book.Query(book.Lines[1], "haringey").Codes());
        Assert.Equal(["line-not-in-draft"], book.Query(book.Lines[1], "haringey", January).Codes());
        Assert.Empty(book.Query(book.Lines[0], "haringey", January));
        Assert.Equal([January], QueryLine.PeriodsOf(book.State, book.Lines[0]));
    }

    [Fact]
    public void A_line_that_is_in_two_drafts_is_queried_in_the_one_that_is_named_or_was_issued_last()
    {
        var book = Telling.Of(Agreed + "\nclose through 2017-03");
        var (yearEnd, april) = (In.Period("2016/17-13"), In.Period("2017-04"));
        var spread = In.Cost("2017-02", "networks", "30.00", "camden") with { ToMonth = In.Month("2017-04") };
        Assert.Empty(book.Record([spread]));
        Assert.Empty(book.Issue(yearEnd, "camden"));
        Assert.Empty(book.Issue(april, "camden"));
        Assert.Equal([yearEnd, april], QueryLine.PeriodsOf(book.State, book.Lines[^1]));
        Assert.Empty(book.Query(book.Lines[^1], "islington"));
        Assert.Empty(book.Query(book.Lines[^1], "islington", yearEnd));
        Assert.Equal([april, yearEnd], book.State.Queries.Select(query => query.Period));
        Assert.Empty(book.Close(yearEnd));
        Assert.Equal([QueryState.Open, QueryState.LeftOpen], book.State.Queries.Select(query => query.State));
    }

    [Fact]
    public void The_check_before_a_close_says_how_far_the_councils_are_and_stops_nothing()
    {
        var book = Telling.Of(Agreed);
        Assert.Equal((CheckResult.Look, true), Check(book, "No draft is issued."));
        Assert.Empty(book.Issue(January, "camden"));
        Assert.Equal((CheckResult.Look, true), Check(book, "0 of 2 councils accepted draft 7. Islington and Haringey"));
        Assert.Empty(book.Query(book.Lines[0], "islington"));
        Assert.Equal((CheckResult.Look, true), Check(book, "Query 8 is open: answer it. Haringey should"));
        Assert.Empty(book.Accept(January, "islington"));
        Assert.Empty(book.Accept(January, "haringey"));
        Assert.Equal((CheckResult.Good, true), Check(book, "Every council accepted draft 7, and no query is open."));
        Telling.Continue(book, "cost 2017-01 networks 1.00 camden");
        Assert.Equal((CheckResult.Look, true), Check(book, "has changed its figures. Issue a new draft."));
        Assert.Empty(book.Close(January));
    }

    [Fact]
    public void The_next_steps_are_to_issue_then_to_answer_and_to_wait()
    {
        var book = Telling.Of(Agreed);
        var late = In.Date("2017-02-03");
        Assert.DoesNotContain(NextSteps.Of(book.State, In.Date("2017-01-20")), step => step is NextStep.Issue);
        Assert.Contains(new NextStep.Issue(January, null), NextSteps.Of(book.State, late));
        Assert.Empty(book.Issue(January, "camden"));
        Assert.Empty(book.Query(book.Lines[0], "islington"));
        var steps = NextSteps.Of(book.State, late);
        Assert.Equal(8, Assert.Single(steps.OfType<NextStep.Answer>()).Query.Entry);
        Assert.Equal(["haringey"], Assert.Single(steps.OfType<NextStep.Await>()).Missing);
        Assert.DoesNotContain(steps, step => step is NextStep.Issue);
        Telling.Continue(book, "cost 2017-01 networks 1.00 camden");
        Assert.Contains(new NextStep.Issue(January, 7), NextSteps.Of(book.State, late));
    }

    [Fact]
    public void An_entry_about_a_draft_or_query_that_is_not_there_is_damage()
    {
        var book = Telling.Of(Agreed);
        foreach (
            var fact in new Fact[]
            {
                new DraftAccepted(2),
                new LineQueried(2, book.Lines[0].Ref, "?"),
                new QueryAnswered(2, QueryOutcome.Stands, "!"),
            }
        )
        {
            var last = book.Entries[^1];
            Assert.Throws<BookDamagedException>(() =>
                book.Again().Apply(last with { Number = last.Number + 1, Fact = fact })
            );
        }
    }

    private static ABook Issued()
    {
        var book = Telling.Of(Agreed);
        Assert.Empty(book.Issue(January, "camden"));
        return book;
    }

    private static DraftReport Report(ABook book) => DraftReport.Of(book.State, January);

    private static IEnumerable<DraftAnswer> Answers(ABook book) => Report(book).Councils.Select(item => item.Answer);

    private static (CheckResult, bool) Check(ABook book, string found)
    {
        var check = CloseChecks
            .Of(book.State, January, book, In.Date("2017-02-03"))
            .Single(item => item.What == "Draft to the councils");
        Assert.True(check.Found.Contains(found, StringComparison.Ordinal), check.Found);
        return (check.Result, true);
    }
}
