using System.Numerics;
using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Failures;

/// <summary>What goes wrong with money in .NET, and may not here.</summary>
public sealed class B6DotnetMoney
{
    // Math.Round rounds halves to even unless told otherwise: 2.5 pence twice is 2 and 2.
    [Fact]
    public void Math_Round_rounds_halves_to_even()
    {
        var book = Telling.Of(
            "agree camden, islington from 2016-10\n  service networks: equal\ncost 2016-10 networks 0.05 camden"
        );
        Assert.Equal("0.03 0.02", book.Shares("2016-10"));
    }

    // decimal keeps its scale: 1.2 and 1.20 are equal and print otherwise, so that their digests differ.
    [Fact]
    public void Decimal_scale_travels_into_text_and_digests()
    {
        Assert.Equal(1.2m, 1.20m);
        Assert.NotEqual(Invariant(1.2m), Invariant(1.20m));
        Assert.Equal(In.Money("1.2").ToPlain(), In.Money("1.20").ToPlain());
        Assert.Equal(In.Weight("1.2").ToString(), In.Weight("1.20").ToString());
    }

    // 1/3 is not exact in decimal either: three thirds of a hundred pounds are not a hundred pounds.
    [Fact]
    public void Decimal_a_third_is_not_exact()
    {
        Assert.NotEqual(1m, 1m / 3m * 3m);
        Assert.Equal(
            [3_334, 3_333, 3_333],
            Split.Pool(10_000, [1, 1, 1], new BigInteger[3]).Select(part => part.Pence)
        );
    }

    // NodaMoney #85: the constructor rounds without a word; #27: rounding belongs at the end only.
    [Theory]
    [InlineData("1.005")]
    [InlineData("1.234")]
    [InlineData("0.001")]
    [InlineData("-0.009")]
    public void NodaMoney_85_more_than_two_decimals_are_rounded_without_a_word(string text) =>
        Assert.False(Money.TryParse(text, out Money _));

    // long wraps round where nothing is checked.
    [Fact]
    public void Long_arithmetic_wraps_round()
    {
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
        Assert.Throws<OverflowException>(() => new Money(long.MinValue) - new Money(1));
        Assert.Throws<OverflowException>(() => -new Money(long.MinValue));
    }

    // pence times weight needs more than 64 bits, and a true-up more than 128.
    [Fact]
    public void Products_of_pence_and_weights_overflow()
    {
        var most = BigInteger.Pow(10, 18) - 1;
        Assert.Equal(
            [4_503_599_627_370_496, 4_503_599_627_370_495],
            Split.Pool(Money.Largest, [most, most], new BigInteger[2]).Select(part => part.Pence)
        );
        var parts = Split.TrueUp(Money.Largest, [most, 1], [1, most], new BigInteger[2]);
        Assert.Equal([-Money.Largest, Money.Largest], parts.Select(part => part.Pence));
    }

    private static string Invariant(decimal number) =>
        number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
