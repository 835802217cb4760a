namespace Openbook.Domain;

/// <summary>
/// A count or a weight as it was written: an exact decimal, not below zero, of at most 12 digits before and 6 after the point.
/// It is kept in millionths, so that weights of one pool are whole numbers scaled by the same power of ten.
/// </summary>
/// <param name="Millionths">The value times one million.</param>
public readonly record struct Weight(long Millionths)
{
    /// <summary>Weight 1, as equal sharing uses it.</summary>
    public static readonly Weight One = new(1_000_000);

    /// <summary>Reads <c>[0-9]{1,12}(\.[0-9]{1,6})?</c>; anything else is refused.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Weight weight)
    {
        weight = default;
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var part = point < 0 ? [] : text[(point + 1)..];
        if (whole.Length is < 1 or > 12 || part.Length > 6 || (point >= 0 && part.Length == 0))
        {
            return false;
        }
        long value = 0;
        foreach (var c in whole)
        {
            if (c is < '0' or > '9')
            {
                return false;
            }
            value = value * 10 + (c - '0');
        }
        for (var i = 0; i < 6; i++)
        {
            var digit = i < part.Length ? part[i] - '0' : 0;
            if (digit is < 0 or > 9)
            {
                return false;
            }
            value = value * 10 + digit;
        }
        weight = new Weight(value);
        return true;
    }

    /// <summary>The decimal without trailing zeros: <c>40</c>, <c>0.5</c>.</summary>
    public override string ToString()
    {
        var whole = Text.Of(Millionths / 1_000_000);
        var part = (Millionths % 1_000_000).ToString("D6", Text.Invariant).TrimEnd('0');
        return part.Length == 0 ? whole : $"{whole}.{part}";
    }

    /// <summary>The same with commas between thousands: <c>11,465</c>, <c>1,000.5</c>.</summary>
    public string ToGrouped()
    {
        var text = ToString();
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return $"{Text.Grouped(Millionths / 1_000_000)}{(point < 0 ? "" : text[point..])}";
    }
}
