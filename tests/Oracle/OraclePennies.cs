using System.Numerics;

namespace Openbook.Oracle;

/// <summary>The split of whole pence over weights, with carries in whole trillionths of a penny.</summary>
public static class OraclePennies
{
    private static readonly BigInteger Penny = BigInteger.Pow(10, 12);

    /// <summary>Splits a pool. Claimants stand in the order that settles equal claims.</summary>
    /// <exception cref="DivideByZeroException">The weights sum to zero.</exception>
    public static IReadOnlyList<OracleShare> Split(
        long pence,
        IReadOnlyList<string> claimants,
        IReadOnlyDictionary<string, OracleRational> weights,
        IReadOnlyDictionary<string, BigInteger> carries
    )
    {
        ArgumentNullException.ThrowIfNull(claimants);
        OracleRational total = OracleRational.Whole(pence);
        return Whole(
            pence < 0,
            [.. claimants.Select(c => new Claim(c, total.Times(Part(weights, c)), carries.GetValueOrDefault(c)))]
        );
    }

    /// <summary>Splits the exact difference that new weights make to a pool already split.</summary>
    /// <exception cref="DivideByZeroException">One set of weights sums to zero.</exception>
    public static IReadOnlyList<OracleShare> TrueUp(
        long pence,
        IReadOnlyList<string> claimants,
        IReadOnlyDictionary<string, OracleRational> before,
        IReadOnlyDictionary<string, OracleRational> after,
        IReadOnlyDictionary<string, BigInteger> carries
    )
    {
        ArgumentNullException.ThrowIfNull(claimants);
        OracleRational total = OracleRational.Whole(pence);
        return Whole(
            pence < 0,
            [
                .. claimants.Select(c => new Claim(
                    c,
                    total.Times(Part(after, c).Minus(Part(before, c))),
                    carries.GetValueOrDefault(c)
                )),
            ]
        );
    }

    /// <summary>A claimant's weight as a part of all weights.</summary>
    public static OracleRational Part(IReadOnlyDictionary<string, OracleRational> weights, string claimant)
    {
        ArgumentNullException.ThrowIfNull(weights);
        OracleRational sum = weights.Values.Aggregate(OracleRational.Zero, (all, one) => all.Plus(one));
        return weights.GetValueOrDefault(claimant, OracleRational.Zero).Over(sum);
    }

    /// <summary>Turns exact claims that sum to a whole number of pence into pence.</summary>
    private static List<OracleShare> Whole(bool belowZero, List<Claim> claims)
    {
        if (!belowZero)
        {
            return GiveOut(claims);
        }

        List<Claim> turned = [.. claims.Select(c => new Claim(c.Name, c.Exact.Negated(), -c.Carry))];
        return
        [
            .. GiveOut(turned)
                .Select(s => new OracleShare(s.Name, s.Exact.Negated(), -s.CarryBefore, -s.Pence, -s.CarryAfter)),
        ];
    }

    private static List<OracleShare> GiveOut(List<Claim> claims)
    {
        BigInteger all = claims.Aggregate(OracleRational.Zero, (sum, c) => sum.Plus(c.Exact)).Floor();
        BigInteger left = all - claims.Aggregate(BigInteger.Zero, (sum, c) => sum + c.Exact.Floor());
        HashSet<string> lucky =
        [
            .. claims
                .Where(c => c.Rest.Sign > 0)
                .OrderByDescending(c => c.Fraction + c.Carry)
                .Take((int)left)
                .Select(c => c.Name),
        ];
        List<OracleShare> shares = [];
        foreach (Claim claim in claims)
        {
            bool extra = lucky.Contains(claim.Name);
            BigInteger pence = claim.Exact.Floor() + (extra ? 1 : 0);
            BigInteger carry = claim.Carry + claim.Fraction - (extra ? Penny : 0);
            shares.Add(new OracleShare(claim.Name, claim.Exact, claim.Carry, (long)pence, carry));
        }

        return shares;
    }

    /// <summary>An exact claim, with the carry of who makes it.</summary>
    private sealed record Claim(string Name, OracleRational Exact, BigInteger Carry)
    {
        /// <summary>What the claim has above its floor.</summary>
        public OracleRational Rest => Exact.Minus(OracleRational.Whole(Exact.Floor()));

        /// <summary>That rest in whole trillionths.</summary>
        public BigInteger Fraction => Rest.Trillionths();
    }
}
