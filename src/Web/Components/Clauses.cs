namespace Openbook.Web.Components;

/// <summary>A clause of an agreement as people read it.</summary>
/// <param name="Key">What it is about, alike in every version.</param>
/// <param name="Part">The part of the agreement that it stands in.</param>
/// <param name="Title">Its title.</param>
/// <param name="Says">What it says, a sentence each.</param>
public sealed record Clause(string Key, string Part, string Title, IReadOnlyList<string> Says);

/// <summary>A clause of two versions side by side.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="Part">The part of the agreement.</param>
/// <param name="Title">Its title.</param>
/// <param name="Before">As the one version has it; null if it has none.</param>
/// <param name="After">As the other has it; null if it has none.</param>
public sealed record ClausePair(string Key, string Part, string Title, Clause? Before, Clause? After)
{
    /// <summary>How they differ, in a word or two.</summary>
    public string Word =>
        Before is null ? "Added"
        : After is null ? "Taken out"
        : Before.Says.SequenceEqual(After.Says) && Before.Title == After.Title ? "Same"
        : "Changed";

    /// <summary>Two versions' clauses, in the order of the second, what it takes out last in each part.</summary>
    public static IReadOnlyList<ClausePair> Of(IReadOnlyList<Clause> before, IReadOnlyList<Clause> after)
    {
        var keys = after.Concat(before).DistinctBy(clause => clause.Key).ToList();
        var parts = keys.Select(clause => clause.Part).Distinct().ToList();
        return
        [
            .. keys.OrderBy(clause => parts.IndexOf(clause.Part))
                .Select(clause => new ClausePair(
                    clause.Key,
                    clause.Part,
                    clause.Title,
                    before.FirstOrDefault(item => item.Key == clause.Key),
                    after.FirstOrDefault(item => item.Key == clause.Key)
                )),
        ];
    }
}

/// <summary>Puts an agreement's terms into words.</summary>
public sealed class Clauses
{
    private readonly AgreementTerms terms;
    private readonly Dictionary<string, string> councils;
    private readonly Dictionary<string, string> drivers;

    private Clauses(AgreementTerms terms)
    {
        this.terms = terms;
        councils = terms.Partners.ToDictionary(partner => partner.Code, partner => partner.Name);
        drivers = terms.Drivers.ToDictionary(driver => driver.Code, driver => driver.Name);
    }

    /// <summary>Every clause, in the order in which people read them.</summary>
    public static IReadOnlyList<Clause> Of(AgreementTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var words = new Clauses(terms);
        return [.. words.Parties(), .. words.Shared(), .. words.Counted(), .. words.Money(), .. words.Ending()];
    }

    private IEnumerable<Clause> Parties()
    {
        const string Part = "The partnership";
        yield return new Clause(
            "partners",
            Part,
            "Councils",
            [.. terms.Partners.Select(partner => $"{partner.Name}.")]
        );
        yield return new Clause("host", Part, "Host", [$"{Name(terms.Host)} employs, buys and banks for the others."]);
        yield return new Clause(
            "term",
            Part,
            "From when until when",
            [
                $"It begins on {Dates.Words(terms.Starts.First)}.",
                terms.Ends is { } end ? $"It ends on {Dates.Words(end.Last)}." : "No end is agreed.",
            ]
        );
    }

    private IEnumerable<Clause> Shared()
    {
        foreach (var service in terms.Services)
        {
            var who = service.AllPartners ? "all councils" : Text.List([.. service.Partners.Select(Name)]);
            yield return new Clause(
                $"service-{service.Code}",
                "Services and how they are shared",
                service.Name,
                service.Share is SharingRule.Direct
                    ? [$"Its costs are {Rule(service.Share)}."]
                    : [$"It is for {who}.", $"Its costs are shared {Rule(service.Share)}."]
            );
        }
        foreach (var overhead in terms.Overheads)
        {
            yield return new Clause(
                $"overhead-{overhead.Code}",
                "Costs that are spread over services",
                overhead.Name,
                [
                    $"It is spread over {Text.List([.. overhead.Over.Select(ServiceName)])}, before anything is shared.",
                    "Each gets a part in proportion to what it costs in the month.",
                    overhead.FallbackEqual
                        ? "If none of them costs anything, each gets the same."
                        : "If none of them costs anything, the month cannot be closed.",
                ]
            );
        }
    }

    private IEnumerable<Clause> Counted() =>
        terms.Drivers.Select(driver => new Clause(
            $"driver-{driver.Code}",
            "Apportionment bases",
            driver.Name,
            [
                "The latest count on or before the last day of a month counts for that month.",
                $"It may be {Text.Count(driver.MaxAgeMonths, "month")} old at most.",
            ]
        ));

    private IEnumerable<Clause> Money()
    {
        const string Part = "Income, savings and pennies";
        foreach (var customer in terms.Customers)
        {
            yield return new Clause(
                $"customer-{customer.Code}",
                "Customers",
                customer.Name,
                [
                    customer.Income is { } own
                        ? $"What it pays is {Shared(own)}."
                        : $"What it pays is {Shared(terms.Income)}, as all income is.",
                ]
            );
        }
        yield return new Clause(
            "income",
            Part,
            "Income",
            [$"Income without a rule of its own is {Shared(terms.Income)}."]
        );
        if (terms.Savings is { } savings)
        {
            yield return new Clause("savings", Part, "Savings", [$"Savings are {Shared(savings)}."]);
        }
        yield return new Clause(
            "rules",
            Part,
            "Odd pennies",
            [$"Pennies that cannot be divided go round by the rules {terms.Rules}."]
        );
    }

    private IEnumerable<Clause> Ending()
    {
        if (terms.Notice is { } notice)
        {
            yield return new Clause(
                "notice",
                "Leaving and deciding",
                "Notice",
                [
                    $"A council that leaves gives {Text.Count(notice.Months, "month")} of notice.",
                    .. notice.Waiver is { } waiver ? [$"Who may waive it: {waiver}."] : Array.Empty<string>(),
                ]
            );
        }
        if (terms.Committee is { } committee)
        {
            yield return new Clause("committee", "Leaving and deciding", "Joint committee", [.. Of(committee)]);
        }
    }

    private static IEnumerable<string> Of(CommitteeTerm committee)
    {
        if (committee.MembersEach is { } each)
        {
            yield return $"Each council sends {Text.Count(each, "member")}.";
        }
        if (committee.QuorumTotal is { } quorum)
        {
            yield return $"It can decide when {Text.Count(quorum, "member")} are there.";
        }
        if (committee.QuorumEach is { } fromEach)
        {
            yield return $"At least {Text.Of(fromEach)} from each council must be there.";
        }
        if (committee.Chair is { } chair)
        {
            yield return $"Chair: {chair}.";
        }
    }

    private string Shared(SharingRule rule) =>
        rule is SharingRule.Direct direct ? $"all for {Name(direct.Partner)}" : $"shared {Rule(rule)}";

    private string Rule(SharingRule rule) =>
        rule switch
        {
            SharingRule.Fixed stated => "in fixed parts: "
                + Text.List([.. stated.Weights.Select(item => $"{Name(item.Partner)} {item.Weight}")]),
            SharingRule.ByDriver driver => $"by {drivers.GetValueOrDefault(driver.Driver, driver.Driver)}",
            SharingRule.Direct direct => $"all to be paid by {Name(direct.Partner)}",
            SharingRule.AsService => "as the costs of the service are",
            _ => "in equal parts",
        };

    private string Name(string council) => councils.GetValueOrDefault(council, council);

    private string ServiceName(string code) => terms.FindService(code)?.Name ?? terms.FindOverhead(code)?.Name ?? code;
}
