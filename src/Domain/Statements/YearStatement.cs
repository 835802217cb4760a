namespace Openbook.Domain;

/// <summary>What a partner bore for a service over the closed periods of a year.</summary>
/// <param name="Service">The service.</param>
/// <param name="Overhead">The overhead it is a part of, or null.</param>
/// <param name="Customer">The customer the income came from, or null.</param>
/// <param name="Kind">What it is for the accounts.</param>
/// <param name="SharePence">The shares added up, true-ups included.</param>
public sealed record YearLine(string Service, string? Overhead, string? Customer, CostKind Kind, long SharePence);

/// <summary>What a partner paid others in a period for one purpose, less what it received for it.</summary>
/// <param name="For">The purpose.</param>
/// <param name="Pence">How much, in pence.</param>
public sealed record SettledFor(PaymentPurpose For, long Pence);

/// <summary>One closed period of a partner's year: what the year adds up.</summary>
/// <param name="Period">The period.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Lines">Shares by service.</param>
/// <param name="Settled">Payments made less received, by purpose; what is nothing is left out.</param>
public sealed record PartnerYearPeriod(
    Period Period,
    PartnerFigures Figures,
    IReadOnlyList<YearLine> Lines,
    IReadOnlyList<SettledFor> Settled
)
{
    /// <summary>Payments made less received for a purpose, in pence.</summary>
    public long SettledPence(PaymentPurpose purpose) => Settled.FirstOrDefault(item => item.For == purpose)?.Pence ?? 0;

    /// <summary>What it bears for a service, in pence.</summary>
    public long SharePence(string service) =>
        Lines.Where(line => line.Service == service).Aggregate(0L, (sum, line) => checked(sum + line.SharePence));
}

/// <summary>One partner's year so far.</summary>
public sealed record PartnerYear
{
    /// <summary>The partner.</summary>
    public required string Partner { get; init; }

    /// <summary>Shares by service.</summary>
    public required IReadOnlyList<YearLine> Lines { get; init; }

    /// <summary>The periods that the year adds up, in order of closing.</summary>
    public required IReadOnlyList<PartnerYearPeriod> Periods { get; init; }

    /// <summary>What it bears, in pence.</summary>
    public required long SharePence { get; init; }

    /// <summary>What it paid, in pence.</summary>
    public required long PaidPence { get; init; }

    /// <summary>Payments made less received, in pence.</summary>
    public required long SettledPence { get; init; }

    /// <summary>Brought forward into the first of the periods, in pence.</summary>
    public required long BroughtForwardPence { get; init; }

    /// <summary>Share less paid, in pence.</summary>
    public long BalancePence => checked(SharePence - PaidPence);

    /// <summary>Carried forward from the last of the periods, in pence.</summary>
    public required long CarriedForwardPence { get; init; }

    /// <summary>
    /// What other years' periods, closed between these, added to what is carried forward, in pence: with brought forward,
    /// balance and payments it makes up carried forward.
    /// </summary>
    public long OfOtherYearsPence => checked(CarriedForwardPence - BroughtForwardPence - BalancePence + SettledPence);

    /// <summary>Payments made less received for a purpose, in pence.</summary>
    public long SettledFor(PaymentPurpose purpose) =>
        Periods.Aggregate(0L, (sum, period) => checked(sum + period.SettledPence(purpose)));

    /// <summary>What it paid others, or received from them, for.</summary>
    public IReadOnlyList<PaymentPurpose> Purposes =>
        [.. Periods.SelectMany(period => period.Settled).Select(settled => settled.For).Distinct().Order()];

    /// <summary>What it bears for a service, in pence.</summary>
    public long ShareOf(string service) =>
        Lines.Where(line => line.Service == service).Aggregate(0L, (sum, line) => checked(sum + line.SharePence));
}

/// <summary>
/// The closed periods of a financial year added up. Periods of other years that were closed in between take no part, so carried
/// forward is that of the year's own last closed period.
/// </summary>
public sealed record YearStatement
{
    /// <summary>The Book's code.</summary>
    public required string Book { get; init; }

    /// <summary>The partnership's name.</summary>
    public required string Partnership { get; init; }

    /// <summary>The year.</summary>
    public required FinancialYear Year { get; init; }

    /// <summary>The closed periods added up, in order of closing.</summary>
    public required IReadOnlyList<Period> Periods { get; init; }

    /// <summary>The last entry looked at.</summary>
    public required Head Head { get; init; }

    /// <summary>The partners, in the Book's order.</summary>
    public required IReadOnlyList<PartnerYear> Partners { get; init; }

    /// <summary>What the partners are called, by code.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>The services that anybody bears something of, in order of first appearance.</summary>
    public IReadOnlyList<string> Services =>
        [.. Partners.SelectMany(partner => partner.Lines.Select(line => line.Service)).Distinct()];

    /// <summary>What anybody paid others for.</summary>
    public IReadOnlyList<PaymentPurpose> Purposes =>
        [.. Partners.SelectMany(partner => partner.Purposes).Distinct().Order()];

    /// <summary>What all partners bear for a service, in pence.</summary>
    public long CostsOf(string service) =>
        Partners.Aggregate(0L, (sum, partner) => checked(sum + partner.ShareOf(service)));

    /// <summary>What all partners bear, in pence.</summary>
    public long CostsPence => Partners.Aggregate(0L, (sum, partner) => checked(sum + partner.SharePence));

    /// <summary>The year so far.</summary>
    public static Outcome<YearStatement> Of(BookState book, FinancialYear year)
    {
        ArgumentNullException.ThrowIfNull(book);
        var closed = book.Closed.Where(item => item.Period.Year == year).ToList();
        if (closed.Count == 0)
        {
            return Refuse.PeriodOutOfReach.Because($"No period of {year} is closed.");
        }
        return new YearStatement
        {
            Book = book.Code,
            Partnership = book.VersionInForce(closed[^1].Period.Month)?.Terms.Partnership ?? "",
            Year = year,
            Periods = [.. closed.Select(item => item.Period)],
            Head = new Head(closed[^1].Entry, closed[^1].Hash),
            Names = BookNames.In(book, closed[^1].Period.Month).Partners,
            Partners =
            [
                .. book
                    .Partners.Where(partner => closed.Exists(item => item.Result.Shown.Contains(partner)))
                    .Select(partner => OfPartner(closed, partner)),
            ],
        };
    }

    private static PartnerYear OfPartner(List<ClosedPeriod> closed, string partner)
    {
        var figures = closed
            .Select(item => item.Result.Partners.FirstOrDefault(found => found.Partner == partner))
            .OfType<PartnerFigures>()
            .ToList();
        var periods = closed.Select(item => OfPeriod(item, partner)).OfType<PartnerYearPeriod>().ToList();
        return new PartnerYear
        {
            Partner = partner,
            Lines = LinesOf(closed, partner),
            Periods = periods,
            SharePence = figures.Sum(item => item.SharePence),
            PaidPence = figures.Sum(item => item.PaidPence),
            SettledPence = figures.Sum(item => item.SettledPence),
            BroughtForwardPence = figures[0].BroughtForwardPence,
            CarriedForwardPence = figures[^1].CarriedForwardPence,
        };
    }

    private static PartnerYearPeriod? OfPeriod(ClosedPeriod closed, string partner) =>
        closed.Result.Partners.FirstOrDefault(item => item.Partner == partner) is { } figures
            ? new PartnerYearPeriod(
                closed.Period,
                figures,
                LinesOf([closed], partner),
                [
                    .. closed
                        .Result.Postings.Payments.GroupBy(item => item.Payment.For)
                        .Select(group => new SettledFor(group.Key, group.Sum(item => Settled(item.Payment, partner))))
                        .Where(settled => settled.Pence != 0),
                ]
            )
            : null;

    private static long Settled(Payment payment, string partner) =>
        (payment.From == partner ? payment.Amount.Pence : 0) - (payment.To == partner ? payment.Amount.Pence : 0);

    private static List<YearLine> LinesOf(List<ClosedPeriod> closed, string partner) =>
        closed
            .SelectMany(item => item.Result.Pools.Select(pool => (pool, place: item.Result.PlaceOf(partner))))
            .Where(item => item.place >= 0)
            .GroupBy(item =>
                (item.pool.Key.Service, item.pool.Key.Overhead, item.pool.Key.Customer, item.pool.Key.Kind)
            )
            .Select(group => new YearLine(
                group.Key.Service,
                group.Key.Overhead,
                group.Key.Customer,
                group.Key.Kind,
                group.Sum(item => item.pool.Parts[item.place].Pence)
            ))
            .Where(line => line.SharePence != 0)
            .ToList();
}
