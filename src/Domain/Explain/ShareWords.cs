using System.Numerics;

namespace Openbook.Domain;

/// <summary>How weights, exact shares and odd pennies are said in an explanation.</summary>
internal static class ShareWords
{
    /// <summary>The rule of a pool in a few words.</summary>
    public static string Rule(Weights weights, BookNames names) =>
        weights.Basis switch
        {
            "equal" => "Shared equally",
            "direct" => $"All of it falls to {names.Partner(weights.Of[0].Partner)}",
            _ when weights.Driver is { } driver => $"Shared by {names.Driver(driver)}",
            _ => "Shared in fixed parts",
        };

    /// <summary>Who shares with which weight, and what part of the whole that is.</summary>
    public static string Parts(Weights weights, BookNames names)
    {
        if (weights.Basis is "equal" or "direct")
        {
            return Text.List([.. weights.Of.Select(item => names.Partner(item.Partner))]);
        }
        var sum = Sum(weights);
        var parts = weights.Of.Select(item =>
            $"{names.Partner(item.Partner)} {item.Weight.ToGrouped()} ({Percent.Of(item.Weight.Millionths, sum)})"
        );
        return Text.List([.. parts]);
    }

    /// <summary>The weight of a partner beside all of them: "3,163 of 11,465"; "one of three" is "1 of 3".</summary>
    public static string PartOf(Weights weights, string partner)
    {
        var mine = weights.Of.FirstOrDefault(item => item.Partner == partner);
        return $"{(mine is null ? "0" : mine.Weight.ToGrouped())} of {Grouped(Sum(weights))}";
    }

    /// <summary>An exact amount of pence, with its decimals, in pounds: "£61,703.40121064".</summary>
    /// <param name="pence">As <see cref="ExactShare"/> gives it: pence with 12 decimals, cut.</param>
    public static string Pounds(string pence)
    {
        var sign = pence.StartsWith('-') ? "-" : "";
        var (whole, part) = (pence.TrimStart('-').Split('.')[0], pence.Split('.')[1].TrimEnd('0'));
        return $"{sign}{new Money(long.Parse(whole, Text.Invariant)).ToPounds()}{part}";
    }

    /// <summary>How far a part leaves its receiver behind or ahead of its exact share over the whole Book.</summary>
    /// <param name="part">The part that was given.</param>
    public static string OddPenny(Part part) =>
        $"Over the whole Book it was {Behind(part.CarryBefore)} before this, and is {Behind(part.CarryAfter)} after.";

    private static string Behind(BigInteger carry)
    {
        if (carry.IsZero)
        {
            return "level with its exact share";
        }
        var size = BigInteger.Abs(carry);
        var part = (size % Split.Trillion).ToString("D12", Text.Invariant).TrimEnd('0');
        return $"{size / Split.Trillion}{(part.Length == 0 ? "" : $".{part}")}p {(carry.Sign > 0 ? "behind" : "ahead of")} its exact share";
    }

    // The weights of many partners together may be larger than any one may be.
    private static string Grouped(BigInteger millionths)
    {
        var part = (millionths % 1_000_000).ToString("D6", Text.Invariant).TrimEnd('0');
        return $"{(millionths / 1_000_000).ToString("N0", Text.Invariant)}{(part.Length == 0 ? "" : $".{part}")}";
    }

    private static BigInteger Sum(Weights weights) =>
        Split.Sum([.. weights.Of.Select(item => (BigInteger)item.Weight.Millionths)]);
}
