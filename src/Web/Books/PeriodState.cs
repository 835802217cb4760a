namespace Openbook.Web.Books;

/// <summary>A period and how far it has come.</summary>
/// <param name="Period">The period.</param>
/// <param name="IsClosed">Whether its statements never change again.</param>
/// <param name="HasPostings">Whether anything is posted in it.</param>
/// <param name="IsNext">Whether it is the next to be closed.</param>
public sealed record PeriodState(Period Period, bool IsClosed, bool HasPostings, bool IsNext)
{
    /// <summary>In a word or two.</summary>
    public string Word =>
        IsClosed ? "Closed"
        : IsNext ? "Open"
        : HasPostings ? "Open, with costs"
        : "Not begun";

    /// <summary>Every period that is closed, open, or has something posted, newest first.</summary>
    public static IReadOnlyList<PeriodState> All(BookState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var periods = state.Closed.Select(closed => closed.Period).ToList();
        if (state.OpenYearEnd is { } year)
        {
            periods.Add(year.YearEnd);
        }
        if (state.FirstOpen is { } open)
        {
            if (state.VersionInForce(open)?.Terms.Covers(open) == true)
            {
                periods.Add(Period.Of(open));
            }
            periods.AddRange(state.PostedMonths.Where(month => month > open).Select(Period.Of));
        }
        return
        [
            .. periods
                .Distinct()
                .OrderByDescending(period => period.Month)
                .ThenByDescending(period => period.IsYearEnd)
                .Select(period => new PeriodState(
                    period,
                    state.FindClosed(period) is not null,
                    state.PostingsOf(period).Pools.Count > 0,
                    period.IsYearEnd || period.Month == state.FirstOpen
                )),
        ];
    }
}
