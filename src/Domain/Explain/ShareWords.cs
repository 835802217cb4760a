using System.Numerics;

namespace Openbook.Domain;

/// <summary>How weights, exact shares and odd pennies are said in an explanation.</summary>
public static class ShareWords
{
    // In trillionths of a penny.
    private static readonly BigInteger HundredthOfPenny = Split.Trillion / 100;

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

    /// <summary>
    /// An exact share in pounds, as far as people read: "£193.125 exactly", or "£284.3223 to the nearest hundredth of a penny".
    /// </summary>
    /// <param name="pence">As <see cref="ExactShare"/> gives it: pence with 12 decimals, cut.</param>
    public static string Exact(string pence)
    {
        var trillionths = BigInteger.Parse(pence.Replace(".", "", StringComparison.Ordinal), Text.Invariant);
        var hundredths = Hundredths(BigInteger.Abs(trillionths));
        var sign = trillionths.Sign < 0 && !hundredths.IsZero ? "-" : "";
        var amount = new Money((long)(hundredths / 100)).ToPounds();
        var part = (hundredths % 100).ToString("D2", Text.Invariant).TrimEnd('0');
        return $"{sign}{amount}{part}"
            + (trillionths % HundredthOfPenny == 0 ? " exactly" : " to the nearest hundredth of a penny");
    }

    /// <summary>How far a part leaves its receiver behind or ahead of its exact share over the whole Book.</summary>
    /// <param name="part">The part that was given.</param>
    public static string OddPenny(Part part) =>
        $"Over the whole Book it was {Behind(part.CarryBefore)} before this, and is {Behind(part.CarryAfter)} after.";

    private static string Behind(BigInteger carry)
    {
        var hundredths = Hundredths(BigInteger.Abs(carry));
        if (hundredths.IsZero)
        {
            return "level with its exact share";
        }
        var part = (hundredths % 100).ToString("D2", Text.Invariant).TrimEnd('0');
        return $"{hundredths / 100}{(part.Length == 0 ? "" : $".{part}")}p {(carry.Sign > 0 ? "behind" : "ahead of")} its exact share";
    }

    // Rounded half up: people need no more, and programs get all 12 decimals.
    private static BigInteger Hundredths(BigInteger trillionths) =>
        (trillionths + HundredthOfPenny / 2) / HundredthOfPenny;

    // The weights of many partners together may be larger than any one may be.
    private static string Grouped(BigInteger millionths)
    {
        var part = (millionths % 1_000_000).ToString("D6", Text.Invariant).TrimEnd('0');
        return $"{(millionths / 1_000_000).ToString("N0", Text.Invariant)}{(part.Length == 0 ? "" : $".{part}")}";
    }

    private static BigInteger Sum(Weights weights) =>
        Split.Sum([.. weights.Of.Select(item => (BigInteger)item.Weight.Millionths)]);
}
