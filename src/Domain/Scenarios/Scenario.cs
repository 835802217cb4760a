namespace Openbook.Domain;

/// <summary>
/// Works out what facts that nobody has recorded would do: the Book as it is and the Book with them are both closed, in memory,
/// up to the same month, and held against each other.
/// </summary>
public static class Scenario
{
    private const int MostMonths = 120;

    /// <summary>The difference that imagined facts make, or everything that stands against them.</summary>
    /// <param name="fold">Folds the Book anew: it is asked twice, and what it gives is changed.</param>
    /// <param name="known">The lines recorded so far.</param>
    /// <param name="name">What the scenario is called.</param>
    /// <param name="changes">What is imagined, in order.</param>
    /// <param name="through">
    /// The last month to look at; null for the last in which anything is posted, or the first open one if that is later.
    /// </param>
    public static Outcome<ScenarioResult> Of(
        Func<BookState> fold,
        IKnownLines known,
        string name,
        IReadOnlyList<Imagined> changes,
        Month? through
    )
    {
        ArgumentNullException.ThrowIfNull(fold);
        ArgumentNullException.ThrowIfNull(changes);
        var before = new ImaginedBook(fold());
        var after = new ImaginedBook(fold());
        var head = new Head(before.State.LastEntry, before.State.Head);
        var refusals = changes.SelectMany(change => Imagine(after, known, change)).ToList();
        if (refusals.Count > 0)
        {
            return Outcome<ScenarioResult>.Refused(refusals);
        }
        if (before.State.FirstOpen is not { } open)
        {
            return Closing.CanBeShown(before.State, Period.Of(before.State.Starts))!;
        }
        var last = through ?? Month.Later(open, Month.Later(LastPosted(before.State), LastPosted(after.State)));
        if (last < open || last.Index - open.Index > MostMonths)
        {
            return Refuse.PeriodOutOfReach.Because(
                $"{last.ToWords()} is not within 10 years of {open.ToWords()}, the first open month."
            );
        }
        refusals.AddRange(before.CloseThrough(last));
        refusals.AddRange(after.CloseThrough(last));
        return refusals.Count > 0
            ? Outcome<ScenarioResult>.Refused([.. refusals.Distinct()])
            : Result(name, head, last, before.State, after.State);
    }

    private static IReadOnlyList<Refusal> Imagine(ImaginedBook book, IKnownLines known, Imagined change)
    {
        switch (change)
        {
            case Imagined.Costs costs:
                var lines = RecordCosts.Decide(book.State, costs.Read, known, new RecordCostsOptions());
                if (lines.IsDone)
                {
                    book.Record(lines.Value);
                }
                return lines.Refusals;
            case Imagined.Counts counts:
                var counted = RecordCounts.Decide(book.State, counts.Source, counts.Read);
                if (counted.IsDone)
                {
                    book.Record(counted.Value);
                }
                return counted.Refusals;
            case Imagined.Amendment amendment:
                var proposed = ProposeAgreement.Next(book.State, amendment.From, amendment.Text, amendment.Terms);
                if (proposed.IsDone)
                {
                    book.Record(proposed.Value);
                    book.Agree(book.State.Today);
                }
                return proposed.Refusals;
            default:
                throw new InvalidOperationException($"{change.GetType().Name} cannot be imagined.");
        }
    }

    private static Month LastPosted(BookState book) => book.PostedMonths is [.., var last] ? last : book.Starts;

    private static ScenarioResult Result(string name, Head head, Month last, BookState before, BookState after)
    {
        var names = BookNames.Of(after);
        var periods = after
            .Closed.Where(item => item.Entry >= head.Entry && IsImagined(item))
            .Select(item => Differences.Of(item.Period, before, after, names))
            .ToList();
        return new ScenarioResult
        {
            Book = before.Code,
            Name = name,
            Names = names,
            Head = head,
            Through = last,
            Periods = periods,
            Totals =
            [
                .. after.Partners.Where(partner => Has(periods, partner)).Select(partner => Total(periods, partner)),
            ],
        };
    }

    // What was really closed bears the digest of its statement.
    private static bool IsImagined(ClosedPeriod item) => item.Fact.StatementSha256.Length == 0;

    private static bool Has(List<ChangedPeriod> periods, string partner) =>
        periods.Exists(period => period.Partners.Any(item => item.Partner == partner));

    private static ChangedPartner Total(List<ChangedPeriod> periods, string partner) =>
        periods
            .SelectMany(period => period.Partners)
            .Where(item => item.Partner == partner)
            .Aggregate(
                new ChangedPartner(partner, 0, 0, 0, 0, []),
                (sum, item) =>
                    new ChangedPartner(
                        partner,
                        checked(sum.BeforeSharePence + item.BeforeSharePence),
                        checked(sum.AfterSharePence + item.AfterSharePence),
                        checked(sum.BeforeBalancePence + item.BeforeBalancePence),
                        checked(sum.AfterBalancePence + item.AfterBalancePence),
                        []
                    )
            );
}
