using System.Globalization;

namespace Openbook.Web.Tests.Given;

/// <summary>Reads amounts as pages show them.</summary>
internal static class Shown
{
    /// <summary>An amount in pence: <c>£1,234.56</c>, <c>−£3.00</c>, <c>To receive £3.00</c>, <c>Received £3.00</c>. Words after it are left out.</summary>
    public static long Pence(string text)
    {
        var from = text.IndexOf('£', StringComparison.Ordinal);
        if (from < 0)
        {
            Assert.StartsWith("Nothing", text, StringComparison.Ordinal);
            return 0;
        }
        var digits = text[(from + 1)..]
            .TakeWhile(c => char.IsAsciiDigit(c) || c is ',' or '.')
            .Where(char.IsAsciiDigit);
        var size = long.Parse(new string([.. digits]), CultureInfo.InvariantCulture);
        var isBelow = new[] { "\u2212", "To receive", "Received" }.Any(word =>
            text.StartsWith(word, StringComparison.Ordinal)
        );
        return isBelow ? -size : size;
    }
}
