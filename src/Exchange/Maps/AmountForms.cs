using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>What an amount in a file may have beside digits, a point and a minus in front.</summary>
[Flags]
public enum AmountForms
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Commas between thousands: 1,234.50.</summary>
    Commas = 1,

    /// <summary>A pound sign, or GBP: £12.00, -£12.00, £-12.00.</summary>
    Pound = 2,

    /// <summary>Brackets around what is below zero: (12.00).</summary>
    Brackets = 4,

    /// <summary>A minus behind what is below zero: 12.00-.</summary>
    TrailingMinus = 8,

    /// <summary>CR behind what is below zero, or DR behind what is not.</summary>
    Credit = 16,

    /// <summary>A dash alone for nothing.</summary>
    Dash = 32,
}

/// <summary>The words of the forms of amounts in a map.</summary>
public static class AmountWords
{
    /// <summary>Each word with its form.</summary>
    public static IReadOnlyList<(string Word, AmountForms Form)> All { get; } =
    [
        ("commas", AmountForms.Commas),
        ("pound", AmountForms.Pound),
        ("brackets", AmountForms.Brackets),
        ("trailing-minus", AmountForms.TrailingMinus),
        ("cr", AmountForms.Credit),
        ("dash", AmountForms.Dash),
    ];

    /// <summary>The words of some forms.</summary>
    public static IReadOnlyList<string> Of(AmountForms forms) =>
        [.. All.Where(item => forms.HasFlag(item.Form)).Select(item => item.Word)];
}

/// <summary>
/// Reads amounts as files write them. What is more exact than a penny is refused, never rounded; but
/// what a spreadsheet's sums leave beyond its 15 digits is no part of a number.
/// </summary>
public static class AmountText
{
    private const int SpreadsheetDigits = 15;

    // As many digits as a decimal surely holds.
    private const int DecimalDigits = 28;

    private static readonly string[] Pounds = ["£", "GBP", "\u00C2£", "\uFFFD"];

    /// <summary>Reads an amount in any form, and says which forms it needs.</summary>
    public static bool TryRead(string text, out Money amount, out AmountForms needed)
    {
        ArgumentNullException.ThrowIfNull(text);
        amount = default;
        needed = AmountForms.None;
        var rest = text.Replace('\u2212', '-').AsSpan().Trim();
        var signs = 0;
        var isBelow = false;
        if (
            rest.EndsWith("CR", StringComparison.OrdinalIgnoreCase)
            || rest.EndsWith("DR", StringComparison.OrdinalIgnoreCase)
        )
        {
            needed |= AmountForms.Credit;
            isBelow = rest[^2] is 'C' or 'c';
            signs++;
            rest = rest[..^2].TrimEnd();
        }
        if (rest.Length > 1 && rest[^1] == '-' && rest[..^1].TrimEnd() is [.., >= '0' and <= '9'])
        {
            needed |= AmountForms.TrailingMinus;
            isBelow = true;
            signs++;
            rest = rest[..^1].TrimEnd();
        }
        var brackets = 0;
        rest = Front(rest, ref needed, ref signs, ref brackets);
        if (brackets > 0)
        {
            if (rest.Length == 0 || rest[^1] != ')')
            {
                return false;
            }
            needed |= AmountForms.Brackets;
            rest = rest[..^1].TrimEnd();
        }
        isBelow |= signs > 0 && !needed.HasFlag(AmountForms.Credit) || (brackets > 0);
        return signs <= 1 && Digits(rest, isBelow, signs, ref needed, out amount);
    }

    // Takes off what stands in front: one minus, one pound, one bracket, in any order.
    private static ReadOnlySpan<char> Front(
        ReadOnlySpan<char> rest,
        scoped ref AmountForms needed,
        scoped ref int signs,
        scoped ref int brackets
    )
    {
        while (rest.Length > 0)
        {
            var pound = Pound(rest);
            if (pound > 0 && !needed.HasFlag(AmountForms.Pound))
            {
                needed |= AmountForms.Pound;
                rest = rest[pound..].TrimStart();
            }
            else if (rest[0] == '-' && signs == 0)
            {
                signs++;
                rest = rest[1..].TrimStart();
                if (rest.Length == 0)
                {
                    return "-";
                }
            }
            else if (rest[0] == '(' && signs == 0)
            {
                signs++;
                brackets++;
                rest = rest[1..].TrimStart();
            }
            else
            {
                break;
            }
        }
        return rest;
    }

    private static int Pound(ReadOnlySpan<char> rest)
    {
        foreach (var sign in Pounds)
        {
            if (rest.StartsWith(sign, StringComparison.OrdinalIgnoreCase))
            {
                return sign.Length;
            }
        }
        return 0;
    }

    private static bool Digits(
        ReadOnlySpan<char> rest,
        bool isBelow,
        int signs,
        ref AmountForms needed,
        out Money amount
    )
    {
        amount = default;
        if (rest is "-")
        {
            needed |= AmountForms.Dash;
            return signs == 1 && !needed.HasFlag(AmountForms.TrailingMinus);
        }
        var point = rest.IndexOf('.');
        var whole = point < 0 ? rest : rest[..point];
        var decimals = point < 0 ? default : rest[(point + 1)..];
        if (rest.IsEmpty || rest is "." || !AllDigits(decimals))
        {
            return false;
        }
        if (whole.Contains(','))
        {
            needed |= AmountForms.Commas;
            if (!AreThousands(whole))
            {
                return false;
            }
        }
        var digits = whole.ToString().Replace(",", "", StringComparison.Ordinal).TrimStart('0');
        if (!AllDigits(digits))
        {
            return false;
        }
        var number = Shown(digits, decimals.TrimEnd('0').ToString());
        return Money.TryParse(isBelow ? "-" + number : number, out amount);
    }

    // A number as a spreadsheet shows it: it keeps 15 digits, and what a sum leaves beyond them, as in 1234.5600000000001, is not
    // meant.
    private static string Shown(string digits, string decimals)
    {
        var number = $"{(digits.Length > 0 ? digits : "0")}{(decimals.Length > 0 ? "." : "")}{decimals}";
        return decimals.Length > 2 && digits.Length + decimals.Length is > SpreadsheetDigits and < DecimalDigits
            ? decimal.Round(decimal.Parse(number, Text.Invariant), Math.Max(SpreadsheetDigits - digits.Length, 2))
                .ToString("0.####################", Text.Invariant)
            : number;
    }

    private static bool AllDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool AreThousands(ReadOnlySpan<char> whole)
    {
        for (var i = 0; i < whole.Length; i++)
        {
            var fromEnd = whole.Length - i;
            if (fromEnd % 4 == 0 ? i == 0 || whole[i] != ',' : !char.IsAsciiDigit(whole[i]))
            {
                return false;
            }
        }
        return true;
    }
}
