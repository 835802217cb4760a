using System.Numerics;

namespace Openbook.Oracle;

/// <summary>Divides the overheads of one period among services and later overheads.</summary>
internal sealed class Stepdown(Book book, OraclePeriod period, WeightRules rules)
{
    private readonly Dictionary<(string Overhead, string Target), BigInteger> carries = new(book.OverheadCarries);
    private readonly List<OverheadPart> parts = [];
    private readonly List<OracleDivision> divisions = [];

    /// <summary>The carry of each overhead and target, after this close.</summary>
    public IReadOnlyDictionary<(string Overhead, string Target), BigInteger> Carries => carries;

    /// <summary>Every part of this close that is not zero, those to later overheads too.</summary>
    public IReadOnlyList<OverheadPart> Parts => parts;

    /// <summary>The divisions of this close.</summary>
    public IReadOnlyList<OracleDivision> Divisions => divisions;

    /// <summary>Whether the code is an overhead in the terms of the month.</summary>
    public bool IsOverhead(string code, int month) => Find(code, month) is not null;

    /// <summary>Divides every overhead in order, its pools by month and then kind.</summary>
    public void Run()
    {
        foreach (string overhead in book.Versions.Overheads)
        {
            foreach ((int month, OracleKind kind) in PoolsOf(overhead))
            {
                Divide(Find(overhead, month)!, month, kind);
            }
        }
    }

    private OracleOverhead? Find(string code, int month) =>
        rules.Terms(month).Agreement.Overheads.SingleOrDefault(o => o.Code == code);

    private List<(int Month, OracleKind Kind)> PoolsOf(string overhead)
    {
        IEnumerable<(int Month, OracleKind Kind)> own = book
            .Lines.Where(l => l.Posting == period && l.Service == overhead && l.Kind != OracleKind.Income)
            .Select(l => (l.ForMonth, l.Kind));
        IEnumerable<(int Month, OracleKind Kind)> got = parts
            .Where(p => p.Target == overhead)
            .Select(p => (p.ForMonth, p.Kind));
        return
        [
            .. own.Concat(got)
                .Where(p => IsOverhead(overhead, p.Month))
                .Distinct()
                .OrderBy(p => p.Month)
                .ThenBy(p => p.Kind),
        ];
    }

    private void Divide(OracleOverhead overhead, int month, OracleKind kind)
    {
        long pence = book
            .Lines.Where(l =>
                l.Posting == period && l.Service == overhead.Code && l.ForMonth == month && l.Kind == kind
            )
            .Sum(l => l.Pence);
        pence += parts.Where(p => p.Target == overhead.Code && p.ForMonth == month && p.Kind == kind).Sum(p => p.Pence);
        Dictionary<string, OracleRational> bases = Bases(overhead, month, kind);
        Dictionary<string, BigInteger> before = overhead.Over.ToDictionary(
            t => t,
            t => carries.GetValueOrDefault((overhead.Code, t))
        );
        IReadOnlyList<OracleShare> shares = OraclePennies.Split(pence, overhead.Over, bases, before);
        divisions.Add(new OracleDivision(overhead.Code, month, kind, pence, bases, shares));
        foreach (OracleShare share in shares)
        {
            carries[(overhead.Code, share.Name)] = share.CarryAfter;
            if (share.Pence != 0)
            {
                CheckOrder(overhead.Code, share.Name, month);
                parts.Add(new OverheadPart(overhead.Code, share.Name, month, kind, share.Pence));
            }
        }
    }

    private Dictionary<string, OracleRational> Bases(OracleOverhead overhead, int month, OracleKind kind)
    {
        Dictionary<string, OracleRational> bases = overhead.Over.ToDictionary(t => t, t => Basis(t, month, kind));
        if (bases.Values.Any(b => b.Sign > 0))
        {
            return bases;
        }

        if (!overhead.FallbackEqual)
        {
            throw new OracleRefusal(
                period,
                OracleRefusalReason.NoBasis,
                $"no target of {overhead.Code} has a {kind} cost above zero for {OracleMonth.Text(month)}"
            );
        }

        return overhead.Over.ToDictionary(t => t, _ => OracleRational.One);
    }

    /// <summary>All costs posted to the target so far, with the parts it got from overheads so far.</summary>
    private OracleRational Basis(string target, int month, OracleKind kind)
    {
        long costs = book
            .Lines.Where(l => l.Posting == period || book.IsClosed(l.Posting))
            .Where(l => l.Service == target && l.ForMonth == month && l.Kind == kind)
            .Sum(l => l.Pence);
        long got = book
            .Parts.Concat(parts)
            .Where(p => p.Target == target && p.ForMonth == month && p.Kind == kind)
            .Sum(p => p.Pence);
        return OracleRational.Whole(Math.Max(0, costs + got));
    }

    private void CheckOrder(string overhead, string target, int month)
    {
        List<string> order = [.. book.Versions.Overheads];
        if (IsOverhead(target, month) && order.IndexOf(target) <= order.IndexOf(overhead))
        {
            throw new OracleRefusal(
                period,
                OracleRefusalReason.OverheadOrder,
                $"{overhead} feeds {target}, which does not come after it"
            );
        }
    }
}
