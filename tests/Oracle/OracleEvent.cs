namespace Openbook.Oracle;

/// <summary>Something recorded in the Book. Events are taken as accepted; only a close may be refused.</summary>
public abstract record OracleEvent;

/// <summary>A version of the agreement was proposed.</summary>
/// <param name="Version">Its number, from 1.</param>
/// <param name="Agreement">Its terms.</param>
/// <param name="FromMonth">The month from the first of which it is to count.</param>
public sealed record VersionProposed(int Version, OracleAgreement Agreement, int FromMonth) : OracleEvent;

/// <summary>Every approval of a version has taken effect: it now counts from its month.</summary>
/// <param name="Version">The version's number.</param>
public sealed record VersionCounts(int Version) : OracleEvent;

/// <summary>Counts were recorded; of one date, driver and partner the last one holds.</summary>
/// <param name="Counts">The counts, in order of recording.</param>
public sealed record CountsRecorded(IReadOnlyList<OracleCount> Counts) : OracleEvent;

/// <summary>Cost and income lines were recorded.</summary>
/// <param name="Lines">The lines.</param>
public sealed record LinesRecorded(IReadOnlyList<OracleLine> Lines) : OracleEvent;

/// <summary>Payments between partners were recorded.</summary>
/// <param name="Payments">The payments.</param>
public sealed record PaymentsRecorded(IReadOnlyList<OraclePayment> Payments) : OracleEvent;

/// <summary>A period was closed.</summary>
/// <param name="Period">The period.</param>
public sealed record PeriodClosed(OraclePeriod Period) : OracleEvent;

/// <summary>A count of one driver for one partner.</summary>
/// <param name="Date">The day counted.</param>
/// <param name="Driver">The driver.</param>
/// <param name="Partner">The partner.</param>
/// <param name="Count">The count, as exact decimal text.</param>
public sealed record OracleCount(DateOnly Date, string Driver, string Partner, string Count);

/// <summary>A payment from one partner to another.</summary>
/// <param name="Date">The day paid.</param>
/// <param name="From">Who paid.</param>
/// <param name="To">Who received.</param>
/// <param name="Pence">The amount.</param>
public sealed record OraclePayment(DateOnly Date, string From, string To, long Pence);

/// <summary>What a line is; also the order in which pools are split.</summary>
public enum OracleKind
{
    /// <summary>A running cost.</summary>
    Revenue,

    /// <summary>A capital cost.</summary>
    Capital,

    /// <summary>Income from customers.</summary>
    Income,
}

/// <summary>One line of cost or income.</summary>
/// <param name="Month">The month that it belongs to.</param>
/// <param name="ToMonth">The last month over which it is released, if it is spread.</param>
/// <param name="Service">A service, or for costs an overhead.</param>
/// <param name="Kind">What the line is.</param>
/// <param name="Pence">The amount as in the file: income received is above zero.</param>
/// <param name="PaidBy">The partner who paid, or for income received.</param>
/// <param name="Supplier">The supplier, or for income the customer.</param>
public sealed record OracleLine(
    int Month,
    int? ToMonth,
    string Service,
    OracleKind Kind,
    long Pence,
    string PaidBy,
    string? Supplier
);
