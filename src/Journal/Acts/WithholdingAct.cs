using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>The act of removing the words of a line.</summary>
public static class WithholdingAct
{
    /// <summary>Decides it.</summary>
    /// <param name="store">Where the lines are.</param>
    /// <param name="state">The Book as it is.</param>
    /// <param name="now">The moment of recording.</param>
    /// <param name="name">The line: its id or ENTRY#ROW.</param>
    /// <param name="reason">Why, and what the person calls that field.</param>
    /// <param name="by">For which council; null for the host.</param>
    public static Outcome<Act> Decide(
        IStore store,
        BookState state,
        DateTime now,
        string name,
        (string Text, string Field) reason,
        string? by
    )
    {
        ArgumentNullException.ThrowIfNull(state);
        var found = new StoredLines(store, state).FindByName(name);
        if (found is null)
        {
            return Refuse.LineUnknown.Because($"There is no line \"{name}\".");
        }
        if (Reasons.Fault(reason.Text, reason.Field) is { } fault)
        {
            return fault;
        }
        var decided = WithholdWords.Decide(state, found);
        return decided.IsDone
            ? new Act
            {
                Fact = decided.Value,
                Effective = DateOnly.FromDateTime(now),
                By = by ?? state.Host,
                Corrects = found.Ref.Entry,
                Reason = reason.Text,
            }
            : Outcome<Act>.Refused(decided.Refusals);
    }
}
