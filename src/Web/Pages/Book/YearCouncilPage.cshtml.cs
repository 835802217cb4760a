using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;

namespace Openbook.Web.Pages.Book;

/// <summary>A council's year as the sum of its closed periods.</summary>
public sealed class YearCouncilPageModel(BookOnPage place) : PageModel
{
    private IReadOnlyDictionary<string, string> services = new Dictionary<string, string>();

    public FinancialYear Year { get; private set; }

    public PartnerYear Partner { get; private set; } = null!;

    public string Council => place.Names.GetValueOrDefault(Partner.Partner, Partner.Partner);

    public IReadOnlyList<string> Services { get; private set; } = [];

    public IActionResult OnGet(string year, string partner)
    {
        if (
            BookLinks.YearOf(year) is not { } asked
            || place.Book.Look(state => YearStatement.Of(state, asked)) is not { IsDone: true } found
            || found.Value.Partners.FirstOrDefault(item => item.Partner == partner) is not { } mine
        )
        {
            return NotFound();
        }
        (Year, Partner) = (asked, mine);
        services = place.Named.Services;
        Services = [.. mine.Lines.Select(line => line.Service).Distinct()];
        return Page();
    }

    public string NameOf(string service) => services.GetValueOrDefault(service, service);
}
