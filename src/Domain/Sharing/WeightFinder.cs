namespace Openbook.Domain;

/// <summary>Finds the weights of pools: which version's rule, and for a driver which counts.</summary>
internal sealed class WeightFinder(BookState book)
{
    private readonly Dictionary<Ask, Outcome<Weights>> found = [];

    // Revenue and capital of a service, and parts of overheads, have the same weights.
    private sealed record Ask(string Service, bool Income, string? Customer, int Month);

    /// <summary>The weights of a pool as they are now, or every reason why there are none.</summary>
    public Outcome<Weights> For(PoolKey key)
    {
        var ask = new Ask(key.Service, key.Kind == CostKind.Income, key.Customer, key.ForMonth.Index);
        if (!found.TryGetValue(ask, out var weights))
        {
            found[ask] = weights = Find(key);
        }
        return weights;
    }

    private Outcome<Weights> Find(PoolKey key)
    {
        var version = VersionFor(key);
        if (version is null)
        {
            return Refuse.ServiceNotInForce.Because(
                $"Costs of \"{key.Service}\" are recorded for {key.ForMonth.ToWords()}, in which it is not in force."
            );
        }
        var service = version.Terms.FindService(key.Service)!;
        var sharers = service.Partners;
        var rule = service.Share;
        if (key.Kind == CostKind.Income)
        {
            var income = version.Terms.FindCustomer(key.Customer)?.Income ?? version.Terms.Income;
            if (income is not SharingRule.AsService)
            {
                rule = income;
                sharers = version.Terms.Partners.Select(partner => partner.Code).ToEquatableList();
            }
        }
        return Weigh(rule, sharers, version, key);
    }

    // The highest version that counts from the month or before and has the service and, of a customer's income, the customer:
    // a version that takes either out of closed months leaves their weights as they were.
    private AgreementVersion? VersionFor(PoolKey key) =>
        book.Versions.LastOrDefault(version =>
            version.Counts
            && version.From <= key.ForMonth
            && version.Terms.FindService(key.Service) is not null
            && (key.Customer is null || version.Terms.FindCustomer(key.Customer) is not null)
        );

    private Outcome<Weights> Weigh(
        SharingRule rule,
        EquatableList<string> sharers,
        AgreementVersion version,
        PoolKey key
    )
    {
        return rule switch
        {
            SharingRule.Equal => Made(
                rule,
                version,
                [.. sharers.Select(partner => new PartnerWeight(partner, Weight.One))]
            ),
            SharingRule.Fixed stated => Made(rule, version, [.. stated.Weights]),
            SharingRule.Direct direct => Made(rule, version, [new PartnerWeight(direct.Partner, Weight.One)]),
            SharingRule.ByDriver driver => ByCounts(driver, sharers, version, key),
            _ => throw new InvalidOperationException($"No weights for the rule {rule.Word}."),
        };
    }

    private static Weights Made(SharingRule rule, AgreementVersion version, IReadOnlyList<PartnerWeight> weights) =>
        new()
        {
            Of = weights,
            Basis = rule.Word,
            Version = version.Number,
        };

    private Outcome<Weights> ByCounts(
        SharingRule.ByDriver rule,
        EquatableList<string> sharers,
        AgreementVersion version,
        PoolKey key
    )
    {
        var last = key.ForMonth.Last;
        var oldest = last.AddMonths(-version.Terms.MaxAgeMonths(rule.Driver));
        var used = new List<CountInUse>();
        var refusals = new List<Refusal>();
        foreach (var partner in sharers)
        {
            var latest = book.LatestCount(rule.Driver, partner, last);
            if (latest is null)
            {
                refusals.Add(
                    Refuse.CountMissing.Because(
                        $"{key.ForMonth.ToWords()}: \"{key.Service}\" is shared by \"{rule.Driver}\", which has no count for "
                            + $"{partner} on or before {Dates.Words(last)}."
                    )
                );
            }
            else if (latest.Count.Date < oldest)
            {
                refusals.Add(
                    Refuse.CountTooOld.Because(
                        $"{key.ForMonth.ToWords()}: the latest count of \"{rule.Driver}\" for {partner} is of "
                            + $"{Dates.Words(latest.Count.Date)}, more than "
                            + $"{Text.Count(version.Terms.MaxAgeMonths(rule.Driver), "month")} before {Dates.Words(last)}."
                    )
                );
            }
            else
            {
                used.Add(latest);
            }
        }
        if (refusals.Count == 0 && used.TrueForAll(item => item.Count.Count.Millionths == 0))
        {
            refusals.Add(
                Refuse.WeightsZero.Because(
                    $"{key.ForMonth.ToWords()}: the counts of \"{rule.Driver}\", by which \"{key.Service}\" is shared, are all zero."
                )
            );
        }
        if (refusals.Count > 0)
        {
            return Outcome<Weights>.Refused(refusals);
        }
        return new Weights
        {
            Of = [.. used.Select(item => new PartnerWeight(item.Count.Partner, item.Count.Count))],
            Basis = rule.Word,
            Driver = rule.Driver,
            Version = version.Number,
            Counts = used,
        };
    }
}
