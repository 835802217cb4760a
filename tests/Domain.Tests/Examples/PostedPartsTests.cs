using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Examples;

/// <summary>What of a line is posted where: the parts of a period, which over all periods add up to the line.</summary>
public sealed class PostedPartsTests
{
    private static readonly Posting late = new(In.Month("2017-05"), new FinancialYear(2016));

    [Theory]
    [InlineData("2016/17-13", 3, 2501)]
    [InlineData("2017-05", 2, 1666)]
    [InlineData("2017-06", 1, 833)]
    [InlineData("2017-04", 0, 0)]
    [InlineData("2017-01", 0, 0)]
    public void Parts_of_a_spread_line_go_to_the_year_end_the_first_open_month_and_their_own(
        string period,
        int months,
        long pence
    )
    {
        // January to June 2017 at the moment when May is open and the year-end of 2016/17 too.
        var (from, to, asked) = (In.Month("2017-01"), In.Month("2017-06"), In.Period(period));
        Assert.Equal(months > 0, late.IsIn(asked, from, to));
        Assert.Equal(new Money(pence), late.PartIn(asked, new Money(5000), from, to));
        Assert.Equal(new Money(-pence), late.PartIn(asked, new Money(-5000), from, to));
    }

    [Fact]
    public void A_line_that_is_not_spread_is_posted_whole()
    {
        var month = In.Month("2017-04");
        Assert.Equal(new Money(99), late.PartIn(In.Period("2017-05"), new Money(99), month, month));
        Assert.False(late.IsIn(In.Period("2017-04"), month, month));
    }
}
