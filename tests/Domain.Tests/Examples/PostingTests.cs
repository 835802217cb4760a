using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Examples;

/// <summary>In which period a line, each part of a spread line, and a payment is posted.</summary>
public sealed class PostingTests
{
    private const string Agreed = """
        agree camden, islington from 2016-10
          service networks: equal
        """;

    [Fact]
    public void A_line_is_posted_in_its_month_while_that_is_open()
    {
        var book = Telling.Of(Agreed + "\nclose 2016-10\ncost 2016-12 networks 10.00 camden");
        Assert.Equal(["networks 2016-12 revenue of 10.00: 5.00 5.00"], book.Pools("2016-12"));
        Assert.Empty(book.Pools("2016-11"));
    }

    [Fact]
    public void A_line_for_a_closed_month_goes_to_the_first_open_month_and_keeps_its_own()
    {
        var book = Telling.Of(Agreed + "\nclose 2016-10\nclose 2016-11\ncost 2016-10 networks 10.00 camden");
        Assert.Empty(book.Pools("2016-10"));
        Assert.Equal(["networks 2016-10 revenue of 10.00: 5.00 5.00"], book.Pools("2016-12"));
    }

    [Fact]
    public void A_line_for_a_closed_month_of_a_year_at_its_end_goes_to_the_year_end_period()
    {
        var book = Telling.Of(Agreed + "\nclose through 2017-04\ncost 2017-01 networks 10.00 camden");
        Assert.Equal(["networks 2017-01 revenue of 10.00: 5.00 5.00"], book.Pools("2016/17-13"));
        Assert.Empty(book.Pools("2017-05"));
    }

    [Fact]
    public void A_line_for_a_closed_month_of_the_new_year_does_not_go_to_the_year_end_period_of_the_old()
    {
        var book = Telling.Of(Agreed + "\nclose through 2017-04\ncost 2017-04 networks 10.00 camden");
        Assert.Empty(book.Pools("2016/17-13"));
        Assert.Equal(["networks 2017-04 revenue of 10.00: 5.00 5.00"], book.Pools("2017-05"));
    }

    [Fact]
    public void Once_the_year_end_period_is_closed_a_late_line_goes_to_the_first_open_month()
    {
        var book = Telling.Of(Agreed + "\nclose through 2017-04\nclose 2016/17-13\ncost 2017-01 networks 10.00 camden");
        Assert.Equal(["networks 2017-01 revenue of 10.00: 5.00 5.00"], book.Pools("2017-05"));
    }

    [Fact]
    public void The_posting_is_decided_when_the_line_is_recorded_and_never_again()
    {
        var book = Telling.Of(Agreed + "\ncost 2016-12 networks 10.00 camden\nclose through 2016-12");
        Assert.Equal(["networks 2016-12 revenue of 10.00: 5.00 5.00"], book.Pools("2016-12"));
    }

    [Fact]
    public void Each_part_of_a_spread_line_is_posted_by_itself()
    {
        var book = Telling.Of(Agreed + "\nclose through 2017-03\ncost 2017-02 networks -10.01 islington to 2017-05");
        Assert.Equal(
            ["networks 2017-02 revenue of -2.51: -1.26 -1.25", "networks 2017-03 revenue of -2.50: -1.25 -1.25"],
            book.Pools("2016/17-13")
        );
        Assert.Equal(["networks 2017-04 revenue of -2.50: -1.25 -1.25"], book.Pools("2017-04"));
        Assert.Equal(["networks 2017-05 revenue of -2.50: -1.25 -1.25"], book.Pools("2017-05"));
        Assert.Equal(-501, book.Shown("2016/17-13").Partners[1].Figures.PaidPence);
        Assert.Equal(-250, book.Shown("2017-05").Partners[1].Figures.PaidPence);
    }

    [Fact]
    public void A_payment_is_posted_in_the_month_of_its_date_or_the_first_open_one()
    {
        var book = Telling.Of(
            Agreed
                + """

                pay 2016-11-05 camden islington 7.00
                pay 2016-10-31 camden islington 1.00
                close 2016-10
                pay 2016-10-31 islington camden 0.50
                """
        );
        Assert.Equal("1.00 -1.00", book.Settled("2016-10"));
        Assert.Equal("6.50 -6.50", book.Settled("2016-11"));
    }

    [Fact]
    public void A_payment_is_never_posted_in_a_year_end_period()
    {
        var book = Telling.Of(Agreed + "\nclose through 2017-03\npay 2017-03-31 camden islington 1.00");
        Assert.Equal("0.00 0.00", book.Settled("2016/17-13"));
        Assert.Equal("1.00 -1.00", book.Settled("2017-04"));
    }

    [Fact]
    public void An_opening_payment_dated_before_the_start_is_posted_in_the_first_month()
    {
        var book = Telling.Of(Agreed + "\npay 2016-08-15 camden islington 1.00");
        Assert.Equal("1.00 -1.00", book.Settled("2016-10"));
    }

    [Fact]
    public void An_opening_payment_recorded_before_the_agreement_counts_is_posted_in_the_first_month()
    {
        var book = Telling.Of(
            """
            propose camden, islington from 2016-10
              service networks: equal
            pay 2016-08-15 camden islington 1.00
            all approve
            close 2016-10
            """
        );
        Assert.Equal("1.00 -1.00", book.Settled("2016-10"));
    }

    [Fact]
    public void Costs_recorded_before_the_agreement_counts_are_posted_in_their_months()
    {
        var book = Telling.Of(
            """
            propose camden, islington from 2016-10
              service networks: equal
            cost 2016-11 networks 10.00 camden
            all approve
            close 2016-10
            """
        );
        Assert.Equal(["networks 2016-11 revenue of 10.00: 5.00 5.00"], book.Pools("2016-11"));
    }

    [Fact]
    public void A_reversal_takes_the_month_of_what_it_reverses_whatever_its_date()
    {
        var book = Telling.Of(
            Agreed
                + """

                cost 2016-10 networks 10.00 camden as inv-1
                close 2016-10
                cost 2016-12 networks -10.00 camden reverses inv-1 on 2016-12-15
                """
        );
        Assert.Equal(["networks 2016-10 revenue of -10.00: -5.00 -5.00"], book.Pools("2016-11"));
    }
}
