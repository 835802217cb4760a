using System.Numerics;

namespace Openbook.Domain;

public sealed partial class BookState
{
    private readonly SortedDictionary<Month, Postings> months = [];
    private readonly SortedDictionary<Month, Postings> yearEnds = [];
    private readonly List<ClosedPeriod> closed = [];
    private readonly List<ClosedPool> closedPools = [];
    private readonly Dictionary<string, BigInteger> carries = [];
    private readonly Dictionary<(string Overhead, string Target), BigInteger> overheadCarries = [];
    private readonly Dictionary<TargetCost, long> targetCosts = [];
    private Month? startsFixed;

    /// <summary>The periods closed, in order of closing.</summary>
    public IReadOnlyList<ClosedPeriod> Closed => closed;

    /// <summary>The pools of closed periods, in order of closing.</summary>
    public IReadOnlyList<ClosedPool> ClosedPools => closedPools;

    /// <summary>The first open month: the one after the last closed, or the first of the agreement; null while none counts.</summary>
    public Month? FirstOpen
    {
        get
        {
            var last = closed.FindLast(item => !item.Period.IsYearEnd);
            return last is not null ? last.Period.Month.Next
                : IsAgreed ? Starts
                : null;
        }
    }

    /// <summary>The financial year whose year-end period is open: its March is closed and it is not.</summary>
    public FinancialYear? OpenYearEnd
    {
        get
        {
            var march = closed.FindLast(item => !item.Period.IsYearEnd && item.Period.Month.IsMarch);
            return march is null || FindClosed(march.Period.Year.YearEnd) is not null ? null : march.Period.Year;
        }
    }

    /// <summary>Where what is recorded now is posted.</summary>
    public Posting PostingNow => new(FirstOpen, OpenYearEnd);

    /// <summary>The closed period, or null if it is not closed.</summary>
    public ClosedPeriod? FindClosed(Period period) => closed.Find(item => item.Period == period);

    /// <summary>What has been posted in a period.</summary>
    public Postings PostingsOf(Period period) =>
        (period.IsYearEnd ? yearEnds : months).TryGetValue(period.Month, out var found) ? found : new Postings();

    /// <summary>The months in which something has been posted, oldest first.</summary>
    public IEnumerable<Month> PostedMonths => months.Keys;

    /// <summary>A partner's carry, in trillionths of a penny, after the last close.</summary>
    public BigInteger CarryOf(string partner) => Carry(carries, partner);

    internal BigInteger CarryOf(string overhead, string target) =>
        overheadCarries.TryGetValue((overhead, target), out var carry) ? carry : BigInteger.Zero;

    /// <summary>What a target was charged for a month and kind in closed periods, with its parts of overheads.</summary>
    internal long TargetCostPence(TargetCost key) => targetCosts.GetValueOrDefault(key);

    internal void Close(PeriodClosed fact, Entry entry)
    {
        Advance(fact.Period.LastDay);
        var working = PeriodWork.Of(this, fact.Period);
        if (!working.IsDone)
        {
            throw new BookDamagedException(
                entry.Number,
                $"{fact.Period.ToWords()} was closed, but its close would now be refused: {working.Refusals[0].What}"
            );
        }
        var result = working.Value;
        if (!fact.Partners.Equals(result.ToFigures()))
        {
            throw new BookDamagedException(
                entry.Number,
                $"The figures with which {fact.Period.ToWords()} was closed differ from what the entries come to."
            );
        }
        Take(result, entry, fact);
    }

    private void Take(PeriodResult result, Entry entry, PeriodClosed fact)
    {
        startsFixed ??= Starts;
        foreach (var figures in result.Partners)
        {
            carries[figures.Partner] = figures.CarryAfter;
        }
        foreach (var (key, carry) in result.OverheadCarries)
        {
            overheadCarries[key] = carry;
        }
        foreach (var (key, pence) in result.TargetCosts)
        {
            targetCosts[key] = checked(targetCosts.GetValueOrDefault(key) + pence);
        }
        foreach (var pool in result.Pools)
        {
            if (pool.Corrects is { } corrected)
            {
                corrected.LastWeights = pool.Weights;
            }
            else
            {
                closedPools.Add(new ClosedPool(pool.Key, result.Period, closed.Count, pool.Pence, pool.Weights));
            }
        }
        closed.Add(new ClosedPeriod(result, entry.Number, entry.Hash, fact));
    }

    private Postings PostingsFor(Period period)
    {
        var book = period.IsYearEnd ? yearEnds : months;
        if (!book.TryGetValue(period.Month, out var postings))
        {
            book[period.Month] = postings = new Postings();
        }
        return postings;
    }
}

/// <summary>A period whose statements never change again.</summary>
/// <param name="Result">Its pools, shares and balances.</param>
/// <param name="Entry">The entry that closed it.</param>
/// <param name="Hash">That entry's hash: the head on its statements.</param>
/// <param name="Fact">What was recorded of it.</param>
public sealed record ClosedPeriod(PeriodResult Result, int Entry, string Hash, PeriodClosed Fact)
{
    /// <summary>The period.</summary>
    public Period Period => Result.Period;
}

/// <summary>What an overhead's basis is kept by.</summary>
/// <param name="Target">Service or overhead.</param>
/// <param name="ForMonth">The month the costs belong to.</param>
/// <param name="Kind">What they are for the accounts.</param>
public readonly record struct TargetCost(string Target, Month ForMonth, CostKind Kind);
