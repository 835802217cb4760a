using Openbook.Oracle;

namespace Openbook.Domain.Tests.Given;

/// <summary>Says in the oracle's own types what was recorded.</summary>
public static class ForOracle
{
    /// <summary>What a fact is for the oracle; null if it decides no penny.</summary>
    public static OracleEvent? Event(Fact fact) =>
        fact switch
        {
            AgreementProposed proposed => new VersionProposed(
                proposed.Version,
                Terms(proposed.Terms),
                proposed.From.Index
            ),
            CountsRecorded counts => new Oracle.CountsRecorded([
                .. counts.Counts.Select(count => new OracleCount(
                    count.Date,
                    count.Driver,
                    count.Partner,
                    count.Count.ToString()
                )),
            ]),
            PaymentsRecorded payments => new Oracle.PaymentsRecorded([
                .. payments.Payments.Select(payment => new OraclePayment(
                    payment.Date,
                    payment.From,
                    payment.To,
                    payment.Amount.Pence
                )),
            ]),
            PeriodClosed closed => new Oracle.PeriodClosed(Period(closed.Period)),
            _ => null,
        };

    /// <summary>Lines of one file.</summary>
    public static OracleEvent Lines(IEnumerable<CostLine> lines) =>
        new LinesRecorded([
            .. lines.Select(line => new OracleLine(
                line.Month.Index,
                line.ToMonth?.Index,
                line.Service,
                Kind(line.Kind),
                line.Amount.Pence,
                line.PaidBy,
                line.Words?.Supplier
            )),
        ]);

    /// <summary>A period.</summary>
    public static OraclePeriod Period(Period period) =>
        period.IsYearEnd ? OraclePeriod.YearEndOf(period.Month.Index) : OraclePeriod.OfMonth(period.Month.Index);

    /// <summary>A kind.</summary>
    public static OracleKind Kind(CostKind kind) =>
        kind switch
        {
            CostKind.Revenue => OracleKind.Revenue,
            CostKind.Capital => OracleKind.Capital,
            CostKind.Income => OracleKind.Income,
        };

    private static OracleAgreement Terms(AgreementTerms terms) =>
        new(
            terms.Starts.Index,
            terms.Ends?.Index,
            [.. terms.Partners.Select(partner => partner.Code)],
            terms.Host,
            [.. terms.Services.Select(item => new OracleService(item.Code, item.Partners, Rule(item.Share)))],
            [.. terms.Overheads.Select(item => new OracleOverhead(item.Code, item.Over, item.FallbackEqual))],
            [.. terms.Drivers.Select(item => new OracleDriver(item.Code, item.MaxAgeMonths))],
            [
                .. terms.Customers.Select(item => new OracleCustomer(
                    item.Code,
                    item.Income is null ? null : Rule(item.Income)
                )),
            ],
            Rule(terms.Income)
        );

    private static OracleRule Rule(SharingRule rule) =>
        rule switch
        {
            SharingRule.Equal => new EqualRule(),
            SharingRule.Fixed stated => new FixedRule(
                stated.Weights.ToDictionary(item => item.Partner, item => item.Weight.ToString())
            ),
            SharingRule.ByDriver driver => new DriverRule(driver.Driver),
            SharingRule.Direct direct => new DirectRule(direct.Partner),
            SharingRule.AsService => new AsServiceRule(),
            _ => throw new ArgumentException($"unknown rule {rule}", nameof(rule)),
        };
}
