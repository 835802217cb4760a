using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;

namespace Openbook.Web.Pages.Book;

/// <summary>What a council bore for one service in a year, as the sum of the year's closed periods.</summary>
public sealed class YearServicePageModel(BookOnPage place) : PageModel
{
    public FinancialYear Year { get; private set; }

    public PartnerYear Partner { get; private set; } = null!;

    public string Service { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Council => place.Names.GetValueOrDefault(Partner.Partner, Partner.Partner);

    public IActionResult OnGet(string year, string partner, string service)
    {
        var names = place.Named.Services;
        if (
            BookLinks.YearOf(year) is not { } asked
            || !names.TryGetValue(service, out var name)
            || place.Book.Look(state => YearStatement.Of(state, asked)) is not { IsDone: true } found
            || found.Value.Partners.FirstOrDefault(item => item.Partner == partner) is not { } mine
        )
        {
            return NotFound();
        }
        (Year, Partner, Service, Name) = (asked, mine, service, name);
        return Page();
    }
}
