using System.Numerics;
using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Failures;

/// <summary>What money libraries get wrong when they allocate, and may not go wrong here.</summary>
public sealed class B5AllocationInLibraries
{
    // rusty_money #103: the order of the shares decides who pays more.
    [Fact]
    public void Rusty_money_103_the_order_of_the_list_decides_who_pays()
    {
        Assert.Equal([67, 33], Shares(100, 2, 1));
        Assert.Equal([33, 67], Shares(100, 1, 2));
    }

    // brick/money #111: a share that is exactly 98.00 came out as 98.01.
    [Fact]
    public void Brick_money_111_exact_98_00_stays_98_00()
    {
        Assert.Equal([9_800, 101, 99], Shares(10_000, 9_800, 101, 99));
        // The others' remainders are large; the exact share gets none of their pennies.
        Assert.Equal([9_800, 67, 67, 66], Shares(10_000, 294, 2, 2, 2));
        Assert.Equal(
            [new Part(9_800, 900_000_000_000, 900_000_000_000)],
            Split.Pool(10_000, [294, 2, 2, 2], [900_000_000_000, 0, 0, 0]).Take(1)
        );
    }

    // dinero.js #776: what is left goes to the first, not to the largest remainder.
    [Fact]
    public void Dinero_776_the_rest_goes_to_the_first_and_not_to_the_largest_remainder() =>
        Assert.Equal([3, 7], Shares(10, 33, 67));

    // NMoneys #55: 10 split 1 to 0 gave 10.01 and -0.01.
    [Fact]
    public void NMoneys_55_minus_one_penny_from_a_zero_weight()
    {
        Assert.Equal([1_000, 0], Shares(1_000, 1, 0));
        Assert.Equal([-1_000, 0], Shares(-1_000, 1, 0));
        // Not even a partner that is behind by most of a penny, or ahead by one.
        foreach (BigInteger carry in new BigInteger[] { 999_999_999_999, -1_000_000_000_000 })
        {
            var parts = Split.Pool(1_001, [1, 0, 1], [0, carry, 0]);
            Assert.Equal(new Part(0, carry, carry), parts[1]);
        }
    }

    // spliit #374, #85: a cent was dropped when an expense was split.
    [Fact]
    public void Spliit_374_a_cent_is_dropped() => Assert.Equal(1_000, Shares(1_000, 1, 1, 1, 1, 1, 1).Sum());

    // spliit PR #462: three copies of the sum disagreed: the balance, the list and the total.
    [Fact]
    public void Spliit_PR462_three_copies_of_the_sum_disagree()
    {
        var book = Telling.Of(
            """
            agree camden, islington, haringey from 2016-10
              service networks: equal
            cost 2016-10 networks 100.01 camden
            close 2016-10
            """
        );
        var statement = book.Shown("2016-10");
        var year = YearStatement.Of(book.State, In.Year("2016/17")).Value;
        var fact = (PeriodClosed)book.Entries[^1].Fact;
        var shares = statement.Partners.Select(partner => partner.Figures.SharePence).ToList();
        Assert.Equal([3_334L, 3_334L, 3_333L], shares);
        Assert.Equal(shares, statement.Partners.Select(partner => partner.Lines.Sum(line => line.Part.Pence)));
        Assert.Equal(shares, year.Partners.Select(partner => partner.SharePence));
        Assert.Equal(shares, fact.Partners.Select(partner => partner.SharePence));
    }

    // moneyphp PR #467: an amount smaller than the number of shares went wrong.
    [Fact]
    public void Moneyphp_PR467_fewer_pence_than_shares()
    {
        Assert.Equal([1, 1, 0, 0, 0], Shares(2, 1, 1, 1, 1, 1));
        Assert.Equal([0, 0, 0], Shares(0, 1, 1, 1));
        Assert.Equal([-1, 0, 0], Shares(-1, 1, 1, 1));
    }

    // RubyMoney and Shopify say it in their manuals: parties listed first will likely receive more pennies.
    [Fact]
    public void RubyMoney_parties_listed_first_receive_more_pennies()
    {
        var carries = new BigInteger[4];
        var charged = new long[4];
        for (var i = 0; i < 1_000; i++)
        {
            var parts = Split.Pool(101 + i % 3, [1, 1, 1, 1], carries);
            carries = [.. parts.Select(part => part.CarryAfter)];
            charged = [.. charged.Zip(parts, (sum, part) => sum + part.Pence)];
        }
        Assert.InRange(charged.Max() - charged.Min(), 0, 1);
    }

    // Step-down: the order changes the answer, so it must be that of the agreement, whatever the order of the lines.
    [Fact]
    public void Step_down_in_whatever_order_the_costs_come_in()
    {
        const string agreed = """
            agree camden, islington from 2016-10
              service networks: direct camden
              service desktop: direct islington
              overhead premises over networks, management
              overhead management over networks, desktop

            """;
        string[] costs =
        [
            "cost 2016-10 premises 60.00 camden",
            "cost 2016-10 management 30.00 camden",
            "cost 2016-10 networks 30.00 camden",
            "cost 2016-10 desktop 60.00 camden",
        ];
        var forwards = Telling.Of(agreed + string.Join('\n', costs));
        var backwards = Telling.Of(agreed + string.Join('\n', costs.Reverse()));
        Assert.Equal(forwards.AllStatements(), backwards.AllStatements());
        // Premises 30.00 each; management 60.00 over networks' 60.00 and desktop's 60.00.
        Assert.Equal("90.00 90.00", forwards.Shares("2016-10"));
    }

    private static long[] Shares(long total, params long[] weights) =>
        [
            .. Split
                .Pool(total, [.. weights.Select(weight => (BigInteger)weight)], new BigInteger[weights.Length])
                .Select(part => part.Pence),
        ];
}
