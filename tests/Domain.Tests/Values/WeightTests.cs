using FsCheck.Fluent;
using Openbook.Domain.Tests.Properties;

namespace Openbook.Domain.Tests.Values;

public sealed class WeightTests
{
    [Theory]
    [InlineData("0", 0, "0")]
    [InlineData("40", 40_000_000, "40")]
    [InlineData("0.5", 500_000, "0.5")]
    [InlineData("0.000001", 1, "0.000001")]
    [InlineData("1.500000", 1_500_000, "1.5")]
    [InlineData("007", 7_000_000, "7")]
    [InlineData("10.10", 10_100_000, "10.1")]
    [InlineData("999999999999.999999", 999_999_999_999_999_999, "999999999999.999999")]
    public void A_weight_is_read_and_written_without_trailing_zeros(string text, long millionths, string written)
    {
        Assert.True(Weight.TryParse(text.AsSpan(), out var weight));
        Assert.Equal(millionths, weight.Millionths);
        Assert.Equal(written, weight.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1,5")]
    [InlineData("1.0000000")]
    [InlineData("1000000000000")]
    [InlineData("0000000000001")]
    [InlineData("1e6")]
    [InlineData("1.-5")]
    [InlineData("1.5.5")]
    [InlineData("1/3")]
    [InlineData("NaN")]
    [InlineData("\u0661")]
    [InlineData("1.\u0661")]
    [InlineData(" 1")]
    public void What_is_no_weight_is_refused(string text)
    {
        Assert.False(Weight.TryParse(text.AsSpan(), out var weight));
        Assert.Equal(default, weight);
    }

    [Fact]
    public void What_is_written_is_read_again() =>
        Law.MustHold(
            2_000,
            (
                from high in Gen.Choose(0, 999_999_999)
                from low in Gen.Choose(0, 999_999_999)
                select new Weight(high * 1_000_000_000L + low)
            ).ToArbitrary(),
            weight =>
            {
                Assert.True(Weight.TryParse(weight.ToString().AsSpan(), out var read));
                Assert.Equal(weight, read);
            }
        );
}
