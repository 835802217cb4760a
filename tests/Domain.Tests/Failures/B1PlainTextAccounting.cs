using System.Numerics;
using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Failures;

/// <summary>What went wrong in hledger, ledger and beancount, and may not here.</summary>
public sealed class B1PlainTextAccounting
{
    private const string Thirds = """
        agree camden, islington, haringey from 2016-10
          service networks: equal

        """;

    // hledger #1092 (open since 2019), ledger #1888, #992, #2020: a rule that multiplies by a decimal keeps the fraction, so
    // shares are not whole pence and do not sum to the amount.
    [Fact]
    public void Hledger_1092_automated_rules_keep_fractions_of_a_penny()
    {
        var book = Telling.Of(Thirds + "cost 2016-10 networks 0.10 camden");
        Assert.Equal("0.04 0.03 0.03", book.Shares("2016-10"));
    }

    // hledger #931: how to split odd pennies was left to the user.
    [Fact]
    public void Hledger_931_who_gets_the_odd_penny_is_settled_by_rule()
    {
        var book = Telling.Of(
            Thirds + "cost 2016-10 networks 0.01 camden\nclose 2016-10\ncost 2016-11 networks 0.02 camden"
        );
        Assert.Equal("0.01 0.00 0.00", book.Shares("2016-10"));
        Assert.Equal("0.00 0.01 0.01", book.Shares("2016-11"));
    }

    // hledger PR #2402: the precision at which a transaction balances was inferred from how amounts were written, and a change
    // of that broke old journals.
    [Fact]
    public void Hledger_PR2402_precision_inferred_from_the_way_an_amount_is_written()
    {
        Assert.Equal(In.Money("1"), In.Money("1.00"));
        Assert.Equal(In.Money("1.5"), In.Money("1.50"));
        Assert.Equal(In.Weight("40"), In.Weight("40.000000"));
        var plain = Telling.Of(Thirds + "cost 2016-10 networks 1 camden");
        var decimals = Telling.Of(Thirds + "cost 2016-10 networks 1.00 camden");
        Assert.Equal(plain.AllStatements(), decimals.AllStatements());
    }

    // ledger #1765: totals that were zero stopped being zero when the precision changed.
    [Fact]
    public void Ledger_1765_totals_stop_being_zero()
    {
        var book = Telling.Of(
            Thirds + "cost 2016-10 networks 1.00 camden\ncost 2016-10 networks 1234567.89 islington\nclose 2016-10"
        );
        var figures = book.Shown("2016-10").Partners.Select(partner => partner.Figures).ToList();
        Assert.Equal(0, figures.Sum(item => item.BalancePence));
        Assert.Equal(0, figures.Sum(item => item.CarriedForwardPence));
    }

    // ledger #3220: since each transaction is rounded by itself, balances drift away from the exact ones.
    [Fact]
    public void Ledger_3220_balances_drift()
    {
        var carries = new BigInteger[3];
        var charged = new long[3];
        for (var month = 0; month < 1_000; month++)
        {
            var parts = Split.Pool(100, [1, 1, 1], carries);
            carries = [.. parts.Select(part => part.CarryAfter)];
            charged = [.. charged.Zip(parts, (sum, part) => sum + part.Pence)];
        }
        Assert.Equal([33_334, 33_333, 33_333], charged);
    }

    // beancount #48: the account that took up the rounding changed balance assertions.
    [Fact]
    public void Beancount_48_a_rounding_account_takes_up_the_difference()
    {
        var book = Telling.Of(Thirds + "cost 2016-10 networks 100.00 camden\nclose 2016-10");
        Assert.Equal(
            ["camden", "islington", "haringey"],
            book.Shown("2016-10").Partners.Select(partner => partner.Figures.Partner)
        );
        Assert.Equal(10_000, book.Shown("2016-10").Partners.Sum(partner => partner.Figures.SharePence));
    }

    // beancount #474, beancount_share #6, #8: sharing by percentages that do not come to a hundred.
    [Fact]
    public void Beancount_share_6_and_8_percentages_that_do_not_come_to_a_hundred()
    {
        var book = Telling.Of(
            """
            agree camden, islington, haringey from 2016-10
              service networks: fixed camden 33.33 islington 33.33 haringey 33.33
            cost 2016-10 networks 100.00 camden
            """
        );
        Assert.Equal("33.34 33.33 33.33", book.Shares("2016-10"));
    }

    // hledger #1683: a transaction dated in the year 20211 made a daily report eat all memory.
    [Theory]
    [InlineData("20211-01-01")]
    [InlineData("2211-01-01")]
    [InlineData("1973-12-31")]
    [InlineData("0001-01-01")]
    public void Hledger_1683_a_runaway_year_is_read_as_a_date(string text)
    {
        Assert.False(Dates.TryParse(text.AsSpan(), out _));
        Assert.False(Month.TryParse(text.AsSpan(0, text.Length - 3), out _));
    }

    // hledger #1683 again: a report over all months up to a far one.
    [Fact]
    public void Hledger_1683_a_line_spread_over_centuries()
    {
        var book = Telling.Of(Thirds.TrimEnd());
        var line = In.Cost("2016-10", "networks", "1.00", "camden") with { ToMonth = Month.Latest };
        Assert.Equal(["spread-backwards"], book.Record([line]).Codes());
    }

    // hledger #1420, #1604, ledger #1643: closing the books is left to date checks that the user writes.
    [Fact]
    public void Ledger_1643_nothing_stops_a_posting_into_a_closed_month()
    {
        var book = Telling.Of(Thirds + "cost 2016-10 networks 3.00 camden\nclose 2016-10");
        var issued = Figures.Text(book.Shown("2016-10"));
        Assert.Empty(book.Record([In.Cost("2016-10", "networks", "6.00", "camden")]));
        Assert.Equal(issued, Figures.Text(book.Shown("2016-10")));
        Assert.Equal("2.00 2.00 2.00", book.Shares("2016-11"));
    }
}
