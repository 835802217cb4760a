namespace Openbook.Domain;

/// <summary>What keeps pools of one period apart.</summary>
/// <param name="Service">The service (or, before they are stepped down, the overhead).</param>
/// <param name="Overhead">The overhead that the pool is a part of, or null for the service's own.</param>
/// <param name="ForMonth">The month that the costs belong to.</param>
/// <param name="Kind">What they are for the accounts.</param>
/// <param name="Customer">The listed customer the income came from, or null.</param>
public sealed record PoolKey(string Service, string? Overhead, Month ForMonth, CostKind Kind, string? Customer)
{
    // Written out: what the compiler would make asks for comparers of types of ours, which are compiled at each start.

    /// <inheritdoc/>
    public bool Equals(PoolKey? other) =>
        other is not null
        && ForMonth.Index == other.ForMonth.Index
        && Kind == other.Kind
        && Service == other.Service
        && Overhead == other.Overhead
        && Customer == other.Customer;

    /// <inheritdoc/>
    public override int GetHashCode() => KeyHash.Of(Service, Overhead ?? Customer, ForMonth, Kind);
}

/// <summary>Hashes of keys that are made of codes, a month and a kind; costs of most months differ in their service.</summary>
internal static class KeyHash
{
    public static int Of(string code, string? other, Month month, CostKind kind) =>
        unchecked(
            (code.GetHashCode(StringComparison.Ordinal) * 31 + month.Index) * 31
            + (int)kind
            + (other is null ? 0 : other.GetHashCode(StringComparison.Ordinal) * 17)
        );
}

/// <summary>A pool of a closed period, which later counts or versions may give a true-up.</summary>
public sealed class ClosedPool
{
    internal ClosedPool(PoolKey key, Period period, int closing, long pence, Weights weights, int lookedAt)
    {
        Key = key;
        Period = period;
        Closing = closing;
        Pence = pence;
        LastWeights = weights;
        LookedAt = lookedAt;
    }

    /// <summary>Which pool.</summary>
    public PoolKey Key { get; }

    /// <summary>The period in which it was split.</summary>
    public Period Period { get; }

    /// <summary>The place of that period in the order of closing, from 0.</summary>
    public int Closing { get; }

    /// <summary>What was split.</summary>
    public long Pence { get; }

    /// <summary>The weights of the split or of the last true-up.</summary>
    public Weights LastWeights { get; internal set; }

    /// <summary>The revision of counts and versions at which its weights were last looked at.</summary>
    internal int LookedAt { get; set; }
}
