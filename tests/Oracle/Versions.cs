namespace Openbook.Oracle;

/// <summary>The versions of the agreement: which counts when, and the order of all codes.</summary>
internal sealed class Versions
{
    private readonly SortedDictionary<int, VersionProposed> proposed = [];
    private readonly List<(int Version, int TermsFrom)> counting = [];

    /// <summary>Whether any version counts.</summary>
    public bool AnyCount => counting.Count > 0;

    /// <summary>The first month of the Book: of the first version to count, or else of the first proposed.</summary>
    public int Starts =>
        counting.Count > 0 ? proposed[counting[0].Version].Agreement.Starts : proposed.First().Value.Agreement.Starts;

    /// <summary>All partners, by first appearance.</summary>
    public IReadOnlyList<string> Partners => Order(a => a.Partners);

    /// <summary>All services, by first appearance.</summary>
    public IReadOnlyList<string> Services => Order(a => a.Services.Select(s => s.Code));

    /// <summary>All overheads, by first appearance.</summary>
    public IReadOnlyList<string> Overheads => Order(a => a.Overheads.Select(o => o.Code));

    /// <summary>All customers, by first appearance.</summary>
    public IReadOnlyList<string> Customers => Order(a => a.Customers.Select(c => c.Code));

    /// <summary>Adds a proposal.</summary>
    public void Propose(VersionProposed version) => proposed.Add(version.Version, version);

    /// <summary>A version comes to count; its terms other than weights not before the first open month.</summary>
    public void Count(int version, int firstOpenMonth) =>
        counting.Add((version, Math.Max(proposed[version].FromMonth, firstOpenMonth)));

    /// <summary>The version whose weights count on the last day of the month, among those that have what is asked for.</summary>
    public VersionProposed? ForWeights(int month, Func<OracleAgreement, bool> has) =>
        Highest(counting.Where(c => proposed[c.Version].FromMonth <= month && has(proposed[c.Version].Agreement)));

    /// <summary>The version whose services, overheads and customers are those of the month.</summary>
    public VersionProposed? ForTerms(int month) => Highest(counting.Where(c => c.TermsFrom <= month));

    private VersionProposed? Highest(IEnumerable<(int Version, int TermsFrom)> versions)
    {
        List<int> numbers = [.. versions.Select(v => v.Version)];
        return numbers.Count == 0 ? null : proposed[numbers.Max()];
    }

    private List<string> Order(Func<OracleAgreement, IEnumerable<string>> codes) =>
        [.. proposed.Values.SelectMany(v => codes(v.Agreement)).Distinct()];
}
