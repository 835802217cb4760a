using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Examples;

/// <summary>What a payment would do to balances, by hand.</summary>
public sealed class PaymentEffectTests
{
    private const string Agreed = """
        agree camden, islington, haringey from 2016-10
          service networks: equal
          service desktop: driver devices
          driver devices: 12 months
        cost 2016-10 networks 300.00 camden
        close 2016-10
        cost 2016-11 networks 30.00 islington
        """;

    [Fact]
    public void It_moves_the_balances_of_who_pays_and_who_receives_by_its_amount()
    {
        var effect = Of(Telling.Of(Agreed), "2016-11-15", "haringey", "camden", "40.00").Value;
        Assert.Equal("2016-11", effect.Posted.ToString());
        Assert.Equal(
            ["camden -190.00 -150.00", "haringey 110.00 70.00"],
            effect.Balances.Select(item =>
                $"{item.Partner} {Printed.Of(item.BeforePence)} {Printed.Of(item.AfterPence)}"
            )
        );
    }

    [Fact]
    public void Both_balances_are_those_of_the_statements_before_and_after_it_is_recorded()
    {
        var book = Telling.Of(Agreed);
        var effect = Of(book, "2016-11-15", "haringey", "camden", "40.00").Value;
        Assert.Equal(Carried(book), effect.Balances.Select(item => item.BeforePence));
        var paid = Telling.Of($"{Agreed}\npay 2016-11-15 haringey camden 40.00");
        Assert.Equal(Carried(paid), effect.Balances.Select(item => item.AfterPence));

        static IEnumerable<long> Carried(ABook book) =>
            book.Shown("2016-11")
                .Partners.Where(partner => partner.Figures.Partner is "camden" or "haringey")
                .Select(partner => partner.Figures.CarriedForwardPence);
    }

    [Fact]
    public void Of_a_closed_month_it_stands_in_the_first_open_one() =>
        Assert.Equal(
            "2016-11",
            Of(Telling.Of(Agreed), "2016-10-15", "haringey", "camden", "1.00").Value.Posted.ToString()
        );

    [Theory]
    [InlineData("cost 2016-11 desktop 1.00 camden", "2016-11-15", "count-missing")]
    [InlineData("", "2036-11-15", "period-out-of-reach")]
    public void Where_the_month_cannot_be_closed_it_says_why(string more, string day, string code) =>
        Assert.Contains(
            Of(Telling.Of($"{Agreed}\n{more}"), day, "haringey", "camden", "1.00").Refusals,
            refusal => refusal.Code.Code == code
        );

    private static Outcome<PaymentEffect> Of(ABook book, string day, string from, string to, string amount) =>
        PaymentEffect.Of(
            book.Again,
            new PaymentsRecorded(
                new Source("imagined.csv", ABook.Digest(999)),
                new[]
                {
                    new Payment(In.Date(day), from, to, In.Money(amount), "", PaymentPurpose.Settlement),
                }.ToEquatableList()
            )
        );
}
