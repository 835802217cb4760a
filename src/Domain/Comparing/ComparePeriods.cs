using System.Numerics;

namespace Openbook.Domain;

/// <summary>
/// Divides the difference of a partner's share between two periods by cause. For each service: first the change of its costs
/// at the earlier part, then the change of the part at the later costs, each rounded to the penny; what came late, true-ups and
/// income apart; what is left are odd pennies. The causes add up to the difference to the penny.
/// </summary>
public sealed class ComparePeriods
{
    private readonly string partner;
    private readonly Side before;
    private readonly Side after;

    private ComparePeriods(Statement before, Statement after, string partner)
    {
        this.partner = partner;
        this.before = new Side(before, partner);
        this.after = new Side(after, partner);
    }

    /// <summary>The comparison, or why there is none: the partner has a statement in neither period.</summary>
    /// <param name="before">The statements compared with; they may be of a later period.</param>
    /// <param name="after">The statements asked about.</param>
    /// <param name="partner">The partner's code. A partner without a statement in one of the two bears nothing in it.</param>
    public static Outcome<Comparison> Of(Statement before, Statement after, string partner)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return before.Partners.Concat(after.Partners).All(item => item.Figures.Partner != partner)
            ? Refuse.PartnerUnknown.Because(
                $"\"{partner}\" has no statement for {before.Period.ToWords()} or {after.Period.ToWords()}."
            )
            : new ComparePeriods(before, after, partner).Of(before.Period, after.Period);
    }

    private Comparison Of(Period earlier, Period later) =>
        new()
        {
            Partner = partner,
            Before = earlier,
            After = later,
            BeforePence = before.SharePence,
            AfterPence = after.SharePence,
            Services =
            [
                .. after
                    .Services.Union(before.Services)
                    .Select(OfService)
                    .Where(service => service.BeforePence != 0 || service.AfterPence != 0),
            ],
        };

    private ServiceComparison OfService(string service)
    {
        var (old, now) = (before.OfService(service), after.OfService(service));
        var costs = old.CostsPence == now.CostsPence ? 0 : CostsEffect(old, now);
        var part = PartEffect(old, now);
        var causes = new List<Cause>
        {
            new(CauseKind.Costs, service, costs),
            new(KindOfChange(old.Weights, now.Weights), service, part),
            new(CauseKind.Late, service, checked(now.LatePence - old.LatePence)),
            new(CauseKind.Adjustments, service, checked(now.AdjustmentsPence - old.AdjustmentsPence)),
            new(CauseKind.Income, service, checked(now.IncomePence - old.IncomePence)),
            new(CauseKind.OddPennies, service, checked(now.OwnPence - old.OwnPence - costs - part)),
        };
        return new ServiceComparison
        {
            Service = service,
            BeforePence = old.SharePence,
            AfterPence = now.SharePence,
            CostsBeforePence = old.CostsPence,
            CostsAfterPence = now.CostsPence,
            WeightsBefore = old.Weights,
            WeightsAfter = now.Weights,
            PartBefore = old.Part,
            PartAfter = now.Part,
            Causes = [.. causes.Where(cause => cause.Pence != 0)],
        };
    }

    // A service that cost nothing in one of the periods had no part then: it is taken at that of the other.
    private static long CostsEffect(SideOfService old, SideOfService now) =>
        (old.Part ?? now.Part) is { } part
            ? Rounded((BigInteger)(now.CostsPence - old.CostsPence) * part.Weight, part.Of)
            : 0;

    private static long PartEffect(SideOfService old, SideOfService now) =>
        old.Part is { } was && now.Part is { } part
            ? Rounded(now.CostsPence * (part.Weight * was.Of - was.Weight * part.Of), part.Of * was.Of)
            : 0;

    // The part changes by counts alone if the same councils share by the same driver.
    private static CauseKind KindOfChange(Weights? old, Weights? now) =>
        old?.Driver is { } driver
        && driver == now?.Driver
        && old.Of.Select(item => item.Partner).SequenceEqual(now.Of.Select(item => item.Partner))
            ? CauseKind.Counts
            : CauseKind.Terms;

    // To the nearest whole, halves away from zero, so that turning the question round turns every sign.
    private static long Rounded(BigInteger numerator, BigInteger divisor)
    {
        var size = (BigInteger.Abs(numerator) * 2 + divisor) / (divisor * 2);
        return (long)(numerator.Sign < 0 ? -size : size);
    }

    // What one service comes to in one of the periods, for everybody and for the partner.
    private sealed record SideOfService(
        long CostsPence,
        long OwnPence,
        long LatePence,
        long AdjustmentsPence,
        long IncomePence,
        Weights? Weights,
        PartOfWhole? Part
    )
    {
        public long SharePence => checked(OwnPence + LatePence + AdjustmentsPence + IncomePence);
    }

    private sealed class Side
    {
        private readonly string partner;
        private readonly Month month;
        private readonly ILookup<string, (SplitPool Pool, long Pence)> pools;

        public Side(Statement statement, string partner)
        {
            this.partner = partner;
            month = statement.Period.Month;
            var own = statement.Partners.FirstOrDefault(item => item.Figures.Partner == partner);
            var mine = (own?.Lines ?? []).ToDictionary(line => line.Pool, line => line.Part.Pence);
            pools = statement
                .Partners.SelectMany(item => item.Lines.Select(line => line.Pool))
                .Distinct()
                .ToLookup(pool => pool.Key.Service, pool => (pool, mine.GetValueOrDefault(pool)));
            SharePence = own?.Figures.SharePence ?? 0;
        }

        public long SharePence { get; }

        public IEnumerable<string> Services => pools.Select(group => group.Key);

        public SideOfService OfService(string service)
        {
            var all = pools[service].ToList();
            var own = all.FindAll(item => !IsLate(item.Pool) && !item.Pool.IsTrueUp && !IsIncome(item.Pool));
            // Of one month and service, all costs are shared by the same weights.
            var weights = own.Count > 0 ? own[0].Pool.Weights : null;
            return new SideOfService(
                own.Aggregate(0L, (sum, item) => checked(sum + item.Pool.Pence)),
                Sum(own),
                Sum(all.Where(item => IsLate(item.Pool))),
                Sum(all.Where(item => item.Pool.IsTrueUp)),
                Sum(all.Where(item => !item.Pool.IsTrueUp && !IsLate(item.Pool) && IsIncome(item.Pool))),
                weights,
                weights is null ? null : PartIn(weights)
            );
        }

        private PartOfWhole PartIn(Weights weights) =>
            new(
                weights.Of.FirstOrDefault(item => item.Partner == partner)?.Weight.Millionths ?? 0,
                weights.Of.Aggregate(BigInteger.Zero, (sum, item) => sum + item.Weight.Millionths)
            );

        private bool IsLate(SplitPool pool) => !pool.IsTrueUp && pool.Key.ForMonth < month;

        private static bool IsIncome(SplitPool pool) => pool.Key.Kind == CostKind.Income;

        private static long Sum(IEnumerable<(SplitPool Pool, long Pence)> items) =>
            items.Aggregate(0L, (sum, item) => checked(sum + item.Pence));
    }
}
