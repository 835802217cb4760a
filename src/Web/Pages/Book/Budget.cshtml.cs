using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;

namespace Openbook.Web.Pages.Book;

/// <summary>Leads to the budget of a period; says how to record one where there is none.</summary>
public sealed class BudgetModel(BookOnPage place) : PageModel
{
    public string Book => place.Book.Code;

    /// <param name="of">The period that was chosen; the newest if it is left out.</param>
    public IActionResult OnGet([FromQuery] string? of)
    {
        if (!string.IsNullOrEmpty(of) && BookLinks.PeriodOf(of) is null)
        {
            return NotFound();
        }
        return (BookLinks.PeriodOf(of) ?? place.Book.Look(BudgetPeriods.Newest)) is { } period
            ? Redirect(place.Links.BudgetOf(period))
            : Page();
    }
}
