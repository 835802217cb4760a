namespace Openbook.Domain;

/// <summary>Decides whether the draft of a period can be issued to the councils.</summary>
public static class IssueDraft
{
    private const int UsualDays = 7;

    /// <summary>The day until which councils should answer if nobody says otherwise: a week from today.</summary>
    public static DateOnly UsualUntil(DateOnly today) => today.AddDays(UsualDays);

    /// <summary>
    /// Issues the draft of the first open month or of an open year-end period, as its statements are now. An earlier draft of
    /// the period is replaced: what councils answered to it no longer counts, but queries stay open.
    /// </summary>
    /// <param name="book">The Book.</param>
    /// <param name="period">The period.</param>
    /// <param name="until">The day until which the councils should answer, inclusive.</param>
    /// <param name="by">The council that issues it: the host.</param>
    /// <param name="today">The day of recording.</param>
    public static Outcome<DraftIssued> Decide(BookState book, Period period, DateOnly until, string by, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(book);
        if (DraftRules.Closed(book, period) is { } closed)
        {
            return closed;
        }
        if (Closing.IsAfterTheEnd(book, period))
        {
            return Refuse.DraftAfterEnd.Because(
                $"{period.ToWords()} is after the end of the agreement, and nothing is posted in it."
            );
        }
        var statement = Statement.Of(book, period);
        var refusals = statement.Refusals.ToList();
        if (!period.IsYearEnd && book.FirstOpen is { } open && period.Month > open)
        {
            refusals.Insert(
                0,
                Refuse.NotNext.Because($"{period.ToWords()} is not the next month; {open.ToWords()} is.")
            );
        }
        if (DraftRules.HostOnly(book, period, by) is { } stranger)
        {
            refusals.Add(stranger);
        }
        if (until < today)
        {
            refusals.Add(Refuse.UntilIsPast.Because($"{Dates.Words(until)} is before today, {Dates.Words(today)}."));
        }
        return refusals.Count > 0
            ? Outcome<DraftIssued>.Refused(refusals)
            : new DraftIssued(period, until, StatementJson.Sha256(statement.Value));
    }
}
