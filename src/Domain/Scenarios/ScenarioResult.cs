namespace Openbook.Domain;

/// <summary>A line of a statement that comes out otherwise, or is there only before or only after.</summary>
/// <param name="Key">Which costs.</param>
/// <param name="IsTrueUp">Whether it is a prior-period adjustment.</param>
/// <param name="BeforePence">The share as the Book is.</param>
/// <param name="AfterPence">The share as imagined.</param>
/// <param name="Why">Why they differ, in plain English.</param>
public sealed record ChangedLine(PoolKey Key, bool IsTrueUp, long BeforePence, long AfterPence, string Why)
{
    /// <summary>After less before.</summary>
    public long DifferencePence => checked(AfterPence - BeforePence);
}

/// <summary>A partner in a period, as the Book is and as imagined, in pence.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="BeforeSharePence">What it bears as the Book is.</param>
/// <param name="AfterSharePence">What it bears as imagined.</param>
/// <param name="BeforeBalancePence">Share less paid as the Book is.</param>
/// <param name="AfterBalancePence">Share less paid as imagined.</param>
/// <param name="Lines">The lines that differ; their differences add up to that of the share.</param>
public sealed record ChangedPartner(
    string Partner,
    long BeforeSharePence,
    long AfterSharePence,
    long BeforeBalancePence,
    long AfterBalancePence,
    IReadOnlyList<ChangedLine> Lines
)
{
    /// <summary>What it bears more (above zero) or less.</summary>
    public long DifferencePence => checked(AfterSharePence - BeforeSharePence);
}

/// <summary>A period as the Book is and as imagined.</summary>
/// <param name="Period">The period.</param>
/// <param name="Partners">Every partner that has a figure in either.</param>
public sealed record ChangedPeriod(Period Period, IReadOnlyList<ChangedPartner> Partners);

/// <summary>What imagined facts would do. The Book is not changed.</summary>
public sealed record ScenarioResult
{
    /// <summary>The Book's code.</summary>
    public required string Book { get; init; }

    /// <summary>What the scenario is called.</summary>
    public required string Name { get; init; }

    /// <summary>What everything is called in the Book as imagined.</summary>
    public required BookNames Names { get; init; }

    /// <summary>The last entry of the Book that it builds on.</summary>
    public required Head Head { get; init; }

    /// <summary>The last month looked at.</summary>
    public required Month Through { get; init; }

    /// <summary>The open periods up to that month, each as if it were closed in its turn.</summary>
    public required IReadOnlyList<ChangedPeriod> Periods { get; init; }

    /// <summary>Each partner over all of them, without lines.</summary>
    public required IReadOnlyList<ChangedPartner> Totals { get; init; }
}
