using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;

namespace Openbook.Web.Pages.Book;

/// <summary>The working behind a service's figures on the budget page: its year month by month.</summary>
public sealed class BudgetServicePageModel(BookOnPage place, BookLedger ledger) : PageModel
{
    public Period Period { get; private set; }

    public string Service { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The service's budgets: one for each account and kind.</summary>
    public IReadOnlyList<MonitorRow> Rows { get; private set; } = [];

    /// <summary>How the service's budget falls to the councils.</summary>
    public IReadOnlyList<PartnerBudget> Councils { get; private set; } = [];

    public IReadOnlyList<Virement> Virements { get; private set; } = [];

    /// <summary>The records that its budget comes from.</summary>
    public IReadOnlyList<int> Records { get; private set; } = [];

    public IReadOnlyList<BudgetExceeded> Exceeded { get; private set; } = [];

    /// <summary>Whether it is divided over other services before anything is shared.</summary>
    public bool IsOverhead { get; private set; }

    public IActionResult OnGet(string period, string service)
    {
        if (
            BookLinks.PeriodOf(period) is not { } asked
            || !place.Book.Statements(asked).IsDone
            || ledger.Monitor(asked) is not { IsDone: true } report
        )
        {
            return NotFound();
        }
        Rows = [.. report.Value.Rows.Where(row => row.Service == service)];
        Councils = [.. report.Value.Partners.Where(row => row.Service == service)];
        if (Rows.Count == 0 && Councils.Count == 0)
        {
            return NotFound();
        }
        (Period, Service) = (asked, service);
        Name = place.Named.Service(service);
        Virements = [.. report.Value.Virements.Where(item => item.Key.Service == service)];
        Exceeded = [.. report.Value.Exceeded.Where(item => item.Service == service)];
        Records = place.Book.Look(state => state.Budget.EntriesOf(asked.Year, service));
        IsOverhead = place.Book.Look(state => state.IsOverhead(service, asked.Month));
        return Page();
    }
}
