namespace Openbook.Domain;

/// <summary>A council's approval of a version.</summary>
/// <param name="Partner">The council.</param>
/// <param name="Body">Who decided: its cabinet, executive or an officer.</param>
/// <param name="On">The day of the decision.</param>
/// <param name="Effective">The day from which it has effect (call-in over).</param>
/// <param name="Entry">The entry that recorded it.</param>
public sealed record Approval(string Partner, string Body, DateOnly On, DateOnly Effective, int Entry);

/// <summary>A version of the agreement and how far its approval has come.</summary>
public sealed class AgreementVersion
{
    private readonly List<Approval> approvals = [];

    internal AgreementVersion(int number, Month from, string text, AgreementTerms terms, int entry)
    {
        Number = number;
        From = from;
        Text = text;
        Terms = terms;
        Entry = entry;
    }

    /// <summary>1 for the first.</summary>
    public int Number { get; }

    /// <summary>The first month for which it counts once approved.</summary>
    public Month From { get; }

    /// <summary>The text as written.</summary>
    public string Text { get; }

    /// <summary>What the text says.</summary>
    public AgreementTerms Terms { get; }

    /// <summary>The entry that proposed it.</summary>
    public int Entry { get; }

    /// <summary>The approvals recorded, oldest first.</summary>
    public IReadOnlyList<Approval> Approvals => approvals;

    /// <summary>
    /// The first month for which all of it holds: where it came to count from within closed months, its weights go back to
    /// <see cref="From"/> and everything else begins here. Null while it does not count.
    /// </summary>
    public Month? InForceFrom { get; private set; }

    /// <summary>Whether every approval needed has taken effect.</summary>
    public bool Counts => InForceFrom is not null;

    internal void Approve(Approval approval) => approvals.Add(approval);

    internal void ComeToCount(Month? inForceFrom) => InForceFrom = inForceFrom;

    /// <summary>Whether an approval of a partner has taken effect by a day.</summary>
    public bool IsApprovedBy(string partner, DateOnly day) =>
        approvals.Any(approval => approval.Partner == partner && approval.Effective <= day);
}
