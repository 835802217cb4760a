using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>The act of taking a line back and recording the right one.</summary>
public static class Correcting
{
    /// <summary>Decides it.</summary>
    /// <param name="store">Where the lines are.</param>
    /// <param name="state">The Book as it is.</param>
    /// <param name="now">The moment of recording.</param>
    /// <param name="name">The line: its id or ENTRY#ROW.</param>
    /// <param name="change">What is right.</param>
    /// <param name="reason">Why, and what the person calls that field.</param>
    /// <param name="by">For which council; null for the host.</param>
    public static Outcome<Act> Decide(
        IStore store,
        BookState state,
        DateTime now,
        string name,
        LineChange change,
        (string Text, string Field) reason,
        string? by
    )
    {
        ArgumentNullException.ThrowIfNull(state);
        var lines = new StoredLines(store, state);
        var found = lines.FindByName(name);
        var refusals = new List<Refusal>();
        if (found is null)
        {
            refusals.Add(Refuse.LineUnknown.Because($"There is no line \"{name}\"."));
        }
        if (Reasons.Fault(reason.Text, reason.Field) is { } fault)
        {
            refusals.Add(fault);
        }
        if (found is null || refusals.Count > 0)
        {
            return Outcome<Act>.Refused(refusals);
        }
        var decided = CorrectLine.Decide(state, found, change, DateOnly.FromDateTime(now), lines);
        return decided.IsDone
            ? new Act
            {
                Costs = decided.Value,
                Effective = found.Month.First,
                By = by ?? state.Host,
                Corrects = found.Ref.Entry,
                Reason = reason.Text,
            }
            // The two lines of a correction stand in no file, so there is no place to name.
            : Outcome<Act>.Refused([.. decided.Refusals.Select(refusal => refusal with { Place = null }).Distinct()]);
    }
}
