using Openbook.Oracle;

namespace Openbook.Journal.Tests.Simulated;

/// <summary>
/// What the partnership itself remembers, without asking the Book: everything recorded, told to the oracle in that order;
/// which version counts, which month is open.
/// </summary>
public sealed class Memory(int starts)
{
    private readonly List<Version> versions = [];
    private readonly List<OracleEvent> told = [];
    private readonly List<OraclePeriod> closed = [];
    private DateOnly today;

    private sealed record Version(int Number, OracleAgreement Terms, int From)
    {
        public Dictionary<string, DateOnly> Effective { get; } = [];

        /// <summary>From when all of it holds; null while it does not count.</summary>
        public int? InForceFrom { get; set; }
    }

    /// <summary>Everything recorded so far.</summary>
    public IReadOnlyList<OracleEvent> Told => told;

    public IReadOnlyList<OraclePeriod> Closed => closed;

    public int Starts => starts;

    /// <summary>The first month that is not closed.</summary>
    public int FirstOpen => starts + closed.Count(period => !period.YearEnd);

    /// <summary>The year-end period that is open, if one is.</summary>
    public OraclePeriod? OpenYearEnd
    {
        get
        {
            var year = OraclePeriod.YearEndOf(FirstOpen - 12);
            return closed.Contains(OraclePeriod.OfMonth(year.Month)) && !closed.Contains(year) ? year : null;
        }
    }

    /// <summary>Every council that any version names, those of earlier versions first.</summary>
    public IReadOnlyList<string> Partners => [.. versions.SelectMany(item => item.Terms.Partners).Distinct()];

    /// <summary>Every customer that any version lists.</summary>
    public IReadOnlyList<string> Customers =>
        [.. versions.SelectMany(item => item.Terms.Customers).Select(item => item.Code).Distinct()];

    /// <summary>The newest terms, be they agreed or not.</summary>
    public OracleAgreement Newest => versions[^1].Terms;

    /// <summary>The newest agreed terms; before there are any, the newest proposed.</summary>
    public OracleAgreement Agreed => (versions.FindLast(item => item.InForceFrom is not null) ?? versions[^1]).Terms;

    /// <summary>Whether the newest version waits for approvals.</summary>
    public bool IsWaiting => versions[^1].InForceFrom is null && Missing.Count > 0;

    /// <summary>The parties to the newest version that have not approved it.</summary>
    public IReadOnlyList<string> Missing =>
        [.. Parties(versions[^1], []).Where(partner => !versions[^1].Effective.ContainsKey(partner))];

    /// <summary>The terms all of which hold in a month.</summary>
    public OracleAgreement? InForce(int month) =>
        versions.Exists(item => item.InForceFrom is not null)
            ? versions.FindLast(item => item.InForceFrom <= month)?.Terms
            : versions.FindLast(item => item.From <= month)?.Terms;

    public void Propose(OracleAgreement terms, int from, DateOnly day)
    {
        var version = new Version(versions.Count + 1, terms, from);
        Tell(new VersionProposed(version.Number, terms, from), day, () => versions.Add(version));
    }

    public void Approve(string partner, DateOnly effective, DateOnly day) =>
        Tell(null, day, () => versions[^1].Effective[partner] = effective);

    public void Tell(OracleEvent recorded, DateOnly day) => Tell(recorded, day, () => { });

    /// <summary>Days go by; approvals take effect.</summary>
    public void Pass(DateOnly day) => Settle(day);

    public void Close(OraclePeriod period, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(period);
        Settle(day);
        // Who closes a period looks at it as it is on its last day, or later.
        Settle(OracleMonth.LastDay(period.Month));
        told.Add(new Oracle.PeriodClosed(period));
        closed.Add(period);
    }

    /// <summary>The versions that would come to count by a day, as the oracle is told of them.</summary>
    public IReadOnlyList<OracleEvent> ComingBy(DateOnly day) =>
        [.. Due(day > today ? day : today).Select(item => new VersionCounts(item.Number))];

    private void Tell(OracleEvent? recorded, DateOnly day, Action remember)
    {
        Settle(day);
        if (recorded is not null)
        {
            told.Add(recorded);
        }
        remember();
        Settle(day);
    }

    private void Settle(DateOnly day)
    {
        today = day > today ? day : today;
        foreach (var version in Due(today))
        {
            var isAgreed = versions.Exists(item => item.InForceFrom is not null);
            version.InForceFrom = isAgreed ? Math.Max(version.From, FirstOpen) : version.From;
            told.Add(new VersionCounts(version.Number));
        }
    }

    private List<Version> Due(DateOnly day)
    {
        var due = new List<Version>();
        foreach (var version in versions.Where(item => item.InForceFrom is null))
        {
            if (Parties(version, due).All(party => version.Effective.TryGetValue(party, out var on) && on <= day))
            {
                due.Add(version);
            }
        }
        return due;
    }

    // The partners of the version itself and of each that it takes the place of: the one that counts on its first day, and
    // those that would begin later.
    private HashSet<string> Parties(Version version, List<Version> due)
    {
        var old = versions
            .Where(item => item.Number < version.Number && (item.InForceFrom is not null || due.Contains(item)))
            .ToList();
        var replaced = old.FindLast(item => item.From <= version.From);
        return
        [
            .. version.Terms.Partners,
            .. old.Where(item => item == replaced || item.From > version.From).SelectMany(item => item.Terms.Partners),
        ];
    }
}
