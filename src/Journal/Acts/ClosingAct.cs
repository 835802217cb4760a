using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>The act of closing a period.</summary>
public static class ClosingAct
{
    /// <summary>Decides it.</summary>
    /// <param name="state">The Book as it is.</param>
    /// <param name="period">The period.</param>
    /// <param name="by">For which council; null for the host.</param>
    public static Outcome<Act> Decide(BookState state, Period period, string? by)
    {
        ArgumentNullException.ThrowIfNull(state);
        var closed = Closing.Close(state, period);
        return closed.IsDone
            ? new Act
            {
                Fact = closed.Value,
                Effective = period.LastDay,
                By = by ?? state.Host,
            }
            : Outcome<Act>.Refused(closed.Refusals);
    }
}
