namespace Openbook.Domain;

/// <summary>A council in the partnership: a legal person.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Gss">Its nine-character ONS code, if given.</param>
public sealed record Partner(string Code, string Name, string? Gss);

/// <summary>One line of what is shared.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Partners">The codes of the partners that share it, in the agreement's order.</param>
/// <param name="AllPartners">Whether the text leaves its partners out, which means all of them.</param>
/// <param name="Share">How its costs are shared.</param>
public sealed record Service(
    string Code,
    string Name,
    EquatableList<string> Partners,
    bool AllPartners,
    SharingRule Share
);

/// <summary>A cost that is stepped down over services and later overheads before anything is shared.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Over">The codes of its targets, in the agreement's order.</param>
/// <param name="FallbackEqual">Whether it is spread evenly when no target has costs.</param>
public sealed record Overhead(string Code, string Name, EquatableList<string> Over, bool FallbackEqual);

/// <summary>Something counted per partner.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="MaxAgeMonths">How many months a count may be old on the last day of the month it is used for.</param>
public sealed record Driver(string Code, string Name, int MaxAgeMonths)
{
    /// <summary>What holds if the agreement does not say.</summary>
    public const int DefaultMaxAgeMonths = 12;
}

/// <summary>A body that buys from the service and has no vote and no share of cost.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Income">How its income is shared, if it has a rule of its own.</param>
public sealed record Customer(string Code, string Name, SharingRule? Income);

/// <summary>The notice that a partner gives before it leaves.</summary>
/// <param name="Months">Length in months.</param>
/// <param name="Waiver">Who may waive it, in the agreement's words.</param>
public sealed record NoticeTerm(int Months, string? Waiver);

/// <summary>The joint committee.</summary>
/// <param name="MembersEach">Members from each partner.</param>
/// <param name="QuorumTotal">Members who must be there in all.</param>
/// <param name="QuorumEach">Members who must be there from each partner.</param>
/// <param name="Chair">Who takes the chair, in the agreement's words.</param>
public sealed record CommitteeTerm(int? MembersEach, int? QuorumTotal, int? QuorumEach, string? Chair);

/// <summary>What an agreement says, as read from its text. Terms that are equal compare equal.</summary>
public sealed record AgreementTerms
{
    /// <summary>The name of the penny rules in force.</summary>
    public const string PennyRules = "openbook-1";

    /// <summary>The penny rules agreed.</summary>
    public required string Rules { get; init; }

    /// <summary>The partnership's name.</summary>
    public required string Partnership { get; init; }

    /// <summary>The first month.</summary>
    public required Month Starts { get; init; }

    /// <summary>The last month, if the agreement ends; inside it.</summary>
    public Month? Ends { get; init; }

    /// <summary>The partners; their order settles equal claims to an odd penny.</summary>
    public required EquatableList<Partner> Partners { get; init; }

    /// <summary>The partner that employs, buys and banks for the others.</summary>
    public required string Host { get; init; }

    /// <summary>What is shared.</summary>
    public required EquatableList<Service> Services { get; init; }

    /// <summary>What is stepped down, in this order.</summary>
    public EquatableList<Overhead> Overheads { get; init; } = EquatableList<Overhead>.Empty;

    /// <summary>What is counted.</summary>
    public EquatableList<Driver> Drivers { get; init; } = EquatableList<Driver>.Empty;

    /// <summary>Who buys.</summary>
    public EquatableList<Customer> Customers { get; init; } = EquatableList<Customer>.Empty;

    /// <summary>How income of customers without a rule of their own is shared.</summary>
    public SharingRule Income { get; init; } = new SharingRule.Equal();

    /// <summary>How savings are shared.</summary>
    public SharingRule? Savings { get; init; }

    /// <summary>Notice to leave.</summary>
    public NoticeTerm? Notice { get; init; }

    /// <summary>The joint committee.</summary>
    public CommitteeTerm? Committee { get; init; }

    /// <summary>The service of a code, or null.</summary>
    public Service? FindService(string code) => Services.Find(service => service.Code == code);

    /// <summary>The overhead of a code, or null.</summary>
    public Overhead? FindOverhead(string code) => Overheads.Find(overhead => overhead.Code == code);

    /// <summary>The customer of a code, or null.</summary>
    public Customer? FindCustomer(string? code) => Customers.Find(customer => customer.Code == code);

    /// <summary>Whether a code is a partner.</summary>
    public bool HasPartner(string code) => Partners.Find(partner => partner.Code == code) is not null;

    /// <summary>How many months a count of a driver may be old.</summary>
    public int MaxAgeMonths(string driver) =>
        Drivers.Find(item => item.Code == driver)?.MaxAgeMonths ?? Driver.DefaultMaxAgeMonths;

    /// <summary>Whether a month lies within the agreement, both ends inside.</summary>
    public bool Covers(Month month) => month >= Starts && (Ends is not { } ends || month <= ends);
}
