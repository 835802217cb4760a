using System.Numerics;

namespace Openbook.Domain;

public sealed partial class BookState
{
    private readonly List<Postings> posted = [];
    private readonly List<ClosedPeriod> closed = [];
    private readonly List<ClosedPool> closedPools = [];
    private readonly Dictionary<string, Carry> carries = [];
    private readonly Dictionary<OverheadTarget, Carry> overheadCarries = [];
    private readonly PenceBy<TargetCost> targetCosts = new();
    private Month? startsFixed;
    private int weightsRevision;

    /// <summary>The periods closed, in order of closing.</summary>
    public IReadOnlyList<ClosedPeriod> Closed => closed;

    /// <summary>The pools of closed periods, in order of closing.</summary>
    public IReadOnlyList<ClosedPool> ClosedPools => closedPools;

    /// <summary>Grows whenever counts are recorded or a version comes to count: only then can weights change.</summary>
    internal int WeightsRevision => weightsRevision;

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

    /// <summary>
    /// Whether a period is the next month to be closed, or the year-end period that is open. Something else may stand against closing it.
    /// </summary>
    public bool IsNextToClose(Period period) =>
        period.IsYearEnd ? OpenYearEnd == period.Year : FirstOpen == period.Month;

    /// <summary>Where what is recorded now is posted.</summary>
    public Posting PostingNow => new(FirstOpen, OpenYearEnd);

    /// <summary>The closed period, or null if it is not closed.</summary>
    public ClosedPeriod? FindClosed(Period period) => closed.Find(item => item.Period == period);

    /// <summary>What has been posted in a period.</summary>
    public Postings PostingsOf(Period period) => posted.Find(item => item.Period == period) ?? new Postings(period);

    /// <summary>The months in which something has been posted, oldest first.</summary>
    public IReadOnlyList<Month> PostedMonths
    {
        get
        {
            // Sorted as whole numbers: sorting a type of our own is compiled when a program starts, which takes longer.
            var months = posted.FindAll(item => !item.Period.IsYearEnd).ConvertAll(item => item.Period.Month.Index);
            months.Sort();
            return months.ConvertAll(index => new Month(index));
        }
    }

    /// <summary>The earliest month in which something has been posted, if anything has.</summary>
    public Month? FirstPosted => PostedMonths is [var first, ..] ? first : null;

    /// <summary>The carry of each partner in order, in trillionths of a penny, after the last close.</summary>
    internal BigInteger[] CarriesNow()
    {
        var now = new BigInteger[partnerOrder.Count];
        for (var i = 0; i < now.Length; i++)
        {
            now[i] = CarryOf(partnerOrder[i]);
        }
        return now;
    }

    /// <summary>A partner's carry, in trillionths of a penny, after the last close.</summary>
    public BigInteger CarryOf(string partner) =>
        carries.TryGetValue(partner, out var carry) ? carry.Trillionths : BigInteger.Zero;

    internal BigInteger CarryOf(OverheadTarget target) =>
        overheadCarries.TryGetValue(target, out var carry) ? carry.Trillionths : BigInteger.Zero;

    /// <summary>What a target was charged for a month and kind in closed periods, with its parts of overheads.</summary>
    internal long TargetCostPence(TargetCost key) => targetCosts.Of(key);

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
        Take(result, new ClosedPeriod(result, entry.Number, entry.Hash, fact));
    }

    // Closes a period as just worked out, in a Book that is not kept.
    internal void CloseImagined(PeriodResult result)
    {
        var fact = new PeriodClosed(result.Period, AgreementTerms.PennyRules, EquatableList<ClosedFigures>.Empty, "");
        Take(result, new ClosedPeriod(result, LastEntry, Head, fact));
    }

    private void Take(PeriodResult result, ClosedPeriod period)
    {
        startsFixed ??= Starts;
        foreach (var figures in result.Partners)
        {
            carries[figures.Partner] = new Carry(figures.CarryAfter);
        }
        foreach (var (key, carry) in result.OverheadCarries)
        {
            overheadCarries[key] = carry;
        }
        foreach (var (key, pence) in result.TargetCosts)
        {
            targetCosts.Add(key, pence);
        }
        foreach (var pool in result.Pools)
        {
            if (pool.Corrects is { } corrected)
            {
                corrected.LastWeights = pool.Weights;
            }
            else
            {
                closedPools.Add(
                    new ClosedPool(pool.Key, result.Period, closed.Count, pool.Pence, pool.Weights, weightsRevision)
                );
            }
        }
        foreach (var pool in result.Looked)
        {
            pool.LookedAt = weightsRevision;
        }
        closed.Add(period);
        LeaveQueries(period.Period);
    }

    private Postings PostingsFor(Period period)
    {
        var postings = posted.Find(item => item.Period == period);
        if (postings is null)
        {
            postings = new Postings(period);
            posted.Add(postings);
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
public sealed record TargetCost(string Target, Month ForMonth, CostKind Kind)
{
    // Written out: what the compiler would make asks for comparers of types of ours, which are compiled at each start.

    /// <inheritdoc/>
    public bool Equals(TargetCost? other) =>
        other is not null && ForMonth.Index == other.ForMonth.Index && Kind == other.Kind && Target == other.Target;

    /// <inheritdoc/>
    public override int GetHashCode() => KeyHash.Of(Target, null, ForMonth, Kind);
}

/// <summary>What an overhead's carry is kept by.</summary>
/// <param name="Overhead">The overhead.</param>
/// <param name="Target">The service or later overhead that it feeds.</param>
public sealed record OverheadTarget(string Overhead, string Target);

/// <summary>How much less (+) or more (-) than its exact share somebody has been charged so far.</summary>
/// <param name="Trillionths">In whole trillionths of a penny.</param>
public sealed record Carry(BigInteger Trillionths);
