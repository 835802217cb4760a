using System.Numerics;

namespace Openbook.Domain;

/// <summary>Why a share differs between two periods.</summary>
public enum CauseKind
{
    /// <summary>The service cost more or less; taken at the earlier part.</summary>
    Costs,

    /// <summary>The part changed because the counts did; taken at the later costs.</summary>
    Counts,

    /// <summary>The part changed because the agreement did; taken at the later costs.</summary>
    Terms,

    /// <summary>Costs and income of earlier months that came late, those of the later period less those of the earlier one.</summary>
    Late,

    /// <summary>True-ups of the later period less those of the earlier one.</summary>
    Adjustments,

    /// <summary>Income from customers, that of the later period less that of the earlier one.</summary>
    Income,

    /// <summary>Whole pence that the splits and the causes above cannot divide.</summary>
    OddPennies,
}

/// <summary>A part of the difference.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Service">Of which service.</param>
/// <param name="Pence">How much; above zero the partner bears more in the later period.</param>
public sealed record Cause(CauseKind Kind, string Service, long Pence);

/// <summary>A partner's part of what is shared.</summary>
/// <param name="Weight">Its weight, in millionths.</param>
/// <param name="Of">All weights, in millionths; above zero.</param>
public sealed record PartOfWhole(BigInteger Weight, BigInteger Of);

/// <summary>One service in both periods, as one partner bears it. Amounts are in pence.</summary>
public sealed record ServiceComparison
{
    /// <summary>The service.</summary>
    public required string Service { get; init; }

    /// <summary>What the partner bore in the earlier period, everything included.</summary>
    public required long BeforePence { get; init; }

    /// <summary>What it bears in the later one.</summary>
    public required long AfterPence { get; init; }

    /// <summary>The earlier period's own costs to be shared, without late items, true-ups and income.</summary>
    public required long CostsBeforePence { get; init; }

    /// <summary>Those of the later one.</summary>
    public required long CostsAfterPence { get; init; }

    /// <summary>How the earlier ones were shared; null if there were none.</summary>
    public required Weights? WeightsBefore { get; init; }

    /// <summary>How the later ones are; null if there are none.</summary>
    public required Weights? WeightsAfter { get; init; }

    /// <summary>The partner's part of the earlier ones; null if there were none.</summary>
    public required PartOfWhole? PartBefore { get; init; }

    /// <summary>Its part of the later ones; null if there are none.</summary>
    public required PartOfWhole? PartAfter { get; init; }

    /// <summary>Why it differs, in the order of <see cref="CauseKind"/>; causes of nothing are left out.</summary>
    public required IReadOnlyList<Cause> Causes { get; init; }

    /// <summary>The difference, which the causes add up to.</summary>
    public long DifferencePence => checked(AfterPence - BeforePence);

    /// <summary>What a cause comes to here.</summary>
    public long Of(CauseKind kind) => Causes.FirstOrDefault(cause => cause.Kind == kind)?.Pence ?? 0;
}

/// <summary>Why a partner's share of one period differs from that of another. Amounts are in pence.</summary>
public sealed record Comparison
{
    /// <summary>The partner.</summary>
    public required string Partner { get; init; }

    /// <summary>The period compared with.</summary>
    public required Period Before { get; init; }

    /// <summary>The period asked about.</summary>
    public required Period After { get; init; }

    /// <summary>What the partner bore in the one compared with.</summary>
    public required long BeforePence { get; init; }

    /// <summary>What it bears in the one asked about.</summary>
    public required long AfterPence { get; init; }

    /// <summary>Each service that it bears something of in either.</summary>
    public required IReadOnlyList<ServiceComparison> Services { get; init; }

    /// <summary>The difference: above zero it bears more.</summary>
    public long DifferencePence => checked(AfterPence - BeforePence);

    /// <summary>Every cause, by service.</summary>
    public IEnumerable<Cause> Causes => Services.SelectMany(service => service.Causes);

    /// <summary>What the causes of a kind come to over all services.</summary>
    public long Of(CauseKind kind) => Services.Aggregate(0L, (sum, service) => checked(sum + service.Of(kind)));
}
