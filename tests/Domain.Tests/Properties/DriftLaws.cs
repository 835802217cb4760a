using System.Numerics;

namespace Openbook.Domain.Tests.Properties;

/// <summary>Long runs of splits chosen by an adversary, who always takes what drives a partner furthest from its exact share.</summary>
public sealed class DriftLaws
{
    private const int Runs = 60;

    [Fact]
    public void Not_even_an_adversary_drives_a_partner_beyond_half_a_penny_for_each_other_partner() =>
        Law.MustHold(
            Runs,
            Script.Any,
            script =>
            {
                var random = new System.Random(script.World[0]);
                var tape = new Tape([.. Enumerable.Range(0, 60_000).Select(_ => random.Next(1_000_000))]);
                var n = 2 + tape.Next(11);
                var carries = new BigInteger[n];
                var bound = (n - 1) * Split.Trillion / 2;
                for (var pools = 1; pools <= 150; pools++)
                {
                    var chosen = Enumerable.Range(0, 6).Select(_ => Carries(tape, carries)).MaxBy(Furthest)!;
                    Assert.True(
                        Furthest(chosen) <= bound + pools * n,
                        $"{n} partners, pool {pools}: {string.Join(' ', chosen)}"
                    );
                    carries = chosen;
                }
            }
        );

    [Fact]
    public void Two_partners_stay_within_half_a_penny_and_three_within_a_penny_for_ten_thousand_lines()
    {
        foreach (var (partners, bound) in new[] { (2, 500_000_000_000), (3, 1_000_000_000_000) })
        {
            var weights = Enumerable.Repeat(BigInteger.One, partners).ToArray();
            var carries = new BigInteger[partners];
            for (var line = 1; line <= 10_000; line++)
            {
                var parts = Split.Pool(line * 7 % 101 - 20, weights, carries);
                carries = [.. parts.Select(part => part.CarryAfter)];
                Assert.True(Furthest(carries) <= bound);
            }
        }
    }

    private static BigInteger[] Carries(Tape tape, BigInteger[] carries)
    {
        var before = Weights(tape, carries.Length);
        var total = tape.Next(2_001) - 1_000;
        var parts = tape.OneIn(4)
            ? Split.TrueUp(total, before, Weights(tape, carries.Length), carries)
            : Split.Pool(total, before, carries);
        return [.. parts.Select(part => part.CarryAfter)];
    }

    private static BigInteger[] Weights(Tape tape, int places)
    {
        var weights = Enumerable
            .Range(0, places)
            .Select(_ => (BigInteger)(tape.OneIn(4) ? 0 : tape.Next(50)))
            .ToArray();
        weights[tape.Next(places)] = 1 + tape.Next(9);
        return weights;
    }

    private static BigInteger Furthest(BigInteger[] carries) => carries.Max(BigInteger.Abs);
}
