using System.Numerics;

namespace Openbook.Oracle;

/// <summary>The statement of one period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Closed">Whether it is closed, or shown as if it were closed next.</param>
/// <param name="Partners">What each partner is told, in order of the partners.</param>
/// <param name="Splits">Every pool and true-up as split, in order, with its zero shares too.</param>
/// <param name="Divisions">Every overhead pool as divided, in order.</param>
public sealed record OracleStatement(
    OraclePeriod Period,
    bool Closed,
    IReadOnlyList<OraclePartnerStatement> Partners,
    IReadOnlyList<OracleSplit> Splits,
    IReadOnlyList<OracleDivision> Divisions
)
{
    /// <summary>What one partner is told.</summary>
    public OraclePartnerStatement Of(string partner) => Partners.Single(p => p.Partner == partner);
}

/// <summary>What one partner is told in a statement.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Lines">Its shares in order, those of zero left out.</param>
/// <param name="Share">What it bears.</param>
/// <param name="Paid">What it paid suppliers less what it received from customers.</param>
/// <param name="Balance">Share less paid.</param>
/// <param name="BroughtForward">What was carried forward at the close before.</param>
/// <param name="Settled">Payments made less payments received.</param>
/// <param name="CarriedForward">Brought forward, with the balance, less what was settled.</param>
public sealed record OraclePartnerStatement(
    string Partner,
    IReadOnlyList<OracleStatementLine> Lines,
    long Share,
    long Paid,
    long Balance,
    long BroughtForward,
    long Settled,
    long CarriedForward
);

/// <summary>One partner's share of one pool, or of the true-up of one.</summary>
/// <param name="Service">The service.</param>
/// <param name="Overhead">The overhead of which the pool is a part, if it is.</param>
/// <param name="Customer">The listed customer whose income the pool is, if it is.</param>
/// <param name="ForMonth">The month that the pool belongs to.</param>
/// <param name="Kind">The kind.</param>
/// <param name="TrueUp">Whether this is a true-up.</param>
/// <param name="PoolPence">The pool's total, also on a true-up; income received is below zero.</param>
/// <param name="AgreementVersion">The version that the weights come from.</param>
/// <param name="Weights">The weights (on a true-up the new ones); a partner not named has zero.</param>
/// <param name="Exact">The exact share, or on a true-up the exact difference.</param>
/// <param name="CarryBefore">The partner's carry before, in trillionths of a penny.</param>
/// <param name="Share">The share in pence.</param>
/// <param name="CarryAfter">The partner's carry after.</param>
public sealed record OracleStatementLine(
    string Service,
    string? Overhead,
    string? Customer,
    int ForMonth,
    OracleKind Kind,
    bool TrueUp,
    long PoolPence,
    int AgreementVersion,
    IReadOnlyDictionary<string, OracleRational> Weights,
    OracleRational Exact,
    BigInteger CarryBefore,
    long Share,
    BigInteger CarryAfter
);
