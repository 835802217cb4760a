using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;

namespace Openbook.Web.Pages.Book;

/// <summary>Every period and its state.</summary>
public sealed class PeriodsModel(BookOnPage place) : PageModel
{
    public IReadOnlyList<PeriodState> Periods { get; private set; } = [];

    public IReadOnlyList<FinancialYear> Years { get; private set; } = [];

    public void OnGet()
    {
        Periods = place.Book.Look(PeriodState.All);
        Years = [.. Periods.Where(item => item.IsClosed).Select(item => item.Period.Year).Distinct()];
    }
}
