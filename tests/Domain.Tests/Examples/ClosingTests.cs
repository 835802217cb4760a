using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Examples;

/// <summary>The order in which periods open and close, and why a close is refused.</summary>
public sealed class ClosingTests
{
    private const string Agreed = """
        agree camden, islington from 2017-01
          service networks: equal
          service desktop: driver devices
          overhead management over networks
        """;

    [Fact]
    public void Months_close_in_order_from_that_of_the_start_and_an_empty_month_can_be_closed()
    {
        var book = Telling.Of(Agreed);
        Assert.Equal(["not-next"], book.WhyNotClose("2017-02"));
        Assert.Equal(["not-next"], book.WhyNotClose("2016-12"));
        Assert.Empty(book.WhyNotClose("2017-01"));
        Assert.Equal(["closed-already"], book.WhyNotClose("2017-01"));
        Assert.Empty(book.WhyNotClose("2017-02"));
    }

    [Fact]
    public void A_year_end_period_opens_when_its_March_closes()
    {
        var book = Telling.Of(Agreed + "\nclose through 2017-02");
        Assert.Equal(["year-end-not-open"], book.WhyNotClose("2016/17-13"));
        Assert.Empty(book.WhyNotClose("2017-03"));
        Assert.Empty(book.WhyNotClose("2016/17-13"));
        Assert.Equal(["closed-already"], book.WhyNotClose("2016/17-13"));
    }

    [Fact]
    public void A_year_end_period_runs_beside_the_new_months_and_closes_before_the_next_March()
    {
        var book = Telling.Of(Agreed + "\nclose through 2018-02");
        Assert.Equal(In.Year("2016/17"), book.State.OpenYearEnd);
        Assert.Equal(
            ["2018-03", "2016/17-13"],
            new[] { "2018-02", "2018-03", "2018-04", "2016/17-13", "2017/18-13" }.Where(period =>
                book.State.IsNextToClose(In.Period(period))
            )
        );
        Assert.Equal(["year-end-first"], book.WhyNotClose("2018-03"));
        Assert.Empty(book.WhyNotClose("2016/17-13"));
        Assert.Empty(book.WhyNotClose("2018-03"));
        Assert.Equal(In.Year("2017/18"), book.State.OpenYearEnd);
    }

    [Fact]
    public void The_year_end_period_of_a_year_before_the_start_never_opens()
    {
        var book = Telling.Of(Agreed);
        Assert.Equal(["year-end-not-open"], book.WhyNotClose("2015/16-13"));
    }

    [Fact]
    public void Closing_through_a_month_closes_a_year_end_period_just_before_the_March_that_needs_it()
    {
        var book = Telling.Of(Agreed);
        Assert.Equal(
            ["2017-01", "2017-02", "2017-03", "2017-04"],
            Closing.Through(book.State, In.Month("2017-04")).Select(period => period.ToString())
        );
        var year = Closing.Through(book.State, In.Month("2018-04")).Select(period => period.ToString()).ToList();
        Assert.Equal(["2018-02", "2016/17-13", "2018-03", "2018-04"], year[^4..]);
    }

    [Fact]
    public void Nothing_closes_until_a_version_counts()
    {
        var book = Telling.Of("propose camden, islington from 2017-01\n  service networks: equal\napprove camden");
        Assert.Equal(["not-agreed-yet"], book.WhyNotClose("2017-01"));
        Assert.Equal(["not-agreed-yet"], book.Look(In.Period("2017-01")).Refusals.Codes());
    }

    [Fact]
    public void A_month_for_which_no_version_counts_yet_waits_though_a_later_version_counts()
    {
        var book = Telling.Of(
            """
            propose camden, islington from 2017-01
              service networks: equal
            cost 2017-01 networks 5.00 camden
            amend 2017-03: camden, islington
              service networks: direct camden
            approve camden version 2
            approve islington version 2
            approve camden version 1
            """
        );
        Assert.Equal(["not-agreed-yet"], book.WhyNotClose("2017-01"));
        var refused = Assert.Single(book.Look(In.Period("2017-01")).Refusals);
        Assert.StartsWith(
            "No version counts for January 2017 yet: version 1 waits for Islington.",
            refused.What,
            StringComparison.Ordinal
        );
        Assert.Empty(book.Approve("islington", book.Now, version: 1));
        Assert.Equal("2.50 2.50", book.Shares("2017-01"));
    }

    [Fact]
    public void A_pool_without_a_count_refuses_the_close_and_so_does_one_of_zero_pence()
    {
        var book = Telling.Of(Agreed + "\ncost 2017-01 desktop 0.00 camden");
        Assert.Equal(["count-missing", "count-missing"], book.WhyNotClose("2017-01"));
        Assert.Equal(["count-missing", "count-missing"], book.Look(In.Period("2017-01")).Refusals.Codes());
    }

    [Fact]
    public void A_pool_whose_lines_cancel_out_needs_counts_too()
    {
        var book = Telling.Of(Agreed + "\ncost 2017-01 desktop 5.00 camden\ncost 2017-01 desktop -5.00 camden");
        Assert.Equal(["count-missing", "count-missing"], book.WhyNotClose("2017-01"));
    }

    [Fact]
    public void A_driver_that_no_pool_needs_refuses_nothing() =>
        Assert.Empty(Telling.Of(Agreed).WhyNotClose("2017-01"));

    [Fact]
    public void Counts_that_are_all_zero_refuse_the_close()
    {
        var book = Telling.Of(
            Agreed + "\ncount 2017-01-01 devices camden 0, islington 0\ncost 2017-01 desktop 5.00 camden"
        );
        Assert.Equal(["weights-zero"], book.WhyNotClose("2017-01"));
    }

    [Fact]
    public void Every_reason_is_given_at_once()
    {
        var book = Telling.Of(
            Agreed
                + """

                count 2015-01-01 devices camden 1, islington 2
                cost 2017-01 desktop 5.00 camden
                cost 2017-01 management 5.00 camden
                """
        );
        Assert.Equal(["overhead-without-basis", "count-too-old", "count-too-old"], book.WhyNotClose("2017-01"));
    }

    [Fact]
    public void A_refused_close_changes_nothing()
    {
        var book = Telling.Of(Agreed + "\ncost 2017-01 desktop 5.00 camden");
        book.WhyNotClose("2017-01");
        Assert.Empty(book.State.Closed);
        Assert.Equal(In.Month("2017-01"), book.State.FirstOpen);
    }

    [Fact]
    public void A_period_before_the_start_cannot_be_shown()
    {
        var book = Telling.Of(Agreed);
        Assert.Equal(["period-out-of-reach"], book.Look(In.Period("2016-12")).Refusals.Codes());
        Assert.Equal(["year-end-not-open"], book.Look(In.Period("2016/17-13")).Refusals.Codes());
    }

    [Fact]
    public void A_later_open_month_is_shown_with_the_carry_of_the_last_close()
    {
        var book = Telling.Of(
            Agreed
                + """

                cost 2017-01 networks 0.01 camden
                close 2017-01
                cost 2017-02 networks 0.01 camden
                cost 2017-03 networks 0.01 camden
                """
        );
        Assert.Equal("0.01 0.00", book.Shares("2017-01"));
        // Both months are shown as if closed next: the penny that islington is behind goes to it in each.
        Assert.Equal("0.00 0.01", book.Shares("2017-02"));
        Assert.Equal("0.00 0.01", book.Shares("2017-03"));
        Assert.Empty(book.WhyNotClose("2017-02"));
        Assert.Equal("0.01 0.00", book.Shares("2017-03"));
    }
}
