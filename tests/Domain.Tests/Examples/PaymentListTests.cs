using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Examples;

/// <summary>Payments listed, chosen and added up.</summary>
public sealed class PaymentListTests
{
    private readonly ABook book = Telling.Of(
        """
        agree camden, islington, haringey from 2016-10
          service networks: equal
        pay 2016-10-05 islington camden 100.00
        pay 2016-11-05 haringey camden 30.00
        close 2016-10
        pay 2016-10-20 camden haringey 5.00
        """
    );

    [Fact]
    public void All_are_listed_newest_first_with_the_month_they_are_posted_in()
    {
        var list = PaymentList.Of(book.State);
        Assert.Equal(
            ["2016-11-05 2016-11", "2016-10-20 2016-11", "2016-10-05 2016-10"],
            list.Payments.Select(item => $"{Dates.Iso(item.Payment.Date)} {item.Posted}")
        );
        Assert.Equal(13_500, list.TotalPence);
    }

    [Fact]
    public void What_is_paid_less_what_is_received_sums_to_nothing()
    {
        var list = PaymentList.Of(book.State);
        Assert.Equal(
            ["camden 5.00 130.00", "islington 100.00 0.00", "haringey 30.00 5.00"],
            list.Partners.Select(item =>
                $"{item.Partner} {Printed.Of(item.PaidPence)} {Printed.Of(item.ReceivedPence)}"
            )
        );
        Assert.Equal(0, list.Partners.Sum(item => item.NetPence));
    }

    [Fact]
    public void Those_of_a_council_or_a_purpose_can_be_chosen()
    {
        Assert.Equal(2, PaymentList.Of(book.State, "haringey").Payments.Count);
        Assert.Equal(3, PaymentList.Of(book.State, purpose: PaymentPurpose.OnAccount).Payments.Count);
        Assert.Empty(PaymentList.Of(book.State, "haringey", PaymentPurpose.Opening).Payments);
    }

    [Fact]
    public void One_of_the_same_day_councils_amount_and_reference_is_known()
    {
        var known = PaymentList.Of(book.State).Payments[0];
        Assert.Equal(
            known.Entry,
            PaymentList.EntryLike(book.State, known.Payment with { For = PaymentPurpose.Opening })
        );
        Assert.Null(PaymentList.EntryLike(book.State, known.Payment with { Reference = "another" }));
        Assert.Null(PaymentList.EntryLike(book.State, known.Payment with { Date = known.Payment.Date.AddDays(1) }));
    }
}
