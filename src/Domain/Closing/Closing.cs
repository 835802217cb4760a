namespace Openbook.Domain;

/// <summary>Which periods can be closed or shown, and what a close records.</summary>
public static class Closing
{
    /// <summary>
    /// Closes a period, or says every reason why it cannot be. It is looked at as it is on the period's last day, or later: who
    /// closes a month does so after its end. The Book itself is not changed.
    /// </summary>
    public static Outcome<PeriodClosed> Close(BookState book, Period period)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.By(period.LastDay, () => Decide(book, period));
    }

    private static Outcome<PeriodClosed> Decide(BookState book, Period period)
    {
        if (CannotClose(book, period) is { } refusal)
        {
            return refusal;
        }
        var working = PeriodWork.Of(book, period);
        if (!working.IsDone)
        {
            return Outcome<PeriodClosed>.Refused(working.Refusals);
        }
        var statement = Statement.Of(book, working.Value, new Head(0, BookState.NoHash), isClosed: true);
        return new PeriodClosed(
            period,
            AgreementTerms.PennyRules,
            working.Value.ToFigures(),
            StatementJson.Sha256(statement)
        );
    }

    /// <summary>
    /// The periods to close, in order, so that a month and all before it are closed: a year-end period that must be closed
    /// before the next March is closed just before that March.
    /// </summary>
    public static IReadOnlyList<Period> Through(BookState book, Month last)
    {
        ArgumentNullException.ThrowIfNull(book);
        var periods = new List<Period>();
        if (book.FirstOpen is not { } month)
        {
            return [Period.Of(last)];
        }
        var openYearEnd = book.OpenYearEnd;
        for (; month <= last; month = month.Next)
        {
            if (month.IsMarch)
            {
                if (openYearEnd is { } year)
                {
                    periods.Add(year.YearEnd);
                }
                openYearEnd = FinancialYear.Of(month);
            }
            periods.Add(Period.Of(month));
        }
        return periods;
    }

    /// <summary>
    /// Whether an open period lies after the end of the agreement with nothing posted in it: then it needs no close. Costs that
    /// come late may still be posted there.
    /// </summary>
    public static bool IsAfterTheEnd(BookState book, Period period)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.FindClosed(period) is null
            && book.VersionInForce(period.Month)?.Terms.Ends is { } ends
            && period.Month > ends
            && book.PostingsOf(period).Pools.Count == 0;
    }

    /// <summary>Why an open period cannot be shown, or null if it can.</summary>
    public static Refusal? CanBeShown(BookState book, Period period)
    {
        ArgumentNullException.ThrowIfNull(book);
        if (book.FirstOpen is not { } firstOpen)
        {
            return NotAgreed(book);
        }
        if (period.IsYearEnd)
        {
            return book.OpenYearEnd == period.Year ? null : YearEndNotOpen(period);
        }
        return period.Month >= firstOpen
            ? NotAgreedIn(book, period.Month)
            : Refuse.PeriodOutOfReach.Because(
                $"{period.ToWords()} is before {book.Starts.ToWords()}, where this Book begins."
            );
    }

    private static Refusal? CannotClose(BookState book, Period period)
    {
        if (book.FindClosed(period) is not null)
        {
            return Refuse.ClosedAlready.Because($"{period.ToWords()} is closed.");
        }
        if (book.FirstOpen is not { } firstOpen)
        {
            return NotAgreed(book);
        }
        if (period.IsYearEnd)
        {
            return book.OpenYearEnd == period.Year ? null : YearEndNotOpen(period);
        }
        if (period.Month != firstOpen)
        {
            return Refuse.NotNext.Because($"{period.ToWords()} is not the next month; {firstOpen.ToWords()} is.");
        }
        if (period.Month.IsMarch && book.OpenYearEnd is { } open)
        {
            return Refuse.YearEndFirst.Because($"{open.YearEnd.ToWords()} is still open.");
        }
        return book.FirstPosted is { } early && early < book.Starts
            ? Refuse.LineBeforeStart.Because(
                $"Something is recorded for {early.ToWords()}, before {book.Starts.ToWords()}."
            )
            : NotAgreedIn(book, period.Month);
    }

    private static Refusal YearEndNotOpen(Period period) =>
        Refuse.YearEndNotOpen.Because($"{period.ToWords()} is not open.");

    // A later version may count while the first still waits: then the months before it have no terms.
    private static Refusal? NotAgreedIn(BookState book, Month month) =>
        book.VersionInForce(month) is null ? NotAgreed(book, $" for {month.ToWords()}") : null;

    private static Refusal NotAgreed(BookState book, string when = "")
    {
        var names = BookNames.Of(book);
        var missing = book
            .Versions.Where(version => !version.Counts)
            .Select(version =>
                $"version {Text.Of(version.Number)} waits for "
                + Text.List([
                    .. book.PartiesTo(version)
                        .Where(partner => !version.IsApprovedBy(partner, book.Today))
                        .Select(names.Partner),
                ])
            );
        return Refuse.NotAgreedYet.Because($"No version counts{when} yet: {string.Join("; ", missing)}.");
    }
}
