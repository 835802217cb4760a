namespace Openbook.Domain;

/// <summary>A payment between partners, with the month it was posted in.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Posted">The month in whose statement it stands.</param>
public sealed record ListedPayment(Payment Payment, int Entry, Month Posted);

/// <summary>What a partner paid to others and received from them, in pence.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="PaidPence">What it paid.</param>
/// <param name="ReceivedPence">What it received.</param>
public sealed record PaymentTotal(string Partner, long PaidPence, long ReceivedPence)
{
    /// <summary>Paid less received.</summary>
    public long NetPence => checked(PaidPence - ReceivedPence);
}

/// <summary>The payments between partners, or those of a partner or a purpose, with what they come to.</summary>
/// <param name="Payments">The payments, newest first; of one day, the one recorded last first.</param>
/// <param name="TotalPence">What was moved in all, in pence.</param>
/// <param name="Partners">The totals of the partners concerned, in the Book's order.</param>
public sealed record PaymentList(
    IReadOnlyList<ListedPayment> Payments,
    long TotalPence,
    IReadOnlyList<PaymentTotal> Partners
)
{
    /// <summary>Lists them.</summary>
    /// <param name="book">The Book.</param>
    /// <param name="partner">A partner that paid or received; null for all.</param>
    /// <param name="purpose">What they are for; null for all.</param>
    public static PaymentList Of(BookState book, string? partner = null, PaymentPurpose? purpose = null)
    {
        ArgumentNullException.ThrowIfNull(book);
        var payments = book
            .PostedMonths.SelectMany(month =>
                book.PostingsOf(Period.Of(month))
                    .Payments.Select(item => new ListedPayment(item.Payment, item.Entry, month))
            )
            .Where(item => partner is null || item.Payment.From == partner || item.Payment.To == partner)
            .Where(item => purpose is null || item.Payment.For == purpose)
            .OrderByDescending(item => item.Payment.Date)
            .ThenByDescending(item => item.Entry)
            .ToList();
        return new PaymentList(
            payments,
            Sum(payments, _ => true),
            [
                .. book
                    .Partners.Select(code => new PaymentTotal(
                        code,
                        Sum(payments, payment => payment.From == code),
                        Sum(payments, payment => payment.To == code)
                    ))
                    .Where(total => total.PaidPence != 0 || total.ReceivedPence != 0),
            ]
        );
    }

    /// <summary>The entry that last recorded a payment with the same day, councils, amount and reference, or null.</summary>
    /// <param name="book">The Book.</param>
    /// <param name="payment">The payment.</param>
    public static int? EntryLike(BookState book, Payment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return Of(book, payment.From)
            .Payments.FirstOrDefault(item => item.Payment with { For = payment.For } == payment)
            ?.Entry;
    }

    private static long Sum(List<ListedPayment> payments, Func<Payment, bool> counts) =>
        payments
            .Where(item => counts(item.Payment))
            .Aggregate(0L, (sum, item) => checked(sum + item.Payment.Amount.Pence));
}
