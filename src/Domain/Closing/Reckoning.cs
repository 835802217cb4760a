namespace Openbook.Domain;

/// <summary>
/// Statements from an agreement, counts and lines alone: the agreement is taken as approved, everything is recorded before the
/// first close, and every month from the start to the last that a line belongs to is closed in order. Nothing is kept.
/// </summary>
public sealed class Reckoning
{
    /// <summary>The code of the Book that is only imagined.</summary>
    public const string BookCode = "reckon";

    private readonly BookState book = new();

    /// <summary>The statements, oldest first, or everything that stands against them.</summary>
    public static Outcome<IReadOnlyList<Statement>> Of(
        string text,
        AgreementTerms terms,
        Source? countsSource,
        Outcome<IReadOnlyList<CountRow>>? counts,
        Outcome<CostBatch> costs
    )
    {
        ArgumentNullException.ThrowIfNull(terms);
        var reckoning = new Reckoning();
        reckoning.Agree(text, terms);
        var refusals = new List<Refusal>();
        if (countsSource is not null && counts is not null)
        {
            var decided = RecordCounts.Decide(reckoning.book, countsSource, counts);
            refusals.AddRange(decided.Refusals);
            if (decided.IsDone)
            {
                reckoning.Record(decided.Value);
            }
        }
        var lines = RecordCosts.Decide(reckoning.book, costs, new NoLines(), new RecordCostsOptions());
        refusals.AddRange(lines.Refusals);
        return refusals.Count > 0
            ? Outcome<IReadOnlyList<Statement>>.Refused(refusals)
            : reckoning.CloseAll(lines.Value);
    }

    private void Agree(string text, AgreementTerms terms)
    {
        Record(new AgreementProposed(BookCode, 1, terms.Starts, text, terms));
        foreach (var partner in terms.Partners)
        {
            var day = terms.Starts.First;
            Record(new AgreementApproved(1, partner.Code, "taken as approved", day, day));
        }
        book.Advance(terms.Starts.First);
    }

    private Outcome<IReadOnlyList<Statement>> CloseAll(CostsDecision lines)
    {
        var source = new Source(lines.Batch.Source, lines.Batch.Sha256);
        Record(new CostsRecorded(source, lines.Count, lines.Total.Pence, "", 0) { Sums = lines.Sums });
        var last = lines.Sums.Sums.Max(sum => sum.Month);
        foreach (var period in Closing.Through(book, last))
        {
            book.Advance(period.LastDay);
            var worked = PeriodWork.Of(book, period);
            if (!worked.IsDone)
            {
                return Outcome<IReadOnlyList<Statement>>.Refused(worked.Refusals);
            }
            book.CloseImagined(worked.Value);
        }
        // Nothing is late, so year-end periods are empty and left out.
        return Outcome.Of<IReadOnlyList<Statement>>([
            .. book.Closed.Where(item => !item.Period.IsYearEnd).Select(item => Statement.Of(book, item.Period).Value),
        ]);
    }

    private void Record(Fact fact) =>
        book.Apply(
            new Entry
            {
                Number = book.LastEntry + 1,
                RecordedAt = DateTime.UnixEpoch,
                Actor = "",
                By = "",
                Effective = DateOnly.MinValue,
                Fact = fact,
                Previous = book.Head,
                Hash = BookState.NoHash,
            }
        );

    private sealed class NoLines : IKnownLines
    {
        public CostLine? Find(LineRef line) => null;

        public IEnumerable<CostLine> FindByIds(IdKeys ids) => [];
    }
}
