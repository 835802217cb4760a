using System.Numerics;
using Openbook.Domain.Tests.Given;
using Openbook.Oracle;

namespace Openbook.Domain.Tests.Properties;

/// <summary>What holds for every single split, whatever the total, the weights and the carries.</summary>
public sealed class SplitLaws
{
    private const int Cases = 2_000;

    [Fact]
    public void A_split_is_what_the_oracle_makes_of_it() =>
        Law.MustHold(
            Cases,
            Splits.Any,
            split =>
                MustBeThoseOf(
                    OraclePennies.Split(split.Total, split.Names, split.OracleBefore, split.OracleCarries),
                    Split.Pool(split.Total, split.Before, split.Carries)
                )
        );

    [Fact]
    public void A_true_up_is_what_the_oracle_makes_of_it() =>
        Law.MustHold(
            Cases,
            Splits.Any,
            split =>
                MustBeThoseOf(
                    OraclePennies.TrueUp(
                        split.Total,
                        split.Names,
                        split.OracleBefore,
                        split.OracleAfter,
                        split.OracleCarries
                    ),
                    Split.TrueUp(split.Total, split.Before, split.After, split.Carries)
                )
        );

    [Fact]
    public void Shares_sum_to_the_amount_and_those_of_a_true_up_to_zero() =>
        Law.MustHold(
            Cases,
            Splits.Any,
            split =>
            {
                Assert.Equal(split.Total, Split.Pool(split.Total, split.Before, split.Carries).Sum(part => part.Pence));
                var trueUp = Split.TrueUp(split.Total, split.Before, split.After, split.Carries);
                Assert.Equal(0, trueUp.Sum(part => part.Pence));
            }
        );

    [Fact]
    public void Each_share_is_the_floor_or_the_ceiling_of_the_exact_one() =>
        Law.MustHold(
            Cases,
            Splits.Any,
            split =>
            {
                var sum = Split.Sum(split.Before);
                var parts = Split.Pool(split.Total, split.Before, split.Carries);
                for (var i = 0; i < parts.Length; i++)
                {
                    // |share - exact| < 1, in whole numbers.
                    Assert.True(BigInteger.Abs(parts[i].Pence * sum - split.Total * split.Before[i]) < sum);
                }
            }
        );

    [Fact]
    public void A_weight_of_zero_gets_nothing_and_keeps_its_carry() =>
        Law.MustHold(
            Cases,
            Splits.Any,
            split =>
            {
                var parts = Split.Pool(split.Total, split.Before, split.Carries);
                foreach (
                    var (part, place) in parts.Select((part, i) => (part, i)).Where(item => split.Before[item.i].IsZero)
                )
                {
                    Assert.Equal(new Part(0, split.Carries[place], split.Carries[place]), part);
                }
            }
        );

    [Fact]
    public void A_credit_with_the_opposite_carries_mirrors_the_debit() =>
        Law.MustHold(
            Cases,
            Splits.Any,
            split =>
            {
                var opposite = split.Carries.Select(carry => -carry).ToArray();
                Assert.Equal(
                    Split.Pool(split.Total, split.Before, split.Carries).Select(Mirrored),
                    Split.Pool(-split.Total, split.Before, opposite)
                );
                Assert.Equal(
                    Split.TrueUp(split.Total, split.Before, split.After, split.Carries).Select(Mirrored),
                    Split.TrueUp(-split.Total, split.Before, split.After, opposite)
                );
            }
        );

    [Fact]
    public void A_cost_and_its_full_credit_one_after_the_other_leave_nothing() =>
        Law.MustHold(
            Cases,
            Splits.Any,
            split =>
            {
                var none = new BigInteger[split.Carries.Length];
                var cost = Split.Pool(split.Total, split.Before, none);
                var credit = Split.Pool(-split.Total, split.Before, [.. cost.Select(part => part.CarryAfter)]);
                Assert.All(cost.Zip(credit), pair => Assert.Equal(0, pair.First.Pence + pair.Second.Pence));
                Assert.All(credit, part => Assert.Equal(BigInteger.Zero, part.CarryAfter));
            }
        );

    [Fact]
    public void Weights_times_any_number_give_the_same_pennies() =>
        Law.MustHold(
            Cases,
            Splits.Any,
            split =>
            {
                BigInteger[] larger = [.. split.Before.Select(weight => weight * 1_000_003)];
                Assert.Equal(
                    Split.Pool(split.Total, split.Before, split.Carries),
                    Split.Pool(split.Total, larger, split.Carries)
                );
            }
        );

    [Fact]
    public void Merging_two_partners_moves_no_other_by_more_than_a_penny() =>
        Law.MustHold(
            Cases,
            Splits.Any,
            split =>
            {
                BigInteger[] merged = [.. split.Before.Skip(2).Prepend(split.Before[0] + split.Before[1])];
                BigInteger[] carries = [.. split.Carries.Skip(2).Prepend(split.Carries[0] + split.Carries[1])];
                var apart = Split.Pool(split.Total, split.Before, split.Carries).Skip(2);
                var together = Split.Pool(split.Total, merged, carries).Skip(1);
                Assert.All(apart.Zip(together), pair => Assert.InRange(pair.First.Pence - pair.Second.Pence, -1, 1));
            }
        );

    [Fact]
    public void Another_order_of_the_partners_changes_nothing_but_who_wins_a_tie() =>
        Law.MustHold(
            Cases,
            Splits.Any,
            split =>
            {
                var parts = Split.Pool(split.Total, split.Before, split.Carries);
                var turned = Split.Pool(split.Total, [.. split.Before.Reverse()], [.. split.Carries.Reverse()]);
                // What each was worth to the largest remainder, largest first, is the same multiset in both orders.
                Assert.Equal(Claims(split, parts), Claims(split, [.. turned.Reverse()]));
            }
        );

    private static void MustBeThoseOf(IReadOnlyList<OracleShare> expected, Part[] found) =>
        Assert.Equal(expected.Select(share => new Part(share.Pence, share.CarryBefore, share.CarryAfter)), found);

    private static Part Mirrored(Part part) => new(-part.Pence, -part.CarryBefore, -part.CarryAfter);

    private static List<(BigInteger Claim, bool Lucky)> Claims(ASplit split, Part[] parts)
    {
        var claims = new List<(BigInteger, bool)>();
        var sum = Split.Sum(split.Before);
        for (var i = 0; i < parts.Length; i++)
        {
            var floor = BigInteger.Abs(split.Total) * split.Before[i] / sum;
            var lucky = BigInteger.Abs(parts[i].Pence) - floor;
            claims.Add(
                (
                    parts[i].CarryAfter
                        - parts[i].CarryBefore
                        + split.Carries[i]
                        + Sign(split) * lucky * Split.Trillion,
                    lucky.IsOne
                )
            );
        }
        return [.. claims.Order()];
    }

    private static int Sign(ASplit split) => split.Total < 0 ? -1 : 1;
}
