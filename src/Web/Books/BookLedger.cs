namespace Openbook.Web.Books;

/// <summary>What a page asks of its Book that needs the lines themselves.</summary>
public sealed class BookLedger(BookOnPage place, BookShelf shelf)
{
    /// <summary>Budget monitoring of a period, or why there is none.</summary>
    public Outcome<MonitorReport> Monitor(Period period) =>
        place.Book.Keep(
            "monitor",
            period.ToString(),
            state =>
            {
                using var store = shelf.Open();
                return BookMonitoring.Of(store, state, period);
            }
        );

    /// <summary>The working behind a figure, or why there is none.</summary>
    public Outcome<Explanation> Explain(FigureRef asked) =>
        place.Book.Keep(
            "explain",
            asked.ToString(),
            state =>
            {
                using var store = shelf.Open();
                return ExplainFigure.Of(state, asked, new StoredLines(store, state));
            }
        );
}
