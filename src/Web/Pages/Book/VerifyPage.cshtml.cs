using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Exchange;
using Openbook.Web.Books;

namespace Openbook.Web.Pages.Book;

/// <summary>Checks every stored value of the Book, as it is now.</summary>
public sealed class VerifyPageModel(BookOnPage place, BookShelf shelf) : PageModel
{
    public VerifyReport Report { get; private set; } = null!;

    public void OnGet()
    {
        using var store = shelf.Open();
        Report = Verification.Run(store, place.Book.Code, AgreementText.Reread);
    }
}
