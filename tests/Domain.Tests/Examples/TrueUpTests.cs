using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Examples;

/// <summary>What a recount or a back-dated version does to closed months: an exact difference, once, from where the last one left.</summary>
public sealed class TrueUpTests
{
    private const string Closed = """
        agree camden, islington, haringey from 2016-10
          service desktop: driver devices
        count 2016-09-30 devices camden 10, islington 20, haringey 30
        cost 2016-10 desktop 600.00 camden
        close 2016-10
        """;

    [Fact]
    public void A_recount_of_a_date_already_counted_gives_a_true_up_in_the_first_open_month()
    {
        var book = Telling.Of(Closed + "\ncount 2016-09-30 devices camden 20, islington 20, haringey 20");
        Assert.Equal("100.00 200.00 300.00", book.Shares("2016-10"));
        Assert.Equal(["desktop 2016-10 revenue true-up of 600.00: 100.00 0.00 -100.00"], book.Pools("2016-11"));
        Assert.Empty(book.Pools("2016-12"));
    }

    [Fact]
    public void A_second_true_up_starts_from_the_last_one()
    {
        var book = Telling.Of(
            Closed
                + """

                count 2016-09-30 devices camden 20, islington 20, haringey 20
                close 2016-11
                count 2016-09-30 devices camden 30, islington 20, haringey 10
                """
        );
        Assert.Equal(["desktop 2016-10 revenue true-up of 600.00: 100.00 0.00 -100.00"], book.Pools("2016-12"));
        book.MustAgreeWithOracle();
    }

    [Fact]
    public void Two_recounts_before_one_close_give_one_true_up_from_the_weights_then_in_force()
    {
        var book = Telling.Of(
            Closed
                + """

                count 2016-09-30 devices camden 60, islington 0, haringey 0
                count 2016-09-30 devices camden 20, islington 20, haringey 20
                """
        );
        Assert.Equal(["desktop 2016-10 revenue true-up of 600.00: 100.00 0.00 -100.00"], book.Pools("2016-11"));
    }

    [Fact]
    public void A_recount_and_its_withdrawal_before_the_close_give_nothing()
    {
        var book = Telling.Of(
            Closed
                + """

                count 2016-09-30 devices camden 60, islington 0, haringey 0
                count 2016-09-30 devices camden 100, islington 200, haringey 300
                """
        );
        Assert.Empty(book.Pools("2016-11"));
    }

    [Fact]
    public void A_later_count_changes_later_months_only()
    {
        var book = Telling.Of(
            Closed + "\ncount 2016-11-01 devices camden 1, islington 1, haringey 1\ncost 2016-11 desktop 3.00 camden"
        );
        Assert.Equal(["desktop 2016-11 revenue of 3.00: 1.00 1.00 1.00"], book.Pools("2016-11"));
    }

    [Fact]
    public void A_count_found_late_that_lies_between_is_the_latest_for_the_closed_month()
    {
        var book = Telling.Of(Closed + "\ncount 2016-10-31 devices camden 1, islington 1, haringey 1");
        Assert.Equal(["desktop 2016-10 revenue true-up of 600.00: 100.00 0.00 -100.00"], book.Pools("2016-11"));
    }

    [Fact]
    public void While_the_year_end_period_of_the_month_is_open_the_true_up_goes_there()
    {
        var book = Telling.Of(
            Closed + "\nclose through 2017-04\ncount 2016-09-30 devices camden 20, islington 20, haringey 20"
        );
        Assert.Equal(["desktop 2016-10 revenue true-up of 600.00: 100.00 0.00 -100.00"], book.Pools("2016/17-13"));
        Assert.Empty(book.Pools("2017-05"));
    }

    [Fact]
    public void After_the_year_end_period_it_goes_to_the_first_open_month()
    {
        var book = Telling.Of(
            Closed
                + """

                close through 2017-04
                close 2016/17-13
                count 2016-09-30 devices camden 20, islington 20, haringey 20
                """
        );
        Assert.Equal(["desktop 2016-10 revenue true-up of 600.00: 100.00 0.00 -100.00"], book.Pools("2017-05"));
    }

    [Fact]
    public void A_version_back_dated_into_closed_months_gives_true_ups_for_the_pools_whose_weights_it_changes()
    {
        var book = Telling.Of(
            """
            agree camden, islington from 2016-10
              service networks: equal
              service apps: equal
            cost 2016-10 networks 10.00 camden
            cost 2016-10 apps 10.00 camden
            close 2016-10
            amend 2016-10: camden, islington
              service networks: fixed camden 1 islington 3
              service apps: equal
            all approve
            """
        );
        Assert.Equal(["networks 2016-10 revenue true-up of 10.00: -2.50 2.50"], book.Pools("2016-11"));
        var line = book.Shown("2016-11").Partners[0].Lines[0];
        Assert.Equal(2, line.Pool.Weights.Version);
        Assert.Equal("-250.000000000000", line.Exact);
    }

    [Fact]
    public void Whatever_else_a_back_dated_version_changes_counts_from_the_first_open_month()
    {
        var book = Telling.Of(
            """
            agree camden, islington from 2016-10
              service networks: equal
            close 2016-10
            amend 2016-10: camden, islington
              service networks: equal
              service apps: direct islington
            all approve
            cost 2016-11 apps 1.00 camden
            """
        );
        Assert.Equal(["service-not-in-force"], book.Record([In.Cost("2016-10", "apps", "1.00", "camden")]).Codes());
        Assert.Equal(["apps 2016-11 revenue of 1.00: 0.00 1.00"], book.Pools("2016-11"));
    }

    [Fact]
    public void A_version_that_drops_a_service_leaves_its_closed_months_as_they_were()
    {
        var book = Telling.Of(
            """
            agree camden, islington from 2016-10
              service networks: equal
              service apps: fixed camden 1 islington 3
            cost 2016-10 apps 4.00 camden
            close 2016-10
            amend 2016-10: camden, islington
              service networks: equal
            all approve
            cost 2016-10 apps 8.00 camden
            """
        );
        Assert.Equal(["apps 2016-10 revenue of 8.00: 2.00 6.00"], book.Pools("2016-11"));
        Assert.Equal(["service-not-in-force"], book.Record([In.Cost("2016-11", "apps", "1.00", "camden")]).Codes());
    }

    [Fact]
    public void A_partner_that_joins_in_closed_months_is_charged_and_the_others_credited()
    {
        var book = Telling.Of(
            """
            agree camden, islington from 2016-10
              service networks: equal
            cost 2016-10 networks 6.00 camden
            close 2016-10
            amend 2016-10: camden, islington, haringey
              service networks: equal
            all approve
            """
        );
        Assert.Equal(["networks 2016-10 revenue true-up of 6.00: -1.00 -1.00 2.00"], book.Pools("2016-11"));
    }

    [Fact]
    public void Late_lines_and_the_first_pool_of_a_month_are_trued_up_apart_in_the_order_of_their_closing()
    {
        var book = Telling.Of(
            Closed
                + """

                cost 2016-10 desktop 60.00 camden
                close 2016-11
                count 2016-09-30 devices camden 20, islington 20, haringey 20
                """
        );
        Assert.Equal(
            [
                "desktop 2016-10 revenue true-up of 600.00: 100.00 0.00 -100.00",
                "desktop 2016-10 revenue true-up of 60.00: 10.00 0.00 -10.00",
            ],
            book.Pools("2016-12")
        );
    }

    [Fact]
    public void Income_shared_as_its_service_is_trued_up_too()
    {
        var book = Telling.Of(
            """
            agree camden, islington from 2016-10
              service desktop: driver devices
              income: as-service
            count 2016-10-01 devices camden 1, islington 1
            income 2016-10 desktop 8.00 camden
            close 2016-10
            count 2016-10-01 devices camden 3, islington 1
            """
        );
        Assert.Equal(["desktop 2016-10 income true-up of -8.00: -2.00 2.00"], book.Pools("2016-11"));
    }
}
