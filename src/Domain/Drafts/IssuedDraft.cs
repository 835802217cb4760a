namespace Openbook.Domain;

/// <summary>A council's acceptance of a draft.</summary>
/// <param name="Council">The council.</param>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="On">The day on which it was recorded.</param>
public sealed record Acceptance(string Council, int Entry, DateOnly On);

/// <summary>A draft of a period as it was issued, and who accepts it. It is named by its entry: draft 12.</summary>
public sealed class IssuedDraft
{
    private readonly List<Acceptance> acceptances = [];

    internal IssuedDraft(DraftIssued fact, Entry entry)
    {
        (Fact, Entry, On) = (fact, entry.Number, DateOnly.FromDateTime(entry.RecordedAt));
    }

    /// <summary>What was recorded of it.</summary>
    public DraftIssued Fact { get; }

    /// <summary>The entry that issued it.</summary>
    public int Entry { get; }

    /// <summary>The day on which it was issued.</summary>
    public DateOnly On { get; }

    /// <summary>The period.</summary>
    public Period Period => Fact.Period;

    /// <summary>The day until which the councils should answer, inclusive.</summary>
    public DateOnly Until => Fact.Until;

    /// <summary>Who accepts it, in the order of recording.</summary>
    public IReadOnlyList<Acceptance> Acceptances => acceptances;

    /// <summary>The acceptance of a council, or null if it does not accept it, or no longer.</summary>
    public Acceptance? AcceptanceOf(string council) => acceptances.Find(item => item.Council == council);

    internal void Accept(Entry entry)
    {
        TakeBack(entry.By);
        acceptances.Add(new Acceptance(entry.By, entry.Number, DateOnly.FromDateTime(entry.RecordedAt)));
    }

    internal void TakeBack(string council) => acceptances.RemoveAll(item => item.Council == council);
}
