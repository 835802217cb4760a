using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Examples;

/// <summary>Lines released over several months.</summary>
public sealed class SpreadTests
{
    private const string Agreed = """
        agree camden, islington from 2016-10
          service networks: equal

        """;

    [Theory]
    [InlineData("-10.01", 2, "-5.01 -5.00")]
    [InlineData("10.01", 2, "5.01 5.00")]
    [InlineData("10.00", 3, "3.34 3.33 3.33")]
    [InlineData("0.02", 3, "0.01 0.01 0.00")]
    [InlineData("-0.01", 2, "-0.01 0.00")]
    [InlineData("12.00", 1, "12.00")]
    [InlineData("90071992547409.91", 2, "45035996273704.96 45035996273704.95")]
    public void Equal_parts_of_the_size_with_odd_pence_to_the_earliest(string amount, int months, string expected)
    {
        var from = In.Month("2016-11");
        var to = new Month(from.Index + months - 1);
        var parts = Enumerable
            .Range(from.Index, months)
            .Select(month => Spread.Part(In.Money(amount), from, to, new Month(month)));
        Assert.Equal(expected, string.Join(' ', parts));
    }

    [Fact]
    public void Each_part_counts_as_paid_in_the_period_where_it_is_posted_and_the_rest_is_a_prepayment()
    {
        var book = Telling.Of(Agreed + "cost 2016-10 networks 10.00 camden to 2016-12");
        Assert.Equal(
            [334L, 333L, 333L],
            new[] { "2016-10", "2016-11", "2016-12" }.Select(month => book.Shown(month).Partners[0].Figures.PaidPence)
        );
    }

    [Fact]
    public void Lines_and_parts_of_one_month_are_one_pool()
    {
        var book = Telling.Of(
            Agreed + "cost 2016-10 networks 10.00 camden to 2016-11\ncost 2016-11 networks 0.01 islington"
        );
        Assert.Equal(["networks 2016-11 revenue of 5.01: 2.51 2.50"], book.Pools("2016-11"));
    }

    [Fact]
    public void The_reversal_of_a_spread_line_takes_back_each_part_in_its_month()
    {
        var book = Telling.Of(
            Agreed
                + """
                cost 2016-10 networks -10.01 camden to 2016-11 as inv-1
                cost 2016-10 networks 10.01 camden reverses inv-1
                cost 2016-10 networks 1.00 camden
                """
        );
        Assert.Equal(["networks 2016-10 revenue of 1.00: 0.50 0.50"], book.Pools("2016-10"));
        Assert.Empty(book.Pools("2016-11"));
        Assert.Equal(In.Month("2016-11"), book.Lines[1].ToMonth);
    }

    [Fact]
    public void Parts_already_closed_come_back_in_the_open_period_and_the_others_in_their_own()
    {
        var book = Telling.Of(
            Agreed
                + """
                cost 2016-10 networks 9.00 camden to 2016-12 as inv-1
                close 2016-10
                cost 2016-10 networks -9.00 camden reverses inv-1
                """
        );
        Assert.Equal(["networks 2016-10 revenue of -3.00: -1.50 -1.50"], book.Pools("2016-11"));
        Assert.Empty(book.Pools("2016-12"));
        book.MustAgreeWithOracle();
    }

    [Theory]
    [InlineData("2016-11", "2016-10", "spread-backwards")]
    [InlineData("2016-11", "2086-11", "spread-backwards")]
    [InlineData("2016-09", "2016-11", "month-outside-agreement")]
    public void A_spread_is_refused(string from, string to, string code)
    {
        var book = Telling.Of(Agreed.TrimEnd());
        var line = In.Cost(from, "networks", "1.00", "camden") with { ToMonth = In.Month(to) };
        Assert.Equal([code], book.Record([line]).Codes());
    }
}
