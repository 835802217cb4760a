using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Examples;

/// <summary>Why a council bears more or less than in another period, by cause.</summary>
public sealed class ComparisonTests
{
    private const string Desktop = """
        agree camden, islington, haringey from 2016-10
          service desktop: driver devices
          service networks: equal
        count 2016-09-30 devices camden 40, islington 30, haringey 30
        cost 2016-10 desktop 1000.00 camden
        close 2016-10
        """;

    [Fact]
    public void Dearer_at_the_same_part_is_a_change_of_costs()
    {
        var book = Telling.Of(Desktop + "\ncost 2016-11 desktop 1200.00 camden");
        Assert.Equal(["desktop Costs 60.00"], Causes(book, "2016-10", "2016-11", "haringey"));
    }

    [Fact]
    public void Costs_change_at_the_earlier_part_then_the_part_changes_at_the_later_costs()
    {
        var book = Telling.Of(
            Desktop
                + """

                count 2016-11-01 devices camden 30, islington 30, haringey 40
                cost 2016-11 desktop 1200.00 camden
                """
        );
        Assert.Equal(["desktop Costs 60.00", "desktop Counts 120.00"], Causes(book, "2016-10", "2016-11", "haringey"));
        Assert.Equal(
            ["desktop Costs -80.00", "desktop Counts -100.00"],
            Causes(book, "2016-11", "2016-10", "haringey")
        );
    }

    [Fact]
    public void A_changed_rule_is_a_change_of_terms()
    {
        var book = Telling.Of(
            Desktop
                + """

                amend 2016-11: camden, islington, haringey
                  service desktop: fixed camden 50 islington 25 haringey 25
                  service networks: equal
                all approve
                cost 2016-11 desktop 1000.00 camden
                """
        );
        Assert.Equal(["desktop Terms -50.00"], Causes(book, "2016-10", "2016-11", "haringey"));
    }

    [Fact]
    public void A_new_service_is_a_change_of_costs()
    {
        var book = Telling.Of(Desktop + "\ncost 2016-11 desktop 1000.00 camden\ncost 2016-11 networks 30.00 camden");
        Assert.Equal(["networks Costs 10.00"], Causes(book, "2016-10", "2016-11", "haringey"));
    }

    [Fact]
    public void What_came_late_and_adjustments_stand_apart_and_go_again_the_month_after()
    {
        var book = Telling.Of(
            Desktop
                + """

                cost 2016-10 networks 300.00 camden
                count 2016-09-30 devices camden 40, islington 20, haringey 40
                cost 2016-11 desktop 1000.00 camden
                close 2016-11
                cost 2016-12 desktop 1000.00 camden
                """
        );
        Assert.Equal(
            ["networks Late 100.00", "desktop Counts 100.00", "desktop Adjustments 100.00"],
            Causes(book, "2016-10", "2016-11", "haringey").OrderByDescending(cause => cause[0])
        );
        Assert.Equal(
            ["networks Late -100.00", "desktop Adjustments -100.00"],
            Causes(book, "2016-11", "2016-12", "haringey").OrderByDescending(cause => cause[0])
        );
    }

    [Fact]
    public void Income_from_customers_lowers_a_share_by_itself()
    {
        var book = Telling.Of(
            """
            agree camden, islington from 2016-10
              service networks: equal
            cost 2016-10 networks 100.00 camden
            close 2016-10
            cost 2016-11 networks 100.00 camden
            income 2016-11 networks 40.00 camden
            """
        );
        Assert.Equal(["networks Income -20.00"], Causes(book, "2016-10", "2016-11", "islington"));
    }

    [Fact]
    public void A_penny_that_goes_round_is_an_odd_penny()
    {
        var book = Telling.Of(
            """
            agree camden, islington from 2016-10
              service networks: equal
            cost 2016-10 networks 0.01 camden
            close 2016-10
            cost 2016-11 networks 0.01 camden
            """
        );
        Assert.Equal(["networks OddPennies -0.01"], Causes(book, "2016-10", "2016-11", "camden"));
        Assert.Equal(["networks OddPennies 0.01"], Causes(book, "2016-10", "2016-11", "islington"));
    }

    [Fact]
    public void Who_has_no_statement_in_either_period_is_refused()
    {
        var book = Telling.Of(Desktop);
        var statement = book.Shown("2016-10");
        Assert.Equal(["partner-unknown"], ComparePeriods.Of(statement, statement, "barnet").Refusals.Codes());
    }

    private static IEnumerable<string> Causes(ABook book, string before, string after, string partner) =>
        ComparePeriods
            .Of(book.Shown(before), book.Shown(after), partner)
            .Value.Causes.Select(cause => $"{cause.Service} {cause.Kind} {Printed.Of(cause.Pence)}");
}
