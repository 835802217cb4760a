using System.Numerics;

namespace Openbook.Domain;

/// <summary>The weights by which a pool is split, and where they come from.</summary>
public sealed class Weights
{
    /// <summary>Each sharing partner with its weight, in the agreement's order.</summary>
    public required IReadOnlyList<PartnerWeight> Of { get; init; }

    /// <summary>The rule in a word: equal, fixed, driver or direct.</summary>
    public required string Basis { get; init; }

    /// <summary>The driver, if the rule is by one.</summary>
    public string? Driver { get; init; }

    /// <summary>The version of the agreement whose rule it is.</summary>
    public required int Version { get; init; }

    /// <summary>The counts behind them, if the rule is by a driver.</summary>
    public IReadOnlyList<CountInUse> Counts { get; init; } = [];

    /// <summary>The weights in millionths, a place for each partner of the Book in order; zero for those who do not share.</summary>
    public BigInteger[] InOrderOf(IReadOnlyList<string> partners)
    {
        var weights = new BigInteger[partners.Count];
        foreach (var item in Of)
        {
            for (var i = 0; i < partners.Count; i++)
            {
                if (partners[i] == item.Partner)
                {
                    weights[i] = item.Weight.Millionths;
                }
            }
        }
        return weights;
    }

    /// <summary>Whether both give each partner the same part of a whole.</summary>
    public static bool SameProportions(BigInteger[] one, BigInteger[] other)
    {
        var oneSum = Split.Sum(one);
        var otherSum = Split.Sum(other);
        for (var i = 0; i < Math.Max(one.Length, other.Length); i++)
        {
            var a = i < one.Length ? one[i] : BigInteger.Zero;
            var b = i < other.Length ? other[i] : BigInteger.Zero;
            if (a * otherSum != b * oneSum)
            {
                return false;
            }
        }
        return true;
    }
}

/// <summary>A count that a weight is taken from.</summary>
/// <param name="Count">The count.</param>
/// <param name="Entry">The entry that recorded it.</param>
public sealed record CountInUse(DriverCount Count, int Entry);
