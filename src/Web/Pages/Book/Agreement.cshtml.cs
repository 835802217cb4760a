using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;

namespace Openbook.Web.Pages.Book;

/// <summary>The agreement as it is now, and every version of it.</summary>
public sealed class AgreementModel(BookOnPage place) : PageModel
{
    public VersionState Now { get; private set; } = null!;

    public IReadOnlyList<VersionState> Versions { get; private set; } = [];

    public void OnGet()
    {
        Versions = place.Book.Look(VersionState.All);
        Now = Versions.First(version => version.Number == place.Book.Look(state => state.Newest!.Number));
    }
}
