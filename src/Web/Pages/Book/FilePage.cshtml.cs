using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;
using Openbook.Web.Downloads;

namespace Openbook.Web.Pages.Book;

/// <summary>The tables of a Book's pages as files.</summary>
public sealed class FilePageModel(BookOnPage place) : PageModel
{
    public IActionResult OnGet(string table, string? period, string? council, [FromQuery(Name = "as")] string? form) =>
        DownloadForm.Of(form) is { } known && Table(table, period, council) is { } found
            ? new TableDownload(found, known)
            : NotFound();

    private DownloadTable? Table(string table, string? period, string? council) =>
        (table, period) switch
        {
            ("records", null) => BookTables.Records(place.Book),
            ("balances", null) => Statement(LastPeriod()) is { } last ? BookTables.Balances(last) : null,
            ("statements", _) when Statement(BookLinks.PeriodOf(period)) is { } statement => council is null
            || statement.Partners.Any(partner => partner.Figures.Partner == council)
                ? BookTables.Statements(statement, council)
                : null,
            _ => null,
        };

    private Statement? Statement(Period? period) =>
        period is { } asked && place.Book.Statements(asked) is { IsDone: true } found ? found.Value : null;

    // The balances are those after the period closed last; before the first close those of the open one.
    private Period? LastPeriod() =>
        place.Book.Look(state =>
            state.Closed.Count > 0 ? state.Closed[^1].Period
            : state.FirstOpen is { } open ? Period.Of(open)
            : (Period?)null
        );
}
