using System.Numerics;

namespace Openbook.Domain;

/// <summary>A pool, or the true-up of one, after its split: a line of the statements with its whole working.</summary>
public sealed class SplitPool
{
    /// <summary>Which pool.</summary>
    public required PoolKey Key { get; init; }

    /// <summary>What was split; of a true-up the total of the pool that it corrects.</summary>
    public required long Pence { get; init; }

    /// <summary>The weights (of a true-up: the new ones).</summary>
    public required Weights Weights { get; init; }

    /// <summary>The pool that a true-up corrects, or null.</summary>
    public ClosedPool? Corrects { get; init; }

    /// <summary>Of a true-up, the weights before.</summary>
    public Weights? WeightsBefore { get; init; }

    /// <summary>A part for each partner of the Book, in order.</summary>
    public required IReadOnlyList<Part> Parts { get; init; }

    internal BigInteger[] WeightsInOrder { get; init; } = [];

    internal BigInteger[]? WeightsBeforeInOrder { get; init; }

    /// <summary>Whether it is a true-up.</summary>
    public bool IsTrueUp => Corrects is not null;

    /// <summary>The exact share of the partner at a place, in pence with 12 decimals.</summary>
    public string ExactOf(int place)
    {
        var weight = WeightsInOrder[place];
        var sum = Split.Sum(WeightsInOrder);
        return WeightsBeforeInOrder is { } before
            ? ExactShare.OfTrueUp(Pence, before[place], Split.Sum(before), weight, sum)
            : ExactShare.OfPool(Pence, weight, sum);
    }
}

/// <summary>How an overhead's pool was divided among its targets.</summary>
public sealed class SteppedDown
{
    /// <summary>The overhead.</summary>
    public required string Overhead { get; init; }

    /// <summary>The month its costs belong to.</summary>
    public required Month ForMonth { get; init; }

    /// <summary>What they are for the accounts.</summary>
    public required CostKind Kind { get; init; }

    /// <summary>What was divided: its own lines and what it got from overheads before it.</summary>
    public required long Pence { get; init; }

    /// <summary>What of it came from overheads before it.</summary>
    public required long FromOverheadsPence { get; init; }

    /// <summary>The targets in order, each with its basis in pence and what it got.</summary>
    public required IReadOnlyList<SteppedPart> Parts { get; init; }

    /// <summary>Whether no target had costs and each counted the same.</summary>
    public required bool Fallback { get; init; }
}

/// <summary>What a target got of an overhead.</summary>
/// <param name="Target">The service or later overhead.</param>
/// <param name="BasisPence">Its costs of that month and kind.</param>
/// <param name="Part">What it got, with the carry of this overhead and target.</param>
public sealed record SteppedPart(string Target, long BasisPence, Part Part);
