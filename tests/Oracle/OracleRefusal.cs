using System.Diagnostics.CodeAnalysis;

namespace Openbook.Oracle;

/// <summary>Why a close must be refused.</summary>
public enum OracleRefusalReason
{
    /// <summary>The month is not the first open one.</summary>
    OutOfOrder,

    /// <summary>The period is closed already.</summary>
    AlreadyClosed,

    /// <summary>The March of the year-end period is not closed yet.</summary>
    YearEndNotOpen,

    /// <summary>A March cannot close while the year-end period of the year before is open.</summary>
    YearEndStillOpen,

    /// <summary>No version of the agreement counts for the month.</summary>
    NoVersionCounts,

    /// <summary>The version from which a pool takes its weights does not have its service.</summary>
    ServiceNotInForce,

    /// <summary>A partner of the service has no count.</summary>
    MissingCount,

    /// <summary>A partner's latest count is too old.</summary>
    OldCount,

    /// <summary>The weights sum to zero.</summary>
    ZeroWeights,

    /// <summary>No target of an overhead has a basis above zero, and it has no fallback.</summary>
    NoBasis,

    /// <summary>An overhead feeds itself or one that was divided before it.</summary>
    OverheadOrder,
}

/// <summary>A close that the rules refuse.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "A refusal is the word of the contract.")]
public sealed class OracleRefusal : Exception
{
    /// <summary>Makes a refusal.</summary>
    public OracleRefusal(OraclePeriod period, OracleRefusalReason reason, string text)
        : base($"{period} cannot be closed: {text}")
    {
        Period = period;
        Reason = reason;
    }

    /// <summary>The period that was to be closed or shown.</summary>
    public OraclePeriod Period { get; }

    /// <summary>Why not.</summary>
    public OracleRefusalReason Reason { get; }

    /// <summary>The code by which the Book refuses the same.</summary>
    public string Code =>
        Reason switch
        {
            OracleRefusalReason.OutOfOrder => "not-next",
            OracleRefusalReason.AlreadyClosed => "closed-already",
            OracleRefusalReason.YearEndNotOpen => "year-end-not-open",
            OracleRefusalReason.YearEndStillOpen => "year-end-first",
            OracleRefusalReason.NoVersionCounts => "not-agreed-yet",
            OracleRefusalReason.ServiceNotInForce => "service-not-in-force",
            OracleRefusalReason.MissingCount => "count-missing",
            OracleRefusalReason.OldCount => "count-too-old",
            OracleRefusalReason.ZeroWeights => "weights-zero",
            OracleRefusalReason.NoBasis => "overhead-without-basis",
            OracleRefusalReason.OverheadOrder => "target-not-listed",
        };
}
