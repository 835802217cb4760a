namespace Openbook.Domain;

public sealed partial class BookState
{
    private readonly List<AgreementVersion> versions = [];
    private readonly List<string> partnerOrder = [];
    private readonly List<string> serviceOrder = [];
    private readonly List<string> overheadOrder = [];
    private readonly List<string> customerOrder = [];

    /// <summary>Every version proposed, in order of number.</summary>
    public IReadOnlyList<AgreementVersion> Versions => versions;

    /// <summary>Partners in order of first appearance over all versions.</summary>
    public IReadOnlyList<string> Partners => partnerOrder;

    /// <summary>Services in order of first appearance.</summary>
    public IReadOnlyList<string> Services => serviceOrder;

    /// <summary>Overheads in order of first appearance.</summary>
    public IReadOnlyList<string> Overheads => overheadOrder;

    /// <summary>Customers in order of first appearance.</summary>
    public IReadOnlyList<string> Customers => customerOrder;

    /// <summary>Whether any version counts.</summary>
    public bool IsAgreed => versions.Exists(version => version.Counts);

    /// <summary>The newest version that counts, else the newest proposed; null before the first entry.</summary>
    public AgreementVersion? Newest => versions.FindLast(version => version.Counts) ?? versions.LastOrDefault();

    /// <summary>The host as the newest version has it.</summary>
    public string Host => Newest?.Terms.Host ?? "";

    /// <summary>The first month of the agreement: of the version that counts, or of the newest while none does.</summary>
    public Month Starts => startsFixed ?? Newest?.Terms.Starts ?? default;

    /// <summary>The version by whose weights pools of a month are split: the highest that counts from it or before.</summary>
    public AgreementVersion? VersionOn(Month month) =>
        versions.FindLast(version => version.Counts && version.From <= month);

    /// <summary>The version all of which holds in a month; while none counts, the newest proposed.</summary>
    public AgreementVersion? VersionInForce(Month month) =>
        IsAgreed
            ? versions.FindLast(version => version.InForceFrom <= month)
            : versions.FindLast(version => version.From <= month);

    /// <summary>Whether a code is an overhead in a month: as the version in force has it, else as any version does.</summary>
    public bool IsOverhead(string code, Month month)
    {
        var terms = VersionInForce(month)?.Terms;
        return terms?.FindOverhead(code) is not null
            || (terms?.FindService(code) is null && overheadOrder.Contains(code) && !serviceOrder.Contains(code));
    }

    /// <summary>The version that a proposed one would take the place of: the one that counts on its first day, or null.</summary>
    public AgreementVersion? Replaced(AgreementVersion proposed)
    {
        ArgumentNullException.ThrowIfNull(proposed);
        return versions.FindLast(version =>
            version.Counts && version.Number < proposed.Number && version.From <= proposed.From
        );
    }

    /// <summary>
    /// The partners whose approval a version needs, in order: its own, and those of every version that it takes the place of.
    /// </summary>
    public IReadOnlyList<string> PartiesTo(AgreementVersion proposed)
    {
        var replaced = Replaced(proposed);
        var old = versions.Where(version =>
            version == replaced || (version.Counts && version.Number < proposed.Number && version.From > proposed.From)
        );
        var concerned = old.Append(proposed).ToList();
        return [.. partnerOrder.Where(partner => concerned.Exists(version => version.Terms.HasPartner(partner)))];
    }

    /// <summary>
    /// Lets approvals take effect up to a day: a version whose last approval has taken effect comes to count. Days never go
    /// back; an earlier day changes nothing.
    /// </summary>
    public void Advance(DateOnly day)
    {
        if (day > Today)
        {
            Today = day;
        }
        Settle();
    }

    /// <summary>Looks at the Book as it would be on a day, and leaves it as it was: a look changes nothing.</summary>
    internal T By<T>(DateOnly day, Func<T> look)
    {
        var today = Today;
        var waiting = versions.FindAll(version => !version.Counts);
        Advance(day);
        var found = look();
        Today = today;
        if (waiting.Exists(version => version.Counts))
        {
            waiting.ForEach(version => version.ComeToCount(null));
            weightsRevision++;
        }
        return found;
    }

    private void Settle()
    {
        foreach (var version in versions)
        {
            if (!version.Counts && PartiesTo(version).All(partner => version.IsApprovedBy(partner, Today)))
            {
                weightsRevision++;
                version.ComeToCount(FirstOpen is { } open ? Month.Later(version.From, open) : version.From);
            }
        }
    }

    internal void Propose(AgreementProposed fact, Entry entry)
    {
        if (Code.Length == 0)
        {
            Code = fact.Book;
        }
        versions.Add(new AgreementVersion(fact.Version, fact.From, fact.Text, fact.Terms, entry.Number));
        Append(partnerOrder, fact.Terms.Partners.Select(partner => partner.Code));
        Append(serviceOrder, fact.Terms.Services.Select(service => service.Code));
        Append(overheadOrder, fact.Terms.Overheads.Select(overhead => overhead.Code));
        Append(customerOrder, fact.Terms.Customers.Select(customer => customer.Code));
    }

    internal void Approve(AgreementApproved fact, Entry entry) =>
        versions
            .Find(version => version.Number == fact.Version)
            ?.Approve(new Approval(fact.Partner, fact.Body, fact.On, fact.Effective, entry.Number));

    private static void Append(List<string> order, IEnumerable<string> codes) =>
        order.AddRange(codes.Where(code => !order.Contains(code)).ToList());
}
