namespace Openbook.Domain;

/// <summary>
/// An amount of money in whole pence (GBP). <c>default</c> is £0.00. Arithmetic that would overflow throws
/// <see cref="OverflowException"/>; there is no way from or to floating point.
/// </summary>
/// <param name="Pence">Whole pence; below zero is a credit.</param>
public readonly record struct Money(long Pence) : IComparable<Money>
{
    /// <summary>The largest amount that a JSON number carries exactly, 2^53-1 pence (about £90 trillion).</summary>
    public const long Largest = (1L << 53) - 1;

    /// <summary>Nothing owed.</summary>
    public static readonly Money Zero;

    /// <summary>Sum; throws on overflow.</summary>
    public static Money operator +(Money a, Money b) => new(checked(a.Pence + b.Pence));

    /// <summary>Difference; throws on overflow.</summary>
    public static Money operator -(Money a, Money b) => new(checked(a.Pence - b.Pence));

    /// <summary>The opposite amount.</summary>
    public static Money operator -(Money a) => new(checked(-a.Pence));

    /// <summary>Less.</summary>
    public static bool operator <(Money a, Money b) => a.Pence < b.Pence;

    /// <summary>More.</summary>
    public static bool operator >(Money a, Money b) => a.Pence > b.Pence;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(Money a, Money b) => a.Pence <= b.Pence;

    /// <summary>More or equal.</summary>
    public static bool operator >=(Money a, Money b) => a.Pence >= b.Pence;

    /// <summary>
    /// A sum of sizes and the size of one more amount, in pence. It stops at the largest number there is, which is more than
    /// <see cref="Largest"/>, so that too much is always seen as too much.
    /// </summary>
    public static long AddSize(long sizes, long pence)
    {
        var size = pence == long.MinValue ? long.MaxValue : Math.Abs(pence);
        return size > long.MaxValue - sizes ? long.MaxValue : sizes + size;
    }

    /// <inheritdoc/>
    public int CompareTo(Money other) => Pence.CompareTo(other.Pence);

    /// <summary>Pounds with two decimals and nothing else, as files carry it: <c>-1234.50</c>.</summary>
    public string ToPlain()
    {
        var (pounds, pence) = Math.DivRem(Pence, 100);
        // Apart, for the smallest number of all has no positive one beside it.
        var size = unchecked((ulong)(pounds < 0 ? -pounds : pounds));
        return $"{(Pence < 0 ? "-" : "")}{size.ToString("D", Text.Invariant)}.{Math.Abs(pence).ToString("D2", Text.Invariant)}";
    }

    /// <summary>As people read it, in GOV.UK style: <c>£1,234.50</c>, <c>-£3.00</c>.</summary>
    public string ToPounds()
    {
        var plain = ToPlain();
        var digits = plain.AsSpan(Pence < 0 ? 1 : 0);
        var point = digits.IndexOf('.');
        var pounds = ulong.Parse(digits[..point], Text.Invariant).ToString("N0", Text.Invariant);
        return $"{(Pence < 0 ? "-" : "")}£{pounds}{digits[point..]}";
    }

    /// <summary>
    /// Reads pounds with at most two decimals, a leading minus for credits and no separators. More decimals are refused,
    /// never rounded.
    /// </summary>
    /// <returns>False if the text is not such an amount or is beyond <see cref="Largest"/>.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Money money)
    {
        Span<byte> bytes = stackalloc byte[32];
        money = default;
        if (text.Length is 0 or > 32)
        {
            return false;
        }
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] > 127)
            {
                return false;
            }
            bytes[i] = (byte)text[i];
        }
        return TryParse(bytes[..text.Length], out money);
    }

    /// <summary>The same on UTF-8 text.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Money money)
    {
        money = default;
        var at = 0;
        var negative = text.Length > 0 && text[0] == (byte)'-';
        if (negative)
        {
            at = 1;
        }
        long pence = 0;
        var whole = 0;
        while (at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9')
        {
            if (++whole > 14)
            {
                return false;
            }
            pence = unchecked(pence * 10 + (text[at++] - '0'));
        }
        var cents = 0;
        if (at < text.Length && text[at] == (byte)'.')
        {
            at++;
            while (at < text.Length && cents < 2 && text[at] is >= (byte)'0' and <= (byte)'9')
            {
                pence = unchecked(pence * 10 + (text[at++] - '0'));
                cents++;
            }
            if (cents == 0)
            {
                return false;
            }
        }
        if (whole == 0 || at != text.Length)
        {
            return false;
        }
        pence = unchecked(
            pence
            * (
                cents == 0 ? 100
                : cents == 1 ? 10
                : 1
            )
        );
        if (pence > Largest)
        {
            return false;
        }
        money = new Money(negative ? -pence : pence);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => ToPlain();
}
