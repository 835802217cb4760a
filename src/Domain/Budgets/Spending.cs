namespace Openbook.Domain;

/// <summary>What lines of a kind with an account came to in a period.</summary>
/// <param name="Service">Service or overhead.</param>
/// <param name="Account">The subjective code, or empty.</param>
/// <param name="Kind">What they are for the accounts.</param>
/// <param name="Period">The period in which they were posted.</param>
internal sealed record SpendingKey(string Service, string Account, CostKind Kind, Period Period);

/// <summary>
/// Adds the lines posted in a financial year up by account. Accounts and accruals are not in the sums of the fold, so that the
/// lines are read.
/// </summary>
internal sealed class Spending
{
    private readonly Dictionary<SpendingKey, long> actual = [];
    private readonly Dictionary<SpendingKey, long> accrued = [];
    private readonly HashSet<LineRef> accruals = [];

    public Spending(BookState book, ILinesOfEntry lines, FinancialYear year)
    {
        foreach (var batch in book.Batches)
        {
            var inYear = batch.Fact.Sums!.Sums.Any(sum => batch.Posting.PeriodOf(sum.Month).Year == year);
            foreach (var line in inYear || MayBeReversed(batch, year) ? lines.LinesOf(batch.Entry) : [])
            {
                Add(line, batch, year);
            }
        }
    }

    /// <summary>The keys that anything was posted under.</summary>
    public IEnumerable<SpendingKey> Keys => actual.Keys.Union(accrued.Keys);

    public long ActualPence(SpendingKey key) => actual.GetValueOrDefault(key);

    public long AccruedPence(SpendingKey key) => accrued.GetValueOrDefault(key);

    // An accrual of March may be taken back in April.
    private static bool MayBeReversed(RecordedBatch batch, FinancialYear year) =>
        batch.Fact.Sums!.Sums.Any(sum => batch.Posting.PeriodOf(sum.Month).Year.StartYear == year.StartYear - 1);

    private void Add(CostLine line, RecordedBatch batch, FinancialYear year)
    {
        var isAccrual =
            line.Nature == CostNature.Accrual
            || (line.Nature == CostNature.Reversal && line.Corrects is { } target && accruals.Contains(target));
        if (line.Nature == CostNature.Accrual)
        {
            accruals.Add(line.Ref);
        }
        for (var month = line.Month; month <= line.LastMonth; month = month.Next)
        {
            var period = batch.Posting.PeriodOf(month);
            if (period.Year == year)
            {
                var sums = isAccrual ? accrued : actual;
                var key = new SpendingKey(line.Service, line.Account, line.Kind, period);
                var part = Spread.Part(line.Effect, line.Month, line.LastMonth, month).Pence;
                sums[key] = checked(sums.GetValueOrDefault(key) + part);
            }
        }
    }
}
