namespace Openbook.Oracle;

/// <summary>What sets the pools of one posting period apart.</summary>
internal sealed record PoolKey(string Service, string? Overhead, int ForMonth, OracleKind Kind, string? Customer);

/// <summary>The weights of a pool and the version they come from.</summary>
internal sealed record PoolWeights(int Version, IReadOnlyDictionary<string, OracleRational> Weights);

/// <summary>A pool that is to be split.</summary>
internal sealed record Pool(PoolKey Key, long Pence);

/// <summary>A pool that was split at a close, with the weights last used for it.</summary>
internal sealed class ClosedPool(Pool pool, OraclePeriod period, PoolWeights used)
{
    /// <summary>The pool.</summary>
    public Pool Pool { get; } = pool;

    /// <summary>The period in which it was posted.</summary>
    public OraclePeriod Period { get; } = period;

    /// <summary>The weights of its split or of its last true-up.</summary>
    public PoolWeights LastUsed { get; set; } = used;
}

/// <summary>A line, or one month's part of a spread line, with the period in which it is posted.</summary>
internal sealed record PostedLine(
    OraclePeriod Posting,
    int ForMonth,
    string Service,
    OracleKind Kind,
    long Pence,
    string PaidBy,
    string? Supplier
)
{
    /// <summary>What the line adds to its pool, and to what its partner paid: income is below zero.</summary>
    public long Cost => Kind == OracleKind.Income ? -Pence : Pence;
}

/// <summary>A payment with the period in which it is posted.</summary>
internal sealed record PostedPayment(OraclePeriod Posting, OraclePayment Payment);

/// <summary>What a target got from an overhead at one close.</summary>
internal sealed record OverheadPart(string Overhead, string Target, int ForMonth, OracleKind Kind, long Pence);
