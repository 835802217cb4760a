using System.Numerics;

namespace Openbook.Domain.Tests.Examples;

/// <summary>Every row of the table of splits that the penny rules are published with, and other ready sums.</summary>
public sealed class SplitTableTests
{
    [Fact]
    public void A_hundred_pounds_three_times_gives_each_partner_the_odd_penny_once()
    {
        var carries = new BigInteger[3];
        Assert.Equal([3334, 3333, 3333], Shares(10_000, [1, 1, 1], ref carries));
        Assert.Equal([3333, 3334, 3333], Shares(10_000, [1, 1, 1], ref carries));
        Assert.Equal([3333, 3333, 3334], Shares(10_000, [1, 1, 1], ref carries));
        // A trillionth of a penny was dropped from each third.
        Assert.Equal([-1, -1, -1], carries);
    }

    [Fact]
    public void A_hundred_pounds_and_its_credit_leave_nothing()
    {
        var carries = new BigInteger[3];
        Assert.Equal([3334, 3333, 3333], Shares(10_000, [1, 1, 1], ref carries));
        Assert.Equal([-3334, -3333, -3333], Shares(-10_000, [1, 1, 1], ref carries));
        Assert.Equal([0, 0, 0], carries);
    }

    [Fact]
    public void A_thousand_pounds_and_threepence_by_users_and_then_by_other_users()
    {
        BigInteger[] users = [4200, 3100, 2900];
        var carries = new BigInteger[3];
        Assert.Equal([41178, 30393, 28432], Shares(100_003, users, ref carries));
        Assert.Equal(
            [823, 608, -1431],
            Split.TrueUp(100_003, users, [4200, 3100, 2700], carries).Select(part => part.Pence)
        );
    }

    [Fact]
    public void Three_million_four_hundred_thousand_pounds_by_two()
    {
        var carries = new BigInteger[2];
        Assert.Equal([170_000_000, 170_000_000], Shares(340_000_000, [1, 1], ref carries));
        Assert.Equal([0, 0], carries);
    }

    [Fact]
    public void A_single_penny_by_three_goes_to_the_first()
    {
        var carries = new BigInteger[3];
        Assert.Equal([1, 0, 0], Shares(1, [1, 1, 1], ref carries));
        Assert.Equal([0, 1, 0], Shares(1, [1, 1, 1], ref carries));
        Assert.Equal([0, 0, 1], Shares(1, [1, 1, 1], ref carries));
    }

    [Fact]
    public void The_carry_in_the_example_of_a_statement()
    {
        var parts = Split.Pool(10_000, [1, 1, 1], new BigInteger[3]);
        Assert.Equal(new Part(3334, 0, -666_666_666_667), parts[0]);
        Assert.Equal(new Part(3333, 0, 333_333_333_333), parts[1]);
    }

    [Fact]
    public void Weights_that_sum_to_zero_are_no_weights() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Split.Pool(1, [0, 0], new BigInteger[2]));

    [Fact]
    public void A_true_up_to_the_same_proportions_moves_nothing()
    {
        BigInteger[] carries = [250_000_000_000, -250_000_000_000];
        var parts = Split.TrueUp(100_003, [3, 5], [6, 10], carries);
        Assert.Equal([new Part(0, carries[0], carries[0]), new Part(0, carries[1], carries[1])], parts);
    }

    [Fact]
    public void Exact_shares_are_cut_after_twelve_decimals()
    {
        Assert.Equal("3333.333333333333", ExactShare.OfPool(10_000, 1, 3));
        Assert.Equal("-3333.333333333333", ExactShare.OfPool(-10_000, 1, 3));
        Assert.Equal("6666.666666666666", ExactShare.OfPool(10_000, 2, 3));
        Assert.Equal("0.000000000000", ExactShare.OfPool(-1, 1, BigInteger.Pow(10, 13)));
        // 100003 * (2900/10200 -> 2700/10000) is a loss of 1431.415490196078... pence.
        Assert.Equal("-1431.415490196078", ExactShare.OfTrueUp(100_003, 2900, 10_200, 2700, 10_000));
    }

    private static IEnumerable<long> Shares(long total, BigInteger[] weights, ref BigInteger[] carries)
    {
        var parts = Split.Pool(total, weights, carries);
        carries = [.. parts.Select(part => part.CarryAfter)];
        return [.. parts.Select(part => part.Pence)];
    }
}
