namespace Openbook.Domain;

/// <summary>A payment as read from a file, with the row it stands in.</summary>
/// <param name="Row">The row; the header is row 1.</param>
/// <param name="Payment">The payment.</param>
public sealed record PaymentRow(int Row, Payment Payment);

/// <summary>Decides whether payments between partners can be recorded.</summary>
public static class RecordPayments
{
    /// <summary>Records what was read of a file; if some of it could not be read, all other faults come with it.</summary>
    public static Outcome<PaymentsRecorded> Decide(
        BookState book,
        Source source,
        Outcome<IReadOnlyList<PaymentRow>> read
    )
    {
        ArgumentNullException.ThrowIfNull(read);
        return read.IsDone
            ? Decide(book, source, read.Value)
            : Outcome<PaymentsRecorded>.Refused([
                .. read
                    .Refusals.Concat(read.Partial is { } rows ? Decide(book, source, rows).Refusals : [])
                    .OrderBy(refusal => refusal.Place?.Row ?? 0),
            ]);
    }

    /// <summary>Records the payments of a file, or says everything that is wrong with them.</summary>
    public static Outcome<PaymentsRecorded> Decide(BookState book, Source source, IReadOnlyList<PaymentRow> rows)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(rows);
        var refusals = new List<Refusal>();
        if (book.EntryOfSource(source.Sha256) is { } entry)
        {
            refusals.Add(Refuse.FileKnown.Because($"{source.Name} was recorded as entry {Text.Of(entry)}."));
        }
        foreach (var (row, payment) in rows)
        {
            Check(book, payment.From, "from", row);
            Check(book, payment.To, "to", row);
            if (payment.From == payment.To)
            {
                refusals.Add(
                    Refuse.PaymentToSelf.Because($"{payment.From} pays itself.", new Place(source.Name, row, "to"))
                );
            }
            if (payment.Amount <= Money.Zero)
            {
                refusals.Add(
                    Refuse.PaymentNotAboveZero.Because(
                        $"The amount is {payment.Amount.ToPounds()}.",
                        new Place(source.Name, row, "amount")
                    )
                );
            }
        }
        return refusals.Count > 0
            ? Outcome<PaymentsRecorded>.Refused(refusals)
            : new PaymentsRecorded(source, rows.Select(item => item.Payment).ToEquatableList());

        void Check(BookState known, string partner, string column, int row)
        {
            if (!known.Partners.Contains(partner))
            {
                refusals.Add(
                    Refuse.PartnerUnknown.Because(
                        $"\"{partner}\" is not a partner.",
                        new Place(source.Name, row, column)
                    )
                );
            }
        }
    }
}
