namespace Openbook.Domain;

/// <summary>How far a query has come.</summary>
public enum QueryState
{
    /// <summary>It waits for the host's answer.</summary>
    Open,

    /// <summary>The host answered that the line stands.</summary>
    Stands,

    /// <summary>The host answered that the line will be corrected.</summary>
    ToCorrect,

    /// <summary>The council accepted the draft without an answer.</summary>
    Settled,

    /// <summary>The period was closed before it was answered.</summary>
    LeftOpen,
}

/// <summary>The host's answer to a query.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Fact">What was recorded.</param>
/// <param name="On">The day on which it was recorded.</param>
public sealed record QueryAnswer(int Entry, QueryAnswered Fact, DateOnly On);

/// <summary>A council's query about a line of a draft. It is named by its entry: query 14.</summary>
public sealed class QueriedLine
{
    internal QueriedLine(LineQueried fact, Period period, Entry entry)
    {
        (Fact, Period, Entry, Council) = (fact, period, entry.Number, entry.By);
        On = DateOnly.FromDateTime(entry.RecordedAt);
    }

    /// <summary>What was recorded of it.</summary>
    public LineQueried Fact { get; }

    /// <summary>The entry that recorded it.</summary>
    public int Entry { get; }

    /// <summary>The council that asks.</summary>
    public string Council { get; }

    /// <summary>The day on which it was recorded.</summary>
    public DateOnly On { get; }

    /// <summary>The period of the draft.</summary>
    public Period Period { get; }

    /// <summary>The host's answer, if it gave one.</summary>
    public QueryAnswer? Answer { get; internal set; }

    /// <summary>The acceptance that settled it without an answer, if one did.</summary>
    public int? SettledBy { get; internal set; }

    /// <summary>Whether it can still be answered. A newer draft of the period leaves it open; a close does not.</summary>
    public bool IsOpen => State == QueryState.Open;

    /// <summary>How far it has come.</summary>
    public QueryState State =>
        Answer is { } answer
            ? answer.Fact.Outcome == QueryOutcome.Stands
                ? QueryState.Stands
                : QueryState.ToCorrect
            : SettledBy is not null
                ? QueryState.Settled
                : IsLeft
                    ? QueryState.LeftOpen
                    : QueryState.Open;

    internal bool IsLeft { get; set; }
}
