using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;
using Openbook.Web.Components;

namespace Openbook.Web.Pages.Book;

/// <summary>A financial year so far: on account, shares and settlement, by council and by service.</summary>
public sealed class YearPageModel(BookOnPage place) : PageModel
{
    private IReadOnlyDictionary<string, string> services = new Dictionary<string, string>();

    public FinancialYear Year { get; private set; }

    public YearStatement Statement { get; private set; } = null!;

    public string Answer { get; private set; } = "";

    /// <summary>Whether other years' periods that were closed in between are in what is carried forward.</summary>
    public bool HasOtherYears => Statement.Partners.Any(partner => partner.OfOtherYearsPence != 0);

    public IActionResult OnGet(string year)
    {
        if (
            BookLinks.YearOf(year) is not { } asked
            || place.Book.Look(state => YearStatement.Of(state, asked)) is not { IsDone: true } found
        )
        {
            return NotFound();
        }
        (Year, Statement) = (asked, found.Value);
        services = place.Named.Services;
        Answer = Sentence.OfYear(Statement, place.Names);
        return Page();
    }

    public string NameOf(string service) => services.GetValueOrDefault(service, service);
}
