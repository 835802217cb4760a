namespace Openbook.Web.Books;

/// <summary>The periods whose budget can be monitored.</summary>
public static class BudgetPeriods
{
    /// <summary>Closed and open periods of years that have a budget, newest first.</summary>
    public static IReadOnlyList<PeriodState> All(BookState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var years = state
            .Budget.Parts.Select(part => part.Key.Year)
            .Concat(state.Budget.Forecasts.Select(forecast => forecast.Key.Year))
            .ToHashSet();
        return
        [
            .. PeriodState.All(state).Where(item => (item.IsClosed || item.IsNext) && years.Contains(item.Period.Year)),
        ];
    }

    /// <summary>The newest closed one, else the newest; null if no year has a budget.</summary>
    public static Period? Newest(BookState state)
    {
        var all = All(state);
        return (all.FirstOrDefault(item => item.IsClosed) ?? (all.Count > 0 ? all[^1] : null))?.Period;
    }
}
