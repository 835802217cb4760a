namespace Openbook.Domain;

/// <summary>What has to be done next for a Book to go on.</summary>
public abstract record NextStep
{
    private protected NextStep() { }

    /// <summary>A version of the agreement waits for approvals.</summary>
    /// <param name="Version">The version.</param>
    /// <param name="Needed">Whose approvals it needs, in order.</param>
    /// <param name="Missing">Whose are missing or not yet in effect, in order.</param>
    public sealed record Approve(int Version, IReadOnlyList<string> Needed, IReadOnlyList<string> Missing) : NextStep;

    /// <summary>A period is the next to be closed.</summary>
    /// <param name="Period">The period.</param>
    /// <param name="HasEnded">Whether its last day is past.</param>
    /// <param name="HasCosts">Whether anything is posted in it.</param>
    /// <param name="Obstacles">Everything that stands against the close; empty if nothing does.</param>
    public sealed record Close(Period Period, bool HasEnded, bool HasCosts, IReadOnlyList<Refusal> Obstacles) : NextStep
    {
        /// <summary>Whether it can be closed now.</summary>
        public bool IsReady => HasEnded && Obstacles.Count == 0;
    }

    /// <summary>A driver has no count that is young enough for the next month.</summary>
    /// <param name="Driver">The driver.</param>
    /// <param name="Last">The day of the last count; null if nothing was counted yet.</param>
    /// <param name="Month">The month for which a count is needed.</param>
    public sealed record Count(string Driver, DateOnly? Last, Month Month) : NextStep;

    /// <summary>The host should issue the draft of a period to the councils.</summary>
    /// <param name="Period">The period, which has ended and can be closed.</param>
    /// <param name="Overtaken">The draft that no longer holds; null if none was issued.</param>
    public sealed record Issue(Period Period, int? Overtaken) : NextStep;

    /// <summary>The host should answer a query.</summary>
    /// <param name="Query">The query.</param>
    public sealed record Answer(QueriedLine Query) : NextStep;

    /// <summary>Councils have not answered a draft.</summary>
    /// <param name="Draft">The draft.</param>
    /// <param name="Councils">How many should answer it.</param>
    /// <param name="Missing">Who should accept it or query a line, in order.</param>
    public sealed record Await(IssuedDraft Draft, int Councils, IReadOnlyList<string> Missing) : NextStep;
}

/// <summary>Finds the next steps of a Book.</summary>
public static class NextSteps
{
    /// <summary>What has to be done, as seen on a day; the most urgent first.</summary>
    /// <param name="book">The Book, which is left as it is.</param>
    /// <param name="today">The day.</param>
    public static IReadOnlyList<NextStep> Of(BookState book, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(book);
        var closes = Closes(book, today).ToList();
        return
        [
            .. Approvals(book, today),
            .. Counts(book),
            .. closes.SelectMany(close => Drafts(book, close)),
            .. closes,
        ];
    }

    private static IEnumerable<NextStep> Approvals(BookState book, DateOnly today) =>
        from version in book.Versions
        where !version.Counts
        let needed = book.PartiesTo(version)
        let missing = needed.Where(partner => !version.IsApprovedBy(partner, today)).ToList()
        where missing.Count > 0
        select new NextStep.Approve(version.Number, needed, missing);

    private static IEnumerable<NextStep> Counts(BookState book)
    {
        if (
            book.FirstOpen is not { } month
            || book.VersionInForce(month)?.Terms is not { } terms
            || !terms.Covers(month)
        )
        {
            yield break;
        }
        foreach (var driver in terms.Drivers.Where(driver => IsShared(terms, driver.Code)))
        {
            var dates = book.CountsOf(driver.Code)
                .Select(item => item.Count.Date)
                .Where(date => date <= month.Last)
                .ToList();
            DateOnly? last = dates.Count > 0 ? dates.Max() : null;
            if (last is not { } day || day < month.Last.AddMonths(-driver.MaxAgeMonths))
            {
                yield return new NextStep.Count(driver.Code, last, month);
            }
        }
    }

    private static bool IsShared(AgreementTerms terms, string driver) =>
        terms.Services.Any(service => service.Share is SharingRule.ByDriver by && by.Driver == driver);

    private static IEnumerable<NextStep> Drafts(BookState book, NextStep.Close close)
    {
        var canBeIssued = close.IsReady && close.HasCosts;
        if (!canBeIssued && book.DraftOf(close.Period) is null)
        {
            yield break;
        }
        var report = DraftReport.Of(book, close.Period);
        foreach (var query in report.OpenQueries)
        {
            yield return new NextStep.Answer(query);
        }
        if (report.Councils.Count == 0)
        {
            yield break;
        }
        if (report.Draft is not { } draft || report.IsOvertaken)
        {
            if (canBeIssued)
            {
                yield return new NextStep.Issue(close.Period, report.Draft?.Entry);
            }
            yield break;
        }
        var missing = report
            .Councils.Where(item => item.Answer is DraftAnswer.Waiting or DraftAnswer.Answered)
            .Select(item => item.Council)
            .ToList();
        if (missing.Count > 0)
        {
            yield return new NextStep.Await(draft, report.Councils.Count, missing);
        }
    }

    private static IEnumerable<NextStep.Close> Closes(BookState book, DateOnly today)
    {
        if (book.OpenYearEnd is { } year)
        {
            yield return Step(book, year.YearEnd, today);
        }
        if (
            book.FirstOpen is { } month
            && book.VersionInForce(month) is not null
            && !Closing.IsAfterTheEnd(book, Period.Of(month))
        )
        {
            yield return Step(book, Period.Of(month), today);
        }
    }

    private static NextStep.Close Step(BookState book, Period period, DateOnly today) =>
        new(
            period,
            today > period.LastDay,
            book.PostingsOf(period).Pools.Count > 0,
            Closing.Close(book, period).Refusals
        );
}
