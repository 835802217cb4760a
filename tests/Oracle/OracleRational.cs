using System.Globalization;
using System.Numerics;

namespace Openbook.Oracle;

/// <summary>An exact fraction in lowest terms, its denominator above zero.</summary>
public sealed record OracleRational
{
    /// <summary>The number zero.</summary>
    public static readonly OracleRational Zero = new(0, 1);

    /// <summary>The number one.</summary>
    public static readonly OracleRational One = new(1, 1);

    /// <summary>Makes the fraction, reduced to lowest terms.</summary>
    public OracleRational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException();
        }

        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        Denominator = denominator / divisor;
    }

    /// <summary>The number above the line, which bears the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The number below the line, above zero.</summary>
    public BigInteger Denominator { get; }

    /// <summary>Below zero -1, zero 0, above zero 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>A whole number.</summary>
    public static OracleRational Whole(BigInteger number) => new(number, 1);

    /// <summary>Reads digits with at most one point, such as <c>12.50</c>; no sign.</summary>
    public static OracleRational Decimal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int point = text.IndexOf('.', StringComparison.Ordinal);
        int places = point < 0 ? 0 : text.Length - point - 1;
        string digits = point < 0 ? text : text.Remove(point, 1);
        BigInteger number = BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return new OracleRational(number, BigInteger.Pow(10, places));
    }

    /// <summary>This and the other added together.</summary>
    public OracleRational Plus(OracleRational other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new((Numerator * other.Denominator) + (other.Numerator * Denominator), Denominator * other.Denominator);
    }

    /// <summary>This less the other.</summary>
    public OracleRational Minus(OracleRational other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Plus(other.Negated());
    }

    /// <summary>This multiplied by the other.</summary>
    public OracleRational Times(OracleRational other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Numerator * other.Numerator, Denominator * other.Denominator);
    }

    /// <summary>This divided by the other.</summary>
    public OracleRational Over(OracleRational other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Numerator * other.Denominator, Denominator * other.Numerator);
    }

    /// <summary>The same with the other sign.</summary>
    public OracleRational Negated() => new(-Numerator, Denominator);

    /// <summary>The same without its sign.</summary>
    public OracleRational Size() => Sign < 0 ? Negated() : this;

    /// <summary>Whether this is greater than the other.</summary>
    public bool IsAbove(OracleRational other) => Minus(other).Sign > 0;

    /// <summary>The greatest whole number that is not above this one (towards minus infinity).</summary>
    public BigInteger Floor()
    {
        BigInteger cut = BigInteger.DivRem(Numerator, Denominator, out BigInteger rest);
        return rest.Sign < 0 ? cut - 1 : cut;
    }

    /// <summary>This number in whole trillionths, cut (towards zero).</summary>
    public BigInteger Trillionths() => Numerator * BigInteger.Pow(10, 12) / Denominator;

    /// <summary>The fraction as <c>7</c> or <c>10000/3</c>.</summary>
    public override string ToString() =>
        Denominator.IsOne
            ? Numerator.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
