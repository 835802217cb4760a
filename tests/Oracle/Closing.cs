using System.Numerics;

namespace Openbook.Oracle;

/// <summary>Works out one period as if it were closed next; the Book itself is left as it is.</summary>
internal sealed class Closing
{
    private readonly Book book;
    private readonly OraclePeriod period;
    private readonly WeightRules rules;
    private readonly Stepdown stepdown;
    private readonly Dictionary<string, BigInteger> carries;
    private readonly List<ClosedPool> newPools = [];
    private readonly List<(ClosedPool Pool, PoolWeights Weights)> trueUps = [];

    /// <summary>Makes ready to work out the period.</summary>
    public Closing(Book book, OraclePeriod period)
    {
        this.book = book;
        this.period = period;
        rules = new WeightRules(book.Versions, book.Counts, period);
        stepdown = new Stepdown(book, period, rules);
        carries = new Dictionary<string, BigInteger>(book.Carries);
    }

    /// <summary>The pools split in this period, with their weights.</summary>
    public IReadOnlyList<ClosedPool> NewPools => newPools;

    /// <summary>The pools trued up in this period, with their new weights.</summary>
    public IReadOnlyList<(ClosedPool Pool, PoolWeights Weights)> TrueUps => trueUps;

    /// <summary>The parts that overheads gave in this period.</summary>
    public IReadOnlyList<OverheadPart> Parts => stepdown.Parts;

    /// <summary>Each partner's carry afterwards.</summary>
    public IReadOnlyDictionary<string, BigInteger> Carries => carries;

    /// <summary>The carry of each overhead and target afterwards.</summary>
    public IReadOnlyDictionary<(string Overhead, string Target), BigInteger> OverheadCarries => stepdown.Carries;

    /// <summary>Works out the statement.</summary>
    public OracleStatement Run(bool closed)
    {
        VersionProposed terms = rules.Terms(period.Month);
        stepdown.Run();
        newPools.AddRange([.. OwnPools().Concat(PartPools()).Select(p => new ClosedPool(p, period, rules.Of(p.Key)))]);
        trueUps.AddRange(ChangedPools());
        List<OracleSplit> splits = [.. InOrder().Select(SplitOne)];
        return new OracleStatement(
            period,
            closed,
            Statements.Of(book, period, terms.Agreement, splits),
            splits,
            stepdown.Divisions
        );
    }

    /// <summary>The pools of the lines posted to services.</summary>
    private IEnumerable<Pool> OwnPools() =>
        book
            .Lines.Where(l => l.Posting == period && !stepdown.IsOverhead(l.Service, l.ForMonth))
            .GroupBy(l => new PoolKey(l.Service, null, l.ForMonth, l.Kind, CustomerOf(l)))
            .Select(g => new Pool(g.Key, g.Sum(l => l.Cost)));

    /// <summary>The pools that are parts of overheads.</summary>
    private IEnumerable<Pool> PartPools() =>
        stepdown
            .Parts.Where(p => !stepdown.IsOverhead(p.Target, p.ForMonth))
            .Select(p => new Pool(new PoolKey(p.Target, p.Overhead, p.ForMonth, p.Kind, null), p.Pence));

    private string? CustomerOf(PostedLine line)
    {
        bool listed =
            line.Kind == OracleKind.Income
            && rules.Terms(line.ForMonth).Agreement.Customers.Any(c => c.Code == line.Supplier);
        return listed ? line.Supplier : null;
    }

    /// <summary>The closed pools corrected in this period: their weights are no longer those last used.</summary>
    private IEnumerable<(ClosedPool Pool, PoolWeights Weights)> ChangedPools()
    {
        foreach (ClosedPool pool in book.Pools.Where(p => book.LatePeriod(p.Pool.Key.ForMonth) == period))
        {
            PoolWeights now = rules.Of(pool.Pool.Key);
            if (!SameParts(pool.LastUsed.Weights, now.Weights))
            {
                yield return (pool, now);
            }
        }
    }

    private static bool SameParts(
        IReadOnlyDictionary<string, OracleRational> one,
        IReadOnlyDictionary<string, OracleRational> other
    ) => one.Keys.Concat(other.Keys).All(p => OraclePennies.Part(one, p) == OraclePennies.Part(other, p));

    /// <summary>Pools and true-ups in the order of the split; equal true-ups stay in order of closing.</summary>
    private IEnumerable<Work> InOrder()
    {
        List<string> services = [.. book.Versions.Services];
        List<string> overheads = [.. book.Versions.Overheads];
        List<string> customers = [.. book.Versions.Customers];
        IEnumerable<Work> ordinary = newPools.Select(p => new Work(p, p.LastUsed, false));
        IEnumerable<Work> corrections = trueUps.Select(t => new Work(t.Pool, t.Weights, true));
        return ordinary
            .Concat(corrections)
            .OrderBy(w => services.IndexOf(w.Key.Service))
            .ThenBy(w => w.Key.Overhead is null ? -1 : overheads.IndexOf(w.Key.Overhead))
            .ThenBy(w => w.Key.ForMonth)
            .ThenBy(w => w.Key.Kind)
            .ThenBy(w => w.Key.Customer is null ? -1 : customers.IndexOf(w.Key.Customer))
            .ThenBy(w => w.TrueUp);
    }

    private OracleSplit SplitOne(Work work)
    {
        Pool pool = work.Pool.Pool;
        IReadOnlyDictionary<string, OracleRational> before = work.Pool.LastUsed.Weights;
        IReadOnlyDictionary<string, OracleRational> now = work.Weights.Weights;
        List<string> claimants = [.. book.Versions.Partners.Where(p => before.ContainsKey(p) || now.ContainsKey(p))];
        IReadOnlyList<OracleShare> shares = work.TrueUp
            ? OraclePennies.TrueUp(pool.Pence, claimants, before, now, carries)
            : OraclePennies.Split(pool.Pence, claimants, now, carries);
        foreach (OracleShare share in shares)
        {
            carries[share.Name] = share.CarryAfter;
        }

        return new OracleSplit(
            pool.Key.Service,
            pool.Key.Overhead,
            pool.Key.Customer,
            pool.Key.ForMonth,
            pool.Key.Kind,
            work.TrueUp,
            work.TrueUp ? work.Pool.Period : null,
            pool.Pence,
            work.Weights.Version,
            now,
            shares
        );
    }

    /// <summary>One thing to split: a pool, or the true-up of one to new weights.</summary>
    private sealed record Work(ClosedPool Pool, PoolWeights Weights, bool TrueUp)
    {
        /// <summary>What the pool is.</summary>
        public PoolKey Key => Pool.Pool.Key;
    }
}
