using System.Numerics;

namespace Openbook.Domain;

/// <summary>A partner's part of a service.</summary>
internal sealed record PartnerService(string Partner, string Service);

/// <summary>
/// Divides planned amounts among partners as costs would be: overheads first, in proportion to what their targets are planned
/// to cost, then each month by its weights, with a carry of zero. A month whose weights are not known yet, such as one to come
/// for which nothing has been counted, takes those of the latest month that has them.
/// </summary>
internal sealed class ShareOut(BookState book)
{
    private const int MostMonthsBack = 24;
    private readonly WeightFinder weights = new(book);
    private readonly List<Refusal> refusals = [];

    /// <summary>Each partner's part of each service in pence, or every reason why there is none.</summary>
    /// <param name="amounts">Planned amounts in pence, income below zero.</param>
    public Outcome<Dictionary<PartnerService, long>> Of(IReadOnlyDictionary<TargetCost, long> amounts)
    {
        var shares = new Dictionary<PartnerService, long>();
        foreach (var group in amounts.GroupBy(item => (item.Key.ForMonth.Index, item.Key.Kind)))
        {
            var costs = group.ToDictionary(item => item.Key.Target, item => item.Value);
            var month = new Month(group.Key.Index);
            StepDownPlanned(costs, month);
            foreach (var (service, pence) in costs)
            {
                Share(shares, new PoolKey(service, null, month, group.Key.Kind, null), pence);
            }
        }
        return refusals.Count > 0
            ? Outcome<Dictionary<PartnerService, long>>.Refused([.. refusals.Distinct()])
            : shares;
    }

    private void StepDownPlanned(Dictionary<string, long> costs, Month month)
    {
        foreach (var overhead in book.Overheads)
        {
            if (!costs.Remove(overhead, out var pence) || pence == 0)
            {
                continue;
            }
            if (book.VersionInForce(month)?.Terms.FindOverhead(overhead) is not { } terms)
            {
                refusals.Add(
                    Refuse.ServiceNotInForce.Because(
                        $"There is a budget for \"{overhead}\" in {month.ToWords()}, in which it is not in force."
                    )
                );
                continue;
            }
            var basis = terms.Over.Select(target => Math.Max(costs.GetValueOrDefault(target), 0)).ToList();
            var none = basis.TrueForAll(cost => cost == 0);
            var parts = Split.Pool(
                pence,
                [.. basis.Select(cost => none ? BigInteger.One : cost)],
                new BigInteger[basis.Count]
            );
            for (var i = 0; i < parts.Length; i++)
            {
                costs[terms.Over[i]] = checked(costs.GetValueOrDefault(terms.Over[i]) + parts[i].Pence);
            }
        }
    }

    private void Share(Dictionary<PartnerService, long> shares, PoolKey key, long pence)
    {
        if (pence == 0 || Weights(key) is not { } found)
        {
            return;
        }
        var parts = Split.Pool(pence, found.InOrderOf(book.Partners), new BigInteger[book.Partners.Count]);
        for (var i = 0; i < parts.Length; i++)
        {
            var share = new PartnerService(book.Partners[i], key.Service);
            shares[share] = checked(shares.GetValueOrDefault(share) + parts[i].Pence);
        }
    }

    private Weights? Weights(PoolKey key)
    {
        var asked = weights.For(key);
        for (var back = 1; !asked.IsDone && back <= MostMonthsBack; back++)
        {
            var earlier = weights.For(key with { ForMonth = new Month(key.ForMonth.Index - back) });
            if (earlier.IsDone)
            {
                return earlier.Value;
            }
        }
        if (asked.IsDone)
        {
            return asked.Value;
        }
        refusals.AddRange(asked.Refusals);
        return null;
    }
}
