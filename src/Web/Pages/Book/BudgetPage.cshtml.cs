using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;
using Openbook.Web.Components;

namespace Openbook.Web.Pages.Book;

/// <summary>Budget monitoring of a period: what was budgeted, spent and is expected, by service and by council.</summary>
public sealed class BudgetPageModel(BookOnPage place, BookLedger ledger) : PageModel
{
    /// <summary>A council's budgets: by service, and all together.</summary>
    public sealed record Council(string Code, IReadOnlyList<PartnerBudget> Services, PartnerBudget Total);

    private IReadOnlyDictionary<string, string> services = new Dictionary<string, string>();

    public Period Period { get; private set; }

    public MonitorReport? Report { get; private set; }

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public IReadOnlyList<Council> Councils { get; private set; } = [];

    /// <summary>The periods that can be chosen, newest first.</summary>
    public IReadOnlyList<PeriodState> Periods { get; private set; } = [];

    public IActionResult OnGet(string period)
    {
        if (BookLinks.PeriodOf(period) is not { } asked || !place.Book.Statements(asked).IsDone)
        {
            return NotFound();
        }
        Period = asked;
        Periods = place.Book.Look(BudgetPeriods.All);
        services = place.Named.Services;
        var found = ledger.Monitor(asked);
        if (!found.IsDone)
        {
            Refusals = found.Refusals;
            return Page();
        }
        Report = found.Value;
        Councils =
        [
            .. Report
                .Partners.GroupBy(row => row.Partner)
                .Select(rows => new Council(
                    rows.Key,
                    [.. rows.Where(row => row.Service is not null)],
                    rows.First(row => row.Service is null)
                )),
        ];
        return Page();
    }

    public string NameOf(string service) => services.GetValueOrDefault(service, service);

    /// <summary>What a row is: its service, account and kind.</summary>
    public string NameOf(MonitorRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var account = string.IsNullOrEmpty(row.Account) ? "" : $", account {row.Account}";
        var kind = row.Kind is null or CostKind.Revenue ? "" : $", {Show.Kind(row.Kind.Value).ToLowerInvariant()}";
        return $"{NameOf(row.Service ?? "")}{account}{kind}";
    }

    public string NamesOf(IEnumerable<string> councils) =>
        Text.List([.. councils.Select(code => place.Names.GetValueOrDefault(code, code))]);
}
