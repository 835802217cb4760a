using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Openbook.Oracle;

namespace Openbook.Domain.Tests.Properties;

/// <summary>A split to be made: a total, weights in millionths before and after, carries.</summary>
/// <param name="Total">Pence.</param>
/// <param name="Before">Weights in millionths; at least one above zero.</param>
/// <param name="After">Other weights, as many.</param>
/// <param name="Carries">A carry for each place.</param>
public sealed record ASplit(long Total, BigInteger[] Before, BigInteger[] After, BigInteger[] Carries)
{
    /// <summary>The places, named so that their order is not that of the alphabet.</summary>
    public string[] Names => [.. Carries.Select((_, i) => $"{(char)('z' - i)}")];

    /// <summary>The weights before as the oracle takes them.</summary>
    public IReadOnlyDictionary<string, OracleRational> OracleBefore => Named(Before);

    /// <summary>The weights after as the oracle takes them.</summary>
    public IReadOnlyDictionary<string, OracleRational> OracleAfter => Named(After);

    /// <summary>The carries as the oracle takes them.</summary>
    public IReadOnlyDictionary<string, BigInteger> OracleCarries =>
        Names.Zip(Carries).ToDictionary(pair => pair.First, pair => pair.Second);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Total} by [{string.Join(' ', Before)}], then [{string.Join(' ', After)}], carries [{string.Join(' ', Carries)}]";

    private Dictionary<string, OracleRational> Named(BigInteger[] weights) =>
        Names.Zip(weights).ToDictionary(pair => pair.First, pair => new OracleRational(pair.Second, 1_000_000));
}

/// <summary>Makes splits of all sizes, with zero weights, credits, and carries as they really come and larger.</summary>
public static class Splits
{
    private static readonly long[] Totals =
    [
        0,
        1,
        -1,
        2,
        3,
        100,
        10_000,
        100_003,
        340_000_000,
        Money.Largest,
        -Money.Largest,
    ];
    private static readonly long[] Weights =
    [
        0,
        0,
        1,
        1_000_000,
        1_000_000,
        3_000_000,
        40_000_000,
        999_999_999_999_999_999,
    ];

    /// <summary>The splits.</summary>
    public static Arbitrary<ASplit> Any { get; } =
        (
            from places in Gen.Choose(2, 12)
            from total in Amount
            from before in WeightsOf(places)
            from after in WeightsOf(places)
            from carries in Gen.ArrayOf(Carry, places)
            select new ASplit(total, before, after, carries)
        ).ToArbitrary();

    private static Gen<long> Amount =>
        Gen.OneOf(
            Gen.Elements(Totals),
            Gen.Choose(-1_000, 1_000).Select(n => (long)n),
            from high in Gen.Choose(-9_000_000, 9_000_000)
            from low in Gen.Choose(0, 999_999_999)
            select high * 1_000_000_000L + low
        );

    private static Gen<BigInteger> Carry =>
        Gen.OneOf(
            Gen.Constant(BigInteger.Zero),
            Gen.Elements(-500_000_000_000, 500_000_000_000, 333_333_333_333, -666_666_666_667)
                .Select(n => (BigInteger)n),
            Gen.Choose(-1_500_000, 1_500_000).Select(n => (BigInteger)n * 1_000_003)
        );

    private static Gen<BigInteger[]> WeightsOf(int places) =>
        from weights in Gen.ArrayOf(OneWeight, places)
        from sure in Gen.Choose(0, places - 1)
        select weights.Select((weight, i) => i == sure && weight.IsZero ? BigInteger.One : weight).ToArray();

    private static Gen<BigInteger> OneWeight =>
        Gen.OneOf(
            Gen.Elements(Weights).Select(n => (BigInteger)n),
            Gen.Choose(0, 1_000).Select(n => (BigInteger)n * 1_000_000),
            Gen.Choose(0, int.MaxValue).Select(n => (BigInteger)n)
        );
}
