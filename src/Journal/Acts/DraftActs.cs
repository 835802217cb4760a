using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>What a person says when a council queries a line of a draft.</summary>
/// <param name="Line">The line: its id or ENTRY#ROW.</param>
/// <param name="Period">The period whose draft is meant; null for the one in which the line is and that was issued last.</param>
/// <param name="By">The council.</param>
/// <param name="Words">What it asks, and what the person calls that field.</param>
public sealed record QueryAsked(string Line, Period? Period, string By, (string Text, string Field) Words);

/// <summary>What a person says when the host answers a query.</summary>
/// <param name="Query">The query's number.</param>
/// <param name="Outcome">Whether the line stands.</param>
/// <param name="By">The council; null for the host of the period.</param>
/// <param name="Words">What it says, and what the person calls that field.</param>
public sealed record AnswerGiven(int Query, QueryOutcome Outcome, string? By, (string Text, string Field) Words);

/// <summary>The acts about drafts: issuing one, accepting it, querying a line, answering a query. They count from today.</summary>
public static class DraftActs
{
    /// <summary>Issues a draft.</summary>
    /// <param name="state">The Book as it is.</param>
    /// <param name="now">The moment of recording.</param>
    /// <param name="period">The period.</param>
    /// <param name="until">Until when the councils should answer; null for a week from today.</param>
    /// <param name="by">For which council; null for the host of the period.</param>
    public static Outcome<Act> Issue(BookState state, DateTime now, Period period, DateOnly? until, string? by)
    {
        ArgumentNullException.ThrowIfNull(state);
        var today = DateOnly.FromDateTime(now);
        var issuer = by ?? state.HostOf(period);
        return Of(
            IssueDraft.Decide(state, period, until ?? IssueDraft.UsualUntil(today), issuer, today),
            today,
            issuer
        );
    }

    /// <summary>Accepts a draft.</summary>
    /// <param name="state">The Book as it is.</param>
    /// <param name="now">The moment of recording.</param>
    /// <param name="period">The period.</param>
    /// <param name="seen">The draft that was looked at; null for the newest.</param>
    /// <param name="by">The council that accepts.</param>
    public static Outcome<Act> Accept(BookState state, DateTime now, Period period, int? seen, string by) =>
        Of(AcceptDraft.Decide(state, period, seen, by), DateOnly.FromDateTime(now), by);

    /// <summary>Queries a line of a draft.</summary>
    public static Outcome<Act> Query(IStore store, BookState state, DateTime now, QueryAsked asked)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        var found = new StoredLines(store, state).FindByName(asked.Line);
        var refusals = new List<Refusal>();
        if (found is null)
        {
            refusals.Add(Refuse.LineUnknown.Because($"There is no line \"{asked.Line}\"."));
        }
        if (Reasons.Fault(asked.Words.Text, asked.Words.Field) is { } fault)
        {
            refusals.Add(fault);
        }
        return found is null || refusals.Count > 0
            ? Outcome<Act>.Refused(refusals)
            : Of(
                QueryLine.Decide(state, found, asked.Period, asked.Words.Text, asked.By),
                DateOnly.FromDateTime(now),
                asked.By
            );
    }

    /// <summary>Answers a query.</summary>
    public static Outcome<Act> Answer(BookState state, DateTime now, AnswerGiven given)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(given);
        if (Reasons.Fault(given.Words.Text, given.Words.Field) is { } fault)
        {
            return fault;
        }
        var by = given.By ?? (state.FindQuery(given.Query) is { } query ? state.HostOf(query.Period) : state.Host);
        return Of(
            AnswerQuery.Decide(state, given.Query, given.Outcome, given.Words.Text, by),
            DateOnly.FromDateTime(now),
            by
        );
    }

    private static Outcome<Act> Of<T>(Outcome<T> decided, DateOnly today, string by)
        where T : Fact =>
        decided.IsDone
            ? new Act
            {
                Fact = decided.Value,
                Effective = today,
                By = by,
            }
            : Outcome<Act>.Refused(decided.Refusals);
}
