using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;

namespace Openbook.Web.Pages.Book;

/// <summary>Everything that is counted, and how old the last counts are.</summary>
public sealed class BasesModel(BookOnPage place) : PageModel
{
    private IReadOnlyDictionary<string, string> names = new Dictionary<string, string>();

    public IReadOnlyList<CountHistory> Bases { get; private set; } = [];

    public void OnGet()
    {
        names = place.Named.Drivers;
        Bases = place.Book.Look(state =>
            CountHistory.Drivers(state).Select(driver => CountHistory.Of(state, driver)).ToList()
        );
    }

    public string NameOf(string driver) => names.GetValueOrDefault(driver, driver);
}
