using System.Numerics;

namespace Openbook.Domain;

/// <summary>An exact share cut into what a split works with.</summary>
/// <param name="Floor">Its whole pence, rounded towards minus infinity.</param>
/// <param name="Fraction">What is left over, in whole trillionths of a penny, the rest cut off.</param>
/// <param name="HasRemainder">Whether anything is left over, however little.</param>
internal readonly record struct Share(long Floor, long Fraction, bool HasRemainder)
{
    /// <summary>The share of a weight of zero.</summary>
    public static Share None => default;
}

/// <summary>Divides exactly: in machine words where everything fits, which is nearly always, else with numbers of any size.</summary>
internal static class ShareDivision
{
    private const ulong Million = 1_000_000;

    // Below it a remainder times a million fits into a machine word.
    private const ulong MostDivisor = ulong.MaxValue / Million;

    /// <summary>The share that is numerator / divisor pence.</summary>
    /// <param name="numerator">Of any sign.</param>
    /// <param name="divisor">Above zero.</param>
    public static Share Of(BigInteger numerator, BigInteger divisor) =>
        numerator.Sign >= 0 && numerator <= ulong.MaxValue && divisor <= MostDivisor
            ? OfWords((ulong)numerator, (ulong)divisor)
            : OfAnySize(numerator, divisor);

    private static Share OfWords(ulong numerator, ulong divisor)
    {
        var remainder = numerator % divisor;
        // Trillionths as in long division, six digits at a time.
        var millionths = remainder * Million / divisor;
        var rest = remainder * Million % divisor;
        return new Share(
            (long)(numerator / divisor),
            (long)(millionths * Million + rest * Million / divisor),
            remainder != 0
        );
    }

    private static Share OfAnySize(BigInteger numerator, BigInteger divisor)
    {
        var floor = BigInteger.DivRem(numerator, divisor, out var remainder);
        if (remainder.Sign < 0)
        {
            floor -= 1;
            remainder += divisor;
        }
        return new Share((long)floor, (long)(remainder * Split.Trillion / divisor), !remainder.IsZero);
    }
}
