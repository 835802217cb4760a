namespace Openbook.Domain;

/// <summary>
/// Statements from an agreement, counts and lines alone: the agreement is taken as approved, everything is recorded before the
/// first close, and every month from the start to the last that a line belongs to is closed in order. Nothing is kept.
/// </summary>
public sealed class Reckoning
{
    /// <summary>The code of the Book that is only imagined.</summary>
    public const string BookCode = "reckon";

    private readonly ImaginedBook book = new(new BookState());

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
            var decided = RecordCounts.Decide(reckoning.book.State, countsSource, counts);
            refusals.AddRange(decided.Refusals);
            if (decided.IsDone)
            {
                reckoning.book.Record(decided.Value);
            }
        }
        var lines = RecordCosts.Decide(reckoning.book.State, costs, new NoLines(), new RecordCostsOptions());
        refusals.AddRange(lines.Refusals);
        return refusals.Count > 0
            ? Outcome<IReadOnlyList<Statement>>.Refused(refusals)
            : reckoning.CloseAll(lines.Value);
    }

    private void Agree(string text, AgreementTerms terms)
    {
        book.Record(new AgreementProposed(BookCode, 1, terms.Starts, text, terms));
        book.Agree(terms.Starts.First);
    }

    private Outcome<IReadOnlyList<Statement>> CloseAll(CostsDecision lines)
    {
        book.Record(lines);
        var refusals = book.CloseThrough(lines.Sums.Sums.Max(sum => sum.Month));
        // Nothing is late, so year-end periods are empty and left out.
        return refusals.Count > 0
            ? Outcome<IReadOnlyList<Statement>>.Refused(refusals)
            : Outcome.Of<IReadOnlyList<Statement>>([
                .. book
                    .State.Closed.Where(item => !item.Period.IsYearEnd)
                    .Select(item => Statement.Of(book.State, item.Period).Value),
            ]);
    }

    private sealed class NoLines : IKnownLines
    {
        public CostLine? Find(LineRef line) => null;

        public IEnumerable<CostLine> FindByIds(IdKeys ids) => [];
    }
}
