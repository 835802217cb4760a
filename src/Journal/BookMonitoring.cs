using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>Budget monitoring from a store, with its movement since the last close.</summary>
public static class BookMonitoring
{
    /// <summary>
    /// The report of a period, or every reason why there is none. The movement is against the report that could be made when
    /// the period before it was closed.
    /// </summary>
    public static Outcome<MonitorReport> Of(IStore store, BookState state, Period period)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(state);
        var report = Monitoring.Of(state, new StoredLines(store, state), period);
        var before = Period.Of(period.IsYearEnd ? period.Month : period.Month.Previous);
        if (!report.IsDone || before.Year != period.Year || state.FindClosed(before) is not { } closed)
        {
            return report;
        }
        var then = BookLoader.Load(store, state.Code, new AsAt(closed.Entry, null)).State;
        var earlier = Monitoring.Of(then, new StoredLines(store, then), before);
        return earlier.IsDone ? report.Value.Since(earlier.Value) : report;
    }
}
