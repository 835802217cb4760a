using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Examples;

/// <summary>Overheads stepped down by hand.</summary>
public sealed class OverheadTests
{
    private const string Agreed = """
        agree camden, islington from 2016-10
          service networks: equal
          service desktop: direct islington
          overhead management over networks, desktop
        """;

    private const string Fallback = """
        agree camden, islington from 2016-10
          service networks: direct camden
          service desktop: direct islington
          overhead management over networks, desktop fallback equal
        """;

    [Fact]
    public void An_overhead_goes_to_its_targets_in_proportion_to_their_costs()
    {
        var book = Telling.Of(
            Agreed
                + """

                cost 2016-10 networks 300.00 camden
                cost 2016-10 desktop 100.00 camden
                cost 2016-10 management 100.00 camden
                """
        );
        Assert.Equal(
            [
                "networks 2016-10 revenue of 300.00: 150.00 150.00",
                "networks (management) 2016-10 revenue of 75.00: 37.50 37.50",
                "desktop 2016-10 revenue of 100.00: 0.00 100.00",
                "desktop (management) 2016-10 revenue of 25.00: 0.00 25.00",
            ],
            book.Pools("2016-10")
        );
    }

    [Fact]
    public void Without_costs_of_its_targets_an_overhead_is_refused_unless_the_agreement_has_a_fallback()
    {
        var refused = Telling.Of(Agreed + "\ncost 2016-10 management 100.01 camden");
        Assert.Equal(["overhead-without-basis"], refused.WhyNotClose("2016-10"));
        var equal = Telling.Of(Fallback + "\ncost 2016-10 management 100.01 camden");
        Assert.Equal("50.01 50.00", equal.Shares("2016-10"));
    }

    [Fact]
    public void Each_overhead_and_target_has_a_carry_of_its_own_over_all_months_and_kinds()
    {
        var book = Telling.Of(
            Fallback
                + """

                cost 2016-10 management 100.01 camden
                close 2016-10
                cost 2016-11 management 0.01 camden capital
                close 2016-11
                cost 2016-12 management 0.01 camden
                """
        );
        Assert.Equal("50.01 50.00", book.Shares("2016-10"));
        Assert.Equal("0.00 0.01", book.Shares("2016-11"));
        Assert.Equal("0.01 0.00", book.Shares("2016-12"));
        book.MustAgreeWithOracle();
    }

    [Fact]
    public void A_target_whose_costs_are_below_zero_has_no_basis()
    {
        var book = Telling.Of(
            Agreed
                + """

                cost 2016-10 networks -50.00 camden
                cost 2016-10 desktop 0.01 camden
                cost 2016-10 management 10.00 camden
                """
        );
        Assert.Contains("desktop (management) 2016-10 revenue of 10.00: 0.00 10.00", book.Pools("2016-10"));
    }

    [Fact]
    public void A_credit_on_an_overhead_is_divided_like_a_cost()
    {
        var book = Telling.Of(
            Agreed
                + """

                cost 2016-10 networks 1.00 camden
                cost 2016-10 desktop 2.00 camden
                cost 2016-10 management -10.00 camden
                """
        );
        // 333 1/3 and 666 2/3 pence: the odd penny goes to the larger remainder.
        Assert.Contains("networks (management) 2016-10 revenue of -3.33: -1.67 -1.66", book.Pools("2016-10"));
        Assert.Contains("desktop (management) 2016-10 revenue of -6.67: 0.00 -6.67", book.Pools("2016-10"));
    }

    [Fact]
    public void An_overhead_may_feed_a_later_overhead_under_whose_name_its_part_goes_on()
    {
        var book = Telling.Of(
            """
            agree camden, islington from 2016-10
              service networks: direct camden
              service desktop: direct islington
              overhead premises over management, networks
              overhead management over networks, desktop
            cost 2016-10 networks 100.00 camden
            cost 2016-10 desktop 100.00 camden
            cost 2016-10 management 100.00 camden
            cost 2016-10 premises 60.00 camden
            """
        );
        // Premises: 30.00 to management and 30.00 to networks, which cost the same. Management: 130.00 over networks' 130.00
        // and desktop's 100.00 is 73.478 and 56.521.
        Assert.Equal(
            [
                "networks 2016-10 revenue of 100.00: 100.00 0.00",
                "networks (premises) 2016-10 revenue of 30.00: 30.00 0.00",
                "networks (management) 2016-10 revenue of 73.48: 73.48 0.00",
                "desktop 2016-10 revenue of 100.00: 0.00 100.00",
                "desktop (management) 2016-10 revenue of 56.52: 0.00 56.52",
            ],
            book.Pools("2016-10")
        );
    }

    [Fact]
    public void A_late_line_of_an_overhead_counts_all_that_its_targets_have_cost_for_that_month()
    {
        var book = Telling.Of(
            Agreed
                + """

                cost 2016-10 networks 300.00 camden
                cost 2016-10 desktop 100.00 camden
                cost 2016-10 management 100.00 camden
                close 2016-10
                cost 2016-10 management 40.00 camden
                """
        );
        // Networks 300.00 + 75.00, desktop 100.00 + 25.00.
        Assert.Equal(
            [
                "networks (management) 2016-10 revenue of 30.00: 15.00 15.00",
                "desktop (management) 2016-10 revenue of 10.00: 0.00 10.00",
            ],
            book.Pools("2016-11")
        );
    }

    [Fact]
    public void What_was_divided_at_an_earlier_close_stays()
    {
        var book = Telling.Of(
            Agreed
                + """

                cost 2016-10 networks 100.00 camden
                cost 2016-10 management 100.00 camden
                close 2016-10
                cost 2016-10 desktop 900.00 camden
                close 2016-11
                cost 2016-10 management 110.00 camden
                """
        );
        Assert.Equal(["desktop 2016-10 revenue of 900.00: 0.00 900.00"], book.Pools("2016-11"));
        // Now networks counts with 200.00 and desktop with 900.00.
        Assert.Equal(
            [
                "networks (management) 2016-10 revenue of 20.00: 10.00 10.00",
                "desktop (management) 2016-10 revenue of 90.00: 0.00 90.00",
            ],
            book.Pools("2016-12")
        );
    }

    [Fact]
    public void Capital_counts_for_capital_alone_and_income_for_nothing()
    {
        var book = Telling.Of(
            Agreed
                + """

                cost 2016-10 networks 100.00 camden
                cost 2016-10 desktop 1.00 camden capital
                income 2016-10 networks 99.00 camden
                cost 2016-10 management 10.00 camden
                cost 2016-10 management 20.00 camden capital
                """
        );
        Assert.Contains("networks (management) 2016-10 revenue of 10.00: 5.00 5.00", book.Pools("2016-10"));
        Assert.Contains("desktop (management) 2016-10 capital of 20.00: 0.00 20.00", book.Pools("2016-10"));
    }

    [Fact]
    public void Other_months_count_for_nothing()
    {
        var book = Telling.Of(
            Agreed
                + """

                cost 2016-10 networks 100.00 camden
                close 2016-10
                cost 2016-11 desktop 1.00 camden
                cost 2016-11 management 10.00 camden
                """
        );
        Assert.Contains("desktop (management) 2016-11 revenue of 10.00: 0.00 10.00", book.Pools("2016-11"));
    }

    [Fact]
    public void A_part_is_trued_up_when_the_weights_of_its_service_change()
    {
        var book = Telling.Of(
            """
            agree camden, islington from 2016-10
              service networks: driver devices
              overhead management over networks fallback equal
            count 2016-10-01 devices camden 1, islington 1
            cost 2016-10 management 10.00 camden
            close 2016-10
            count 2016-10-01 devices camden 3, islington 1
            """
        );
        Assert.Equal(["networks (management) 2016-10 revenue true-up of 10.00: 2.50 -2.50"], book.Pools("2016-11"));
    }

    [Fact]
    public void Income_on_an_overhead_is_refused()
    {
        var book = Telling.Of(Agreed);
        Assert.Equal(
            ["income-on-overhead"],
            book.Record([In.Income("2016-10", "management", "1.00", "camden", "")]).Codes()
        );
    }

    [Fact]
    public void A_new_version_cannot_turn_the_order_round()
    {
        var book = Telling.Of(
            """
            agree camden, islington from 2016-10
              service networks: equal
              overhead premises over management
              overhead management over networks
            """
        );
        var turned = TermsText.Read(
            "camden, islington",
            "2016-10",
            null,
            ["service networks: equal", "overhead management over premises", "overhead premises over networks"]
        );
        Assert.Equal(["target-not-listed"], book.Propose(turned, In.Date("2016-11-01")).Codes());
    }
}
