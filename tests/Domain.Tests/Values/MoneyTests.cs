using System.Text;
using FsCheck.Fluent;
using Openbook.Domain.Tests.Properties;

namespace Openbook.Domain.Tests.Values;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.00", 0)]
    [InlineData("-0.00", 0)]
    [InlineData("1", 100)]
    [InlineData("1.5", 150)]
    [InlineData("1.05", 105)]
    [InlineData("-1234.50", -123_450)]
    [InlineData("007.10", 710)]
    [InlineData("90071992547409.91", Money.Largest)]
    [InlineData("-90071992547409.91", -Money.Largest)]
    public void An_amount_is_read(string text, long pence)
    {
        Assert.True(Money.TryParse(text, out Money money));
        Assert.Equal(pence, money.Pence);
        Assert.True(Money.TryParse(Encoding.UTF8.GetBytes(text), out money));
        Assert.Equal(pence, money.Pence);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData(".5")]
    [InlineData("-.5")]
    [InlineData("5.")]
    [InlineData("1.234")]
    [InlineData("1.000")]
    [InlineData("1,000.00")]
    [InlineData("1 000")]
    [InlineData("1_000")]
    [InlineData("+1.00")]
    [InlineData("--1")]
    [InlineData("1-")]
    [InlineData("(1.00)")]
    [InlineData("£1.00")]
    [InlineData("1.00p")]
    [InlineData(" 1.00")]
    [InlineData("1.00 ")]
    [InlineData("1.0.0")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("\u0661.00")]
    [InlineData("\uff11")]
    [InlineData("\u22121.00")]
    [InlineData("90071992547409.92")]
    [InlineData("-90071992547409.92")]
    [InlineData("99999999999999")]
    [InlineData("100000000000000")]
    [InlineData("000000000000001")]
    [InlineData("99999999999999999999999999999999999")]
    public void What_is_no_amount_is_refused(string text)
    {
        Assert.False(Money.TryParse(text, out Money money));
        Assert.Equal(Money.Zero, money);
        Assert.False(Money.TryParse(Encoding.UTF8.GetBytes(text), out money));
        Assert.Equal(Money.Zero, money);
    }

    [Theory]
    [InlineData(0, "0.00", "£0.00")]
    [InlineData(-1, "-0.01", "-£0.01")]
    [InlineData(-300, "-3.00", "-£3.00")]
    [InlineData(123_450, "1234.50", "£1,234.50")]
    [InlineData(-123_456_789, "-1234567.89", "-£1,234,567.89")]
    [InlineData(long.MaxValue, "92233720368547758.07", "£92,233,720,368,547,758.07")]
    [InlineData(long.MinValue, "-92233720368547758.08", "-£92,233,720,368,547,758.08")]
    public void An_amount_is_written_for_files_and_for_people(long pence, string plain, string pounds)
    {
        Assert.Equal(plain, new Money(pence).ToPlain());
        Assert.Equal(plain, new Money(pence).ToString());
        Assert.Equal(pounds, new Money(pence).ToPounds());
    }

    [Fact]
    public void What_is_written_is_read_again() =>
        Law.MustHold(
            2_000,
            Splits.Any,
            split =>
            {
                Assert.True(Money.TryParse(new Money(split.Total).ToPlain(), out Money money));
                Assert.Equal(split.Total, money.Pence);
            }
        );

    [Fact]
    public void Any_text_at_all_is_read_or_refused_and_what_is_read_is_plain() =>
        Law.MustHold(
            2_000,
            Gen.ArrayOf(Gen.Elements("0123456789.-,+ e£\u0661\u00ff".ToCharArray())).ToArbitrary(),
            signs =>
            {
                var text = new string(signs);
                var isAmount = System.Text.RegularExpressions.Regex.IsMatch(text, @"^-?[0-9]{1,14}(\.[0-9]{1,2})?\z");
                Assert.Equal(Money.TryParse(text, out Money money), isAmount && Math.Abs(money.Pence) <= Money.Largest);
                Assert.Equal(
                    Money.TryParse(Encoding.UTF8.GetBytes(text), out Money same),
                    Money.TryParse(text, out money)
                );
                Assert.Equal(money, same);
            }
        );

    [Fact]
    public void Amounts_add_compare_and_stand_for_nothing_by_default()
    {
        Assert.Equal(default, Money.Zero);
        Assert.Equal(new Money(3), new Money(1) + new Money(2));
        Assert.Equal(new Money(-1), new Money(1) - new Money(2));
        Assert.Equal(new Money(-1), -new Money(1));
        Assert.True(new Money(1) < new Money(2) && new Money(2) > new Money(1) && new Money(2) >= new Money(2));
        Assert.True(new Money(2) <= new Money(2));
        Assert.Equal(
            [new Money(-5), new Money(0), new Money(7)],
            new[] { new Money(7), new Money(-5), new Money(0) }.Order()
        );
    }
}
