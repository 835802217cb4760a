using System.Numerics;

namespace Openbook.Domain;

/// <summary>A part of a pool after the split.</summary>
/// <param name="Pence">The share in whole pence.</param>
/// <param name="CarryBefore">The carry before, in trillionths of a penny.</param>
/// <param name="CarryAfter">The carry after.</param>
public sealed record Part(long Pence, BigInteger CarryBefore, BigInteger CarryAfter);

/// <summary>
/// Splits whole pence over weights by largest remainder with a carry, the rules <c>openbook-1</c>. Shares sum to the amount,
/// each is the floor or the ceiling of the exact one, and a weight of zero gets nothing and keeps its carry. All products are of
/// unbounded size: nothing overflows, nothing is a fraction in floating point.
/// </summary>
public static class Split
{
    /// <summary>One penny in the unit of carries.</summary>
    public static readonly BigInteger Trillion = PennyInCarries;

    private const long PennyInCarries = 1_000_000_000_000;

    /// <summary>Splits a pool.</summary>
    /// <param name="total">The pool in pence.</param>
    /// <param name="weights">A weight for each place, scaled by one power of ten; at least one above zero.</param>
    /// <param name="carries">The carry for each place: of at most some millions of pence, which no council ever comes near.</param>
    public static Part[] Pool(long total, BigInteger[] weights, BigInteger[] carries)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(carries);
        var sum = Sum(weights);
        if (sum.Sign <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(weights), "No weight is above zero.");
        }
        var size = BigInteger.Abs(total);
        var shares = new Share[weights.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = weights[i].IsZero ? Share.None : ShareDivision.Of(size * weights[i], sum);
        }
        return Deal(total < 0, (long)size, shares, carries);
    }

    /// <summary>Splits the difference that new weights make to a pool; it sums to zero.</summary>
    /// <param name="total">The pool in pence, as it was split before.</param>
    /// <param name="before">The weights of the last split or true-up.</param>
    /// <param name="after">The weights now.</param>
    /// <param name="carries">The carry for each place.</param>
    public static Part[] TrueUp(long total, BigInteger[] before, BigInteger[] after, BigInteger[] carries)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(carries);
        var sumBefore = Sum(before);
        var sumAfter = Sum(after);
        var size = BigInteger.Abs(total);
        var shares = new Share[before.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] =
                before[i].IsZero && after[i].IsZero
                    ? Share.None
                    : ShareDivision.Of(size * (after[i] * sumBefore - before[i] * sumAfter), sumBefore * sumAfter);
        }
        return Deal(total < 0, 0, shares, carries);
    }

    /// <summary>The sum of weights.</summary>
    public static BigInteger Sum(BigInteger[] weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var sum = BigInteger.Zero;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i];
        }
        return sum;
    }

    // Below zero the work is done on the mirror image: carries are negated before, shares and carries after.
    private static Part[] Deal(bool negative, long size, Share[] shares, BigInteger[] carries)
    {
        var before = new long[carries.Length];
        var left = size;
        for (var i = 0; i < before.Length; i++)
        {
            before[i] = negative ? -(long)carries[i] : (long)carries[i];
            left -= shares[i].Floor;
        }
        var lucky = Lucky(left, shares, before);
        var parts = new Part[before.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var share = shares[i].Floor + (lucky[i] ? 1 : 0);
            var after = before[i] + shares[i].Fraction - (lucky[i] ? PennyInCarries : 0);
            parts[i] = new Part(negative ? -share : share, carries[i], negative ? -after : after);
        }
        return parts;
    }

    private static bool[] Lucky(long pennies, Share[] shares, long[] carries)
    {
        var lucky = new bool[shares.Length];
        for (; pennies > 0; pennies--)
        {
            var best = -1;
            var most = 0L;
            for (var i = 0; i < shares.Length; i++)
            {
                if (lucky[i] || !shares[i].HasRemainder)
                {
                    continue;
                }
                var claim = shares[i].Fraction + carries[i];
                if (best < 0 || claim > most)
                {
                    (best, most) = (i, claim);
                }
            }
            lucky[best] = true;
        }
        return lucky;
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
        var size = ShareDivision.Of(BigInteger.Abs(numerator), divisor);
        var sign = numerator.Sign < 0 && (size.Floor != 0 || size.Fraction != 0) ? "-" : "";
        return $"{sign}{Text.Of(size.Floor)}.{size.Fraction.ToString("D12", Text.Invariant)}";
    }
}
