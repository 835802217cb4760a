using System.Numerics;

namespace Openbook.Domain;

/// <summary>
/// Divides overheads over services and later overheads before anything is shared, in the agreement's order, in proportion to
/// what each target cost in that month and kind so far.
/// </summary>
internal sealed class StepDown(BookState book, PenceBy<TargetCost> own)
{
    private readonly Dictionary<OverheadTarget, Carry> carries = [];

    /// <summary>What was done, in order.</summary>
    public List<SteppedDown> Steps { get; } = [];

    /// <summary>Parts that services got, by service, overhead, month and kind.</summary>
    public PenceBy<PoolKey> ServiceParts { get; } = new();

    /// <summary>Why an overhead could not be divided.</summary>
    public List<Refusal> Refusals { get; } = [];

    /// <summary>The carries after, of overheads and targets that changed.</summary>
    public IReadOnlyDictionary<OverheadTarget, Carry> Carries => carries;

    /// <summary>What each target got in parts.</summary>
    public PenceBy<TargetCost> Parts { get; } = new();

    /// <summary>Divides every overhead.</summary>
    public void Run()
    {
        foreach (var overhead in book.Overheads)
        {
            var pools = own
                .Keys.Concat(Parts.Keys)
                .Where(key => key.Target == overhead)
                .Distinct()
                .OrderBy(key => key.ForMonth.Index)
                .ThenBy(key => (int)key.Kind)
                .ToList();
            foreach (var pool in pools)
            {
                Divide(pool);
            }
        }
    }

    private void Divide(TargetCost pool)
    {
        var (overhead, month, kind) = pool;
        if (Terms(overhead, month) is not { } terms)
        {
            Refusals.Add(
                Refuse.ServiceNotInForce.Because(
                    $"Costs of \"{overhead}\" are recorded for {month.ToWords()}, in which it is not in force."
                )
            );
            return;
        }
        var fromOverheads = Parts.Of(pool);
        var total = checked(own.Of(pool) + fromOverheads);
        var basis = terms.Over.Select(target => Basis(new TargetCost(target, month, kind))).ToArray();
        var fallback = Array.TrueForAll(basis, pence => pence == 0);
        if (fallback && !terms.FallbackEqual)
        {
            Refusals.Add(
                Refuse.OverheadWithoutBasis.Because(
                    $"{month.ToWords()}: \"{overhead}\" ({CostWords.Of(kind)}) is spread over "
                        + $"{Text.List(terms.Over)}, none of which has costs."
                )
            );
            return;
        }
        var split = Split.Pool(
            total,
            [.. basis.Select(pence => fallback ? BigInteger.One : pence)],
            [.. terms.Over.Select(target => CarryOf(overhead, target))]
        );
        Steps.Add(
            new SteppedDown
            {
                Overhead = overhead,
                ForMonth = month,
                Kind = kind,
                Pence = total,
                FromOverheadsPence = fromOverheads,
                Fallback = fallback,
                Parts = [.. terms.Over.Select((target, i) => new SteppedPart(target, basis[i], split[i]))],
            }
        );
        for (var i = 0; i < split.Length; i++)
        {
            carries[new OverheadTarget(overhead, terms.Over[i])] = new Carry(split[i].CarryAfter);
            Give(overhead, terms.Over[i], month, kind, split[i].Pence);
        }
    }

    private void Give(string overhead, string target, Month month, CostKind kind, long pence)
    {
        if (pence == 0)
        {
            return;
        }
        Parts.Add(new TargetCost(target, month, kind), pence);
        // A part that a later overhead gets is divided in its turn; the order of overheads is fixed, so its turn is to come.
        if (Terms(target, month) is null)
        {
            ServiceParts.Add(new PoolKey(target, overhead, month, kind, null), pence);
        }
    }

    // All costs of the month and kind posted to the target in periods closed before and in this one, with its parts so far.
    private long Basis(TargetCost target)
    {
        var pence = checked(book.TargetCostPence(target) + own.Of(target) + Parts.Of(target));
        return Math.Max(pence, 0);
    }

    private BigInteger CarryOf(string overhead, string target)
    {
        var key = new OverheadTarget(overhead, target);
        return carries.TryGetValue(key, out var carry) ? carry.Trillionths : book.CarryOf(key);
    }

    private Overhead? Terms(string overhead, Month month) =>
        book.VersionInForce(month)?.Terms.FindOverhead(overhead)
        ?? book.Versions.LastOrDefault(version =>
                version.Counts && version.From <= month && version.Terms.FindOverhead(overhead) is not null
            )
            ?.Terms.FindOverhead(overhead);

    internal static int IndexOf(IReadOnlyList<string> order, string? code)
    {
        for (var i = 0; i < order.Count; i++)
        {
            if (order[i] == code)
            {
                return i;
            }
        }
        return -1;
    }
}
