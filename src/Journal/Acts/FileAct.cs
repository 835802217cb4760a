using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>The act of recording what a file of counts, budgets, payments or costs says.</summary>
public static class FileAct
{
    /// <summary>Counts count from the earliest of them.</summary>
    public static Outcome<Act> Counts(BookState state, Outcome<CountsRecorded> decided, string? by) =>
        Of(state, decided, fact => fact.Counts.Min(count => count.Date), by);

    /// <summary>Budgets count from the first month or year that they name.</summary>
    public static Outcome<Act> Budget(BookState state, Outcome<BudgetRecorded> decided, string? by) =>
        Of(state, decided, fact => fact.Lines.Min(line => line.Month ?? line.Year.April).First, by);

    /// <summary>Payments count from the earliest of them.</summary>
    /// <param name="state">The Book as it is.</param>
    /// <param name="decided">What is to be recorded.</param>
    /// <param name="by">For which council; null for the host.</param>
    /// <param name="authority">The paper that stands behind them and what the person calls that field, if any.</param>
    public static Outcome<Act> Payments(
        BookState state,
        Outcome<PaymentsRecorded> decided,
        string? by,
        (string Text, string Field)? authority = null
    )
    {
        var act = Of(state, decided, fact => fact.Payments.Min(payment => payment.Date), by);
        if (authority is not var (text, field))
        {
            return act;
        }
        return TextRule.Fault(text, field) is { } fault ? Outcome<Act>.Refused([.. act.Refusals, fault])
            : act.IsDone ? act.Value with { Authority = text }
            : act;
    }

    /// <summary>Costs count from the earliest month that they belong to.</summary>
    public static Outcome<Act> Costs(BookState state, Outcome<CostsDecision> decided, string? by)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(decided);
        return decided.IsDone
            ? new Act
            {
                Costs = decided.Value,
                Effective = decided.Value.Sums.Sums[0].Month.First,
                By = by ?? state.Host,
            }
            : Outcome<Act>.Refused(decided.Refusals);
    }

    private static Outcome<Act> Of<T>(BookState state, Outcome<T> decided, Func<T, DateOnly> from, string? by)
        where T : Fact
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(decided);
        return decided.IsDone
            ? new Act
            {
                Fact = decided.Value,
                Effective = from(decided.Value),
                By = by ?? state.Host,
            }
            : Outcome<Act>.Refused(decided.Refusals);
    }
}
