using System.Globalization;
using System.Numerics;

namespace Openbook.Domain.Tests.Values;

public sealed class ShareWordsTests
{
    [Theory]
    [InlineData("0.000000000000", "£0.00 exactly")]
    [InlineData("19312.500000000000", "£193.125 exactly")]
    [InlineData("10000.000000000000", "£100.00 exactly")]
    [InlineData("-0.250000000000", "-£0.0025 exactly")]
    [InlineData("28432.333333333333", "£284.3233 to the nearest hundredth of a penny")]
    [InlineData("66.666666666666", "£0.6667 to the nearest hundredth of a penny")]
    [InlineData("0.005000000000", "£0.0001 to the nearest hundredth of a penny")]
    [InlineData("0.004999999999", "£0.00 to the nearest hundredth of a penny")]
    [InlineData("-0.004999999999", "£0.00 to the nearest hundredth of a penny")]
    [InlineData("-0.005000000000", "-£0.0001 to the nearest hundredth of a penny")]
    [InlineData("99.999999999999", "£1.00 to the nearest hundredth of a penny")]
    [InlineData("-123456789.990000000000", "-£1,234,567.8999 exactly")]
    public void An_exact_share_is_said_as_far_as_people_read(string pence, string said) =>
        Assert.Equal(said, ShareWords.Exact(pence));

    [Theory]
    [InlineData("0", "level with its exact share")]
    [InlineData("1", "level with its exact share")]
    [InlineData("-4999999999", "level with its exact share")]
    [InlineData("5000000000", "0.01p behind its exact share")]
    [InlineData("500000000000", "0.5p behind its exact share")]
    [InlineData("-333333333333", "0.33p ahead of its exact share")]
    [InlineData("-1000000000000", "1p ahead of its exact share")]
    public void A_carry_is_said_as_far_as_people_read(string trillionths, string said) =>
        Assert.Equal(
            $"Over the whole Book it was level with its exact share before this, and is {said} after.",
            ShareWords.OddPenny(
                new Part(0, BigInteger.Zero, BigInteger.Parse(trillionths, CultureInfo.InvariantCulture))
            )
        );
}
