using System.Numerics;

namespace Openbook.Domain;

/// <summary>
/// Works a period out as if it were closed next: overheads are stepped down, pools and true-ups are put in order and split one
/// after another with the carry of the last close. Statements of open periods and the close itself are this same working.
/// </summary>
public sealed class PeriodWork
{
    private readonly BookState book;
    private readonly Period period;
    private readonly Postings postings;
    private readonly WeightFinder weights;
    private readonly List<Refusal> refusals = [];
    private readonly PenceBy<TargetCost> costs = new();
    private readonly PenceBy<PoolKey> pools = new();
    private readonly List<ClosedPool> looked = [];

    private PeriodWork(BookState book, Period period)
    {
        this.book = book;
        this.period = period;
        postings = book.PostingsOf(period);
        weights = new WeightFinder(book);
    }

    /// <summary>What the period comes to, or every reason why it cannot be worked out. The Book is not changed.</summary>
    public static Outcome<PeriodResult> Of(BookState book, Period period)
    {
        ArgumentNullException.ThrowIfNull(book);
        var work = new PeriodWork(book, period);
        var stepped = work.Gather();
        var ready = work.Weigh().Concat(work.TrueUps()).ToList();
        return work.refusals.Count > 0
            ? Outcome<PeriodResult>.Refused([.. work.refusals.Distinct()])
            : work.SplitAll(ready, stepped);
    }

    private StepDown Gather()
    {
        foreach (var (key, pence) in postings.Pools)
        {
            if (key.Kind != CostKind.Income)
            {
                costs.Add(new TargetCost(key.Service, key.ForMonth, key.Kind), pence);
            }
            if (!book.IsOverhead(key.Service, key.ForMonth))
            {
                var customer = book.VersionInForce(key.ForMonth)?.Terms.FindCustomer(key.Supplier)?.Code;
                pools.Add(new PoolKey(key.Service, null, key.ForMonth, key.Kind, customer), pence);
            }
        }
        var stepDown = new StepDown(book, costs);
        stepDown.Run();
        refusals.AddRange(stepDown.Refusals);
        foreach (var (key, pence) in stepDown.ServiceParts)
        {
            pools.Add(key, pence);
        }
        return stepDown;
    }

    private List<Candidate> Weigh()
    {
        var ready = new List<Candidate>();
        foreach (var (key, pence) in pools)
        {
            if (Found(key) is { } found)
            {
                ready.Add(CandidateOf(key, pence, found, null));
            }
        }
        return ready;
    }

    // A closed pool whose weights have changed is trued up in the year-end period of its year if that is open, else in the
    // first open month.
    private List<Candidate> TrueUps()
    {
        var ready = new List<Candidate>();
        if (!period.IsYearEnd && period.Month != book.FirstOpen)
        {
            return ready;
        }
        var openYearEnd = book.OpenYearEnd;
        foreach (var pool in book.ClosedPools)
        {
            if (pool.LookedAt == book.WeightsRevision)
            {
                continue;
            }
            var year = FinancialYear.Of(pool.Key.ForMonth);
            if (period.IsYearEnd ? year != period.Year : year == openYearEnd)
            {
                continue;
            }
            looked.Add(pool);
            if (Found(pool.Key) is { } now && pool.Pence != 0 && Changed(pool.LastWeights, now))
            {
                ready.Add(CandidateOf(pool.Key, pool.Pence, now, pool));
            }
        }
        return ready;
    }

    private bool Changed(Weights before, Weights now) =>
        !ReferenceEquals(before, now)
        && !Weights.SameProportions(before.InOrderOf(book.Partners), now.InOrderOf(book.Partners));

    private Weights? Found(PoolKey key)
    {
        var outcome = weights.For(key);
        if (outcome.IsDone)
        {
            return outcome.Value;
        }
        refusals.AddRange(outcome.Refusals);
        return null;
    }

    private PeriodResult SplitAll(List<Candidate> ready, StepDown stepped)
    {
        var carries = book.CarriesNow();
        var split = new List<SplitPool>(ready.Count);
        foreach (var candidate in InOrder(ready))
        {
            var done = SplitOne(candidate, carries);
            split.Add(done);
            for (var i = 0; i < carries.Length; i++)
            {
                carries[i] = done.Parts[i].CarryAfter;
            }
        }
        foreach (var (target, pence) in stepped.Parts)
        {
            costs.Add(target, pence);
        }
        var figures = Figures(split, carries);
        return new PeriodResult
        {
            Period = period,
            Order = [.. book.Partners],
            Pools = split,
            Overheads = stepped.Steps,
            Partners = figures,
            Shown = Shown(figures, split),
            Postings = postings,
            OverheadCarries = stepped.Carries,
            TargetCosts = costs,
            Looked = looked,
        };
    }

    // The contract's order: service; own pools before parts of overheads; month; kind; customer; pools before true-ups;
    // true-ups in the order in which the periods of their pools were closed.
    private static List<Candidate> InOrder(List<Candidate> ready)
    {
        ready.Sort(InOrder);
        return ready;
    }

    private static int InOrder(Candidate one, Candidate other)
    {
        var i = 0;
        while (i < one.Places.Length - 1 && one.Places[i] == other.Places[i])
        {
            i++;
        }
        return one.Places[i].CompareTo(other.Places[i]);
    }

    private int[] PlacesOf(PoolKey key, ClosedPool? corrects) =>
        [
            StepDown.IndexOf(book.Services, key.Service),
            StepDown.IndexOf(book.Overheads, key.Overhead),
            key.ForMonth.Index,
            (int)key.Kind,
            StepDown.IndexOf(book.Customers, key.Customer),
            corrects is null ? -1 : corrects.Closing,
        ];

    private Candidate CandidateOf(PoolKey key, long pence, Weights weights, ClosedPool? corrects) =>
        new(key, pence, weights, corrects, PlacesOf(key, corrects));

    private SplitPool SplitOne(Candidate candidate, BigInteger[] carries)
    {
        var now = candidate.Weights.InOrderOf(book.Partners);
        var before = candidate.Corrects?.LastWeights;
        var old = before?.InOrderOf(book.Partners);
        var parts = old is null
            ? Split.Pool(candidate.Pence, now, carries)
            : Split.TrueUp(candidate.Pence, old, now, carries);
        return new SplitPool
        {
            Key = candidate.Key,
            Pence = candidate.Pence,
            Weights = candidate.Weights,
            Corrects = candidate.Corrects,
            WeightsBefore = before,
            Parts = parts,
            WeightsInOrder = now,
            WeightsBeforeInOrder = old,
        };
    }

    private PartnerFigures[] Figures(List<SplitPool> split, BigInteger[] carries)
    {
        var last = book.Closed.Count > 0 ? book.Closed[^1] : null;
        return
        [
            .. book.Partners.Select(
                (partner, i) =>
                    new PartnerFigures
                    {
                        Partner = partner,
                        SharePence = SharesOf(split, i),
                        PaidPence = postings.Paid.Of(partner),
                        SettledPence = postings.SettledPence(partner),
                        BroughtForwardPence =
                            last?.Result.Partners.FirstOrDefault(item => item.Partner == partner)?.CarriedForwardPence
                            ?? 0,
                        CarryAfter = carries[i],
                    }
            ),
        ];
    }

    private static long SharesOf(List<SplitPool> split, int place)
    {
        var pence = 0L;
        foreach (var pool in split)
        {
            pence = checked(pence + pool.Parts[place].Pence);
        }
        return pence;
    }

    private string[] Shown(PartnerFigures[] figures, List<SplitPool> split)
    {
        var terms = book.VersionInForce(period.Month)?.Terms;
        return
        [
            .. figures
                .Where(
                    (item, i) =>
                        terms?.HasPartner(item.Partner) == true
                        || split.Exists(pool => pool.Parts[i].Pence != 0)
                        || item.PaidPence != 0
                        || item.SettledPence != 0
                        || item.BroughtForwardPence != 0
                        || !item.CarryAfter.IsZero
                )
                .Select(item => item.Partner),
        ];
    }

    private sealed record Candidate(PoolKey Key, long Pence, Weights Weights, ClosedPool? Corrects, int[] Places);
}
