namespace Openbook.Domain;

/// <summary>A partner's balance as the Book is and with payments that nobody has recorded, in pence.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="BeforePence">What it owes (above zero) or is owed as the Book is.</param>
/// <param name="AfterPence">The same with the payments.</param>
public sealed record ChangedBalance(string Partner, long BeforePence, long AfterPence);

/// <summary>What payments would do to the balances of who pays and who receives.</summary>
/// <param name="Posted">The last month in whose statements one of the payments would stand.</param>
/// <param name="Balances">Balances carried forward from that month, in the Book's order of partners.</param>
public sealed record PaymentEffect(Month Posted, IReadOnlyList<ChangedBalance> Balances)
{
    private const int MostMonths = 120;

    /// <summary>
    /// The effect of payments that were decided on, as if every month up to the one in which they stand were closed; or why that
    /// month cannot be shown. Nothing is kept.
    /// </summary>
    /// <param name="fold">Folds the Book anew: it is asked twice, and what it gives is changed.</param>
    /// <param name="fact">The payments.</param>
    public static Outcome<PaymentEffect> Of(Func<BookState> fold, PaymentsRecorded fact)
    {
        ArgumentNullException.ThrowIfNull(fold);
        ArgumentNullException.ThrowIfNull(fact);
        var before = new ImaginedBook(fold());
        var after = new ImaginedBook(fold());
        var posted = fact.Payments.Select(payment => after.State.MonthOfPayment(payment.Date)).Max();
        if (before.State.FirstOpen is not { } open)
        {
            return Closing.CanBeShown(before.State, Period.Of(posted))!;
        }
        if (posted.Index - open.Index > MostMonths)
        {
            return Refuse.PeriodOutOfReach.Because(
                $"{posted.ToWords()} is not within 10 years of {open.ToWords()}, the first open month."
            );
        }
        after.Record(fact);
        var refusals = before.CloseThrough(posted).Concat(after.CloseThrough(posted)).Distinct().ToList();
        return refusals.Count > 0
            ? Outcome<PaymentEffect>.Refused(refusals)
            : new PaymentEffect(
                posted,
                [
                    .. after
                        .State.Partners.Where(partner =>
                            fact.Payments.Any(payment => payment.From == partner || payment.To == partner)
                        )
                        .Select(partner => new ChangedBalance(
                            partner,
                            Balance(before.State, posted, partner),
                            Balance(after.State, posted, partner)
                        )),
                ]
            );
    }

    private static long Balance(BookState book, Month month, string partner) =>
        book.FindClosed(Period.Of(month))!.Result.Of(partner).CarriedForwardPence;
}
