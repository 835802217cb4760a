namespace Openbook.Oracle;

/// <summary>Finds the weights of a pool, from the versions and counts as they stand.</summary>
internal sealed class WeightRules(Versions versions, IReadOnlyList<OracleCount> counts, OraclePeriod closing)
{
    /// <summary>The terms of a month.</summary>
    public VersionProposed Terms(int month) =>
        versions.ForTerms(month)
        ?? throw Refuse(OracleRefusalReason.NoVersionCounts, $"no version counts for {OracleMonth.Text(month)}");

    /// <summary>The weights of a pool.</summary>
    public PoolWeights Of(PoolKey key)
    {
        VersionProposed version = VersionFor(key);
        OracleAgreement agreement = version.Agreement;
        OracleService service =
            agreement.Services.SingleOrDefault(s => s.Code == key.Service)
            ?? throw Refuse(
                OracleRefusalReason.ServiceNotInForce,
                $"{key.Service} is not in force for {OracleMonth.Text(key.ForMonth)}"
            );
        Dictionary<string, OracleRational> weights =
            key.Kind == OracleKind.Income ? Income(agreement, service, key) : Cost(agreement, service, key.ForMonth);
        if (weights.Values.All(w => w.Sign == 0))
        {
            throw Refuse(
                OracleRefusalReason.ZeroWeights,
                $"the weights of {key.Service} for {OracleMonth.Text(key.ForMonth)} sum to zero"
            );
        }

        return new PoolWeights(version.Version, weights);
    }

    // The highest counting version from that month or before that has the service and the customer.
    private VersionProposed VersionFor(PoolKey key) =>
        versions.ForWeights(
            key.ForMonth,
            agreement =>
                agreement.Services.Any(s => s.Code == key.Service)
                && (key.Customer is null || agreement.Customers.Any(c => c.Code == key.Customer))
        ) ?? Terms(key.ForMonth);

    private Dictionary<string, OracleRational> Income(OracleAgreement agreement, OracleService service, PoolKey key)
    {
        OracleCustomer? customer = agreement.Customers.SingleOrDefault(c => c.Code == key.Customer);
        OracleRule rule = customer?.Income ?? agreement.IncomeRule;
        return rule is AsServiceRule
            ? Cost(agreement, service, key.ForMonth)
            : Apply(agreement, rule, agreement.Partners, key.ForMonth);
    }

    private Dictionary<string, OracleRational> Cost(OracleAgreement agreement, OracleService service, int month) =>
        Apply(agreement, service.Rule, service.Partners, month);

    private Dictionary<string, OracleRational> Apply(
        OracleAgreement agreement,
        OracleRule rule,
        IReadOnlyList<string> partners,
        int month
    ) =>
        rule switch
        {
            EqualRule => partners.ToDictionary(p => p, _ => OracleRational.One),
            FixedRule stated => stated.Weights.ToDictionary(w => w.Key, w => OracleRational.Decimal(w.Value)),
            DirectRule direct => new() { [direct.Partner] = OracleRational.One },
            DriverRule driver => partners.ToDictionary(p => p, p => LatestCount(agreement, driver.Code, p, month)),
            _ => throw new ArgumentException($"{rule} cannot be the rule of a service", nameof(rule)),
        };

    private OracleRational LatestCount(OracleAgreement agreement, string driver, string partner, int month)
    {
        DateOnly lastDay = OracleMonth.LastDay(month);
        OracleCount? latest = null;
        foreach (OracleCount count in counts)
        {
            bool fits = count.Driver == driver && count.Partner == partner && count.Date <= lastDay;
            if (fits && (latest is null || count.Date >= latest.Date))
            {
                latest = count;
            }
        }

        if (latest is null)
        {
            throw Refuse(
                OracleRefusalReason.MissingCount,
                $"{partner} has no count of {driver} on or before {lastDay:yyyy-MM-dd}"
            );
        }

        int months = agreement.Drivers.SingleOrDefault(d => d.Code == driver)?.MaxAgeMonths ?? 12;
        if (latest.Date < lastDay.AddMonths(-months))
        {
            throw Refuse(
                OracleRefusalReason.OldCount,
                $"the count of {driver} for {partner} is more than {months} months older than {lastDay:yyyy-MM-dd}"
            );
        }

        return OracleRational.Decimal(latest.Count);
    }

    private OracleRefusal Refuse(OracleRefusalReason reason, string text) => new(closing, reason, text);
}
