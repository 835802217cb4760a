using System.Numerics;

namespace Openbook.Oracle;

/// <summary>One pool, or the true-up of one, as split among the partners.</summary>
/// <param name="Service">The service.</param>
/// <param name="Overhead">The overhead of which the pool is a part, if it is.</param>
/// <param name="Customer">The listed customer whose income the pool is, if it is.</param>
/// <param name="ForMonth">The month that the pool belongs to.</param>
/// <param name="Kind">The kind.</param>
/// <param name="TrueUp">Whether this is a true-up.</param>
/// <param name="Corrects">On a true-up, the period in which the pool it corrects was posted.</param>
/// <param name="PoolPence">The pool's total, also on a true-up.</param>
/// <param name="AgreementVersion">The version that the weights come from.</param>
/// <param name="Weights">The weights (on a true-up the new ones); a partner not named has zero.</param>
/// <param name="Shares">Each partner's share, zero shares too.</param>
public sealed record OracleSplit(
    string Service,
    string? Overhead,
    string? Customer,
    int ForMonth,
    OracleKind Kind,
    bool TrueUp,
    OraclePeriod? Corrects,
    long PoolPence,
    int AgreementVersion,
    IReadOnlyDictionary<string, OracleRational> Weights,
    IReadOnlyList<OracleShare> Shares
);

/// <summary>One claimant's share in a split: a partner, or the target of an overhead.</summary>
/// <param name="Name">Who gets it.</param>
/// <param name="Exact">The exact share.</param>
/// <param name="CarryBefore">Its carry before, in trillionths of a penny.</param>
/// <param name="Pence">The share in pence.</param>
/// <param name="CarryAfter">Its carry after.</param>
public sealed record OracleShare(
    string Name,
    OracleRational Exact,
    BigInteger CarryBefore,
    long Pence,
    BigInteger CarryAfter
);

/// <summary>One overhead's pool as divided among its targets.</summary>
/// <param name="Overhead">The overhead.</param>
/// <param name="ForMonth">The month that the pool belongs to.</param>
/// <param name="Kind">The kind.</param>
/// <param name="PoolPence">Its lines with the parts it got from earlier overheads.</param>
/// <param name="Bases">The basis used for each target.</param>
/// <param name="Parts">What each target got, zero parts too.</param>
public sealed record OracleDivision(
    string Overhead,
    int ForMonth,
    OracleKind Kind,
    long PoolPence,
    IReadOnlyDictionary<string, OracleRational> Bases,
    IReadOnlyList<OracleShare> Parts
);
