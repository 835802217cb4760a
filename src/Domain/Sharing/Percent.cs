using System.Numerics;

namespace Openbook.Domain;

/// <summary>Parts of a whole in percent, for people; nothing is worked out from them.</summary>
public static class Percent
{
    /// <summary>A part of a whole with at most two decimals, halves away from zero: <c>28.43%</c>, <c>50%</c>; empty of nothing.</summary>
    /// <param name="part">The part, not below zero.</param>
    /// <param name="whole">The whole, not below zero.</param>
    public static string Of(BigInteger part, BigInteger whole)
    {
        if (whole.IsZero)
        {
            return "";
        }
        var hundredths = (long)((part * 20_000 + whole) / (whole * 2));
        var text = new Money(hundredths).ToPlain();
        return $"{(text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text)}%";
    }
}
