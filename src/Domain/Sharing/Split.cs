using System.Numerics;

namespace Openbook.Domain;

/// <summary>A part of a pool after the split.</summary>
/// <param name="Pence">The share in whole pence.</param>
/// <param name="CarryBefore">The carry before, in trillionths of a penny.</param>
/// <param name="CarryAfter">The carry after.</param>
public readonly record struct Part(long Pence, BigInteger CarryBefore, BigInteger CarryAfter);

/// <summary>
/// Splits whole pence over weights by largest remainder with a carry, the rules <c>openbook-1</c>. Shares sum to the amount,
/// each is the floor or the ceiling of the exact one, and a weight of zero gets nothing and keeps its carry. All products are of
/// unbounded size: nothing overflows, nothing is a fraction in floating point.
/// </summary>
public static class Split
{
    /// <summary>One penny in the unit of carries.</summary>
    public static readonly BigInteger Trillion = BigInteger.Pow(10, 12);

    /// <summary>Splits a pool.</summary>
    /// <param name="total">The pool in pence.</param>
    /// <param name="weights">A weight for each place, scaled by one power of ten; at least one above zero.</param>
    /// <param name="carries">The carry for each place.</param>
    public static Part[] Pool(long total, IReadOnlyList<BigInteger> weights, IReadOnlyList<BigInteger> carries)
    {
        var sum = Sum(weights);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sum);
        var size = BigInteger.Abs(total);
        return Deal(total < 0, sum, place => size * weights[place], place => !weights[place].IsZero, carries);
    }

    /// <summary>Splits the difference that new weights make to a pool; it sums to zero.</summary>
    /// <param name="total">The pool in pence, as it was split before.</param>
    /// <param name="before">The weights of the last split or true-up.</param>
    /// <param name="after">The weights now.</param>
    /// <param name="carries">The carry for each place.</param>
    public static Part[] TrueUp(
        long total,
        IReadOnlyList<BigInteger> before,
        IReadOnlyList<BigInteger> after,
        IReadOnlyList<BigInteger> carries
    )
    {
        var sumBefore = Sum(before);
        var sumAfter = Sum(after);
        var size = BigInteger.Abs(total);
        return Deal(
            total < 0,
            sumBefore * sumAfter,
            place => size * (after[place] * sumBefore - before[place] * sumAfter),
            place => !(before[place].IsZero && after[place].IsZero),
            carries
        );
    }

    /// <summary>The sum of weights.</summary>
    public static BigInteger Sum(IReadOnlyList<BigInteger> weights)
    {
        var sum = BigInteger.Zero;
        for (var i = 0; i < weights.Count; i++)
        {
            sum += weights[i];
        }
        return sum;
    }

    // Each place's exact share is numerator / divisor. Below zero the work is done on the mirror image: carries are negated
    // before, shares and carries after.
    private static Part[] Deal(
        bool negative,
        BigInteger divisor,
        Func<int, BigInteger> numerator,
        Func<int, bool> shares,
        IReadOnlyList<BigInteger> carries
    )
    {
        var count = carries.Count;
        var floors = new BigInteger[count];
        var remainders = new BigInteger[count];
        var fractions = new BigInteger[count];
        var left = BigInteger.Zero;
        for (var i = 0; i < count; i++)
        {
            if (shares(i))
            {
                (floors[i], remainders[i]) = FloorDivide(numerator(i), divisor);
                fractions[i] = remainders[i] * Trillion / divisor;
                left += remainders[i];
            }
        }
        var lucky = Lucky((int)(left / divisor), remainders, fractions, carries, negative);
        var parts = new Part[count];
        for (var i = 0; i < count; i++)
        {
            var before = carries[i];
            var share = floors[i] + (lucky[i] ? 1 : 0);
            var grown = fractions[i] - (lucky[i] ? Trillion : 0);
            parts[i] = negative
                ? new Part((long)-share, before, before - grown)
                : new Part((long)share, before, before + grown);
        }
        return parts;
    }

    private static bool[] Lucky(
        int pennies,
        BigInteger[] remainders,
        BigInteger[] fractions,
        IReadOnlyList<BigInteger> carries,
        bool negative
    )
    {
        var lucky = new bool[remainders.Length];
        for (; pennies > 0; pennies--)
        {
            var best = -1;
            var most = BigInteger.Zero;
            for (var i = 0; i < remainders.Length; i++)
            {
                if (lucky[i] || remainders[i].IsZero)
                {
                    continue;
                }
                var claim = fractions[i] + (negative ? -carries[i] : carries[i]);
                if (best < 0 || claim > most)
                {
                    (best, most) = (i, claim);
                }
            }
            lucky[best] = true;
        }
        return lucky;
    }

    private static (BigInteger Floor, BigInteger Remainder) FloorDivide(BigInteger numerator, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(numerator, divisor, out var remainder);
        return remainder.Sign < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder);
    }
}

/// <summary>An exact share as statements show it: 12 decimals, the rest cut off.</summary>
public static class ExactShare
{
    /// <summary>The exact share of a pool.</summary>
    public static string OfPool(long total, BigInteger weight, BigInteger sum) => Cut(total * weight, sum);

    /// <summary>The exact difference of a true-up.</summary>
    public static string OfTrueUp(
        long total,
        BigInteger before,
        BigInteger sumBefore,
        BigInteger after,
        BigInteger sumAfter
    ) => Cut(total * (after * sumBefore - before * sumAfter), sumBefore * sumAfter);

    private static string Cut(BigInteger numerator, BigInteger divisor)
    {
        var trillionths = BigInteger.Abs(numerator) * Split.Trillion / divisor;
        var whole = BigInteger.DivRem(trillionths, Split.Trillion, out var part);
        var sign = numerator.Sign < 0 && !trillionths.IsZero ? "-" : "";
        return $"{sign}{whole.ToString("D", Text.Invariant)}.{part.ToString("D12", Text.Invariant)}";
    }
}
