namespace Openbook.Oracle;

/// <summary>A service that partners share.</summary>
/// <param name="Code">The code.</param>
/// <param name="Partners">Its partners, in the agreement's order.</param>
/// <param name="Rule">How its costs are shared.</param>
public sealed record OracleService(string Code, IReadOnlyList<string> Partners, OracleRule Rule);

/// <summary>A cost that is divided among services and later overheads before any split.</summary>
/// <param name="Code">The code.</param>
/// <param name="Over">Its targets, in order.</param>
/// <param name="FallbackEqual">Whether it is divided equally when no target has a basis above zero.</param>
public sealed record OracleOverhead(string Code, IReadOnlyList<string> Over, bool FallbackEqual);

/// <summary>Something that is counted for each partner.</summary>
/// <param name="Code">The code.</param>
/// <param name="MaxAgeMonths">The age in months above which a count is refused at a close.</param>
public sealed record OracleDriver(string Code, int MaxAgeMonths);

/// <summary>A body that buys from the service.</summary>
/// <param name="Code">The code.</param>
/// <param name="Income">How its income is shared; null for the agreement's income rule.</param>
public sealed record OracleCustomer(string Code, OracleRule? Income);

/// <summary>The terms of one version of an agreement, so far as they decide a penny.</summary>
/// <param name="Starts">The first month.</param>
/// <param name="Ends">The last month, if there is one.</param>
/// <param name="Partners">The partners in order.</param>
/// <param name="Host">The host.</param>
/// <param name="Services">The services in order.</param>
/// <param name="Overheads">The overheads in order.</param>
/// <param name="Drivers">The drivers; the age allowed for one not listed is 12 months.</param>
/// <param name="Customers">The customers in order.</param>
/// <param name="IncomeRule">How income is shared where a customer has no rule of its own.</param>
public sealed record OracleAgreement(
    int Starts,
    int? Ends,
    IReadOnlyList<string> Partners,
    string Host,
    IReadOnlyList<OracleService> Services,
    IReadOnlyList<OracleOverhead> Overheads,
    IReadOnlyList<OracleDriver> Drivers,
    IReadOnlyList<OracleCustomer> Customers,
    OracleRule IncomeRule
);
