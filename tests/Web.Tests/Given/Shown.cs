using System.Globalization;

namespace Openbook.Web.Tests.Given;

/// <summary>Reads amounts as pages show them.</summary>
internal static class Shown
{
    /// <summary>An amount in pence: <c>£1,234.56</c>, <c>−£3.00</c>, <c>To receive £3.00</c>, <c>Received £3.00</c>, <c>£3.00 less</c>. Words after it are left out.</summary>
    public static long Pence(string text)
    {
        var from = text.IndexOf('£', StringComparison.Ordinal);
        if (from < 0)
        {
            Assert.True(
                text.StartsWith("Nothing", StringComparison.Ordinal)
                    || text.StartsWith("No difference", StringComparison.Ordinal),
                text
            );
            return 0;
        }
        var amount = new string([.. text[(from + 1)..].TakeWhile(c => char.IsAsciiDigit(c) || c is ',' or '.')]);
        var size = long.Parse(new string([.. amount.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);
        var isBelow = new[] { "\u2212", "To receive", "Received" }.Any(word =>
            text.StartsWith(word, StringComparison.Ordinal)
        );
        var isLess = text[(from + 1 + amount.Length)..].StartsWith(" less", StringComparison.Ordinal);
        return isBelow || isLess ? -size : size;
    }
}
