using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;
using Openbook.Web.Components;

namespace Openbook.Web.Pages.Book;

/// <summary>Every record in a sentence, newest first.</summary>
public sealed class EntriesModel(BookOnPage place) : PageModel
{
    private const int OnPage = 50;

    public IReadOnlyList<Entry> Shown { get; private set; } = [];

    public Pager Pages { get; private set; } = Pager.None;

    public IActionResult OnGet([FromQuery(Name = "page")] int page = 1)
    {
        var entries = place.Book.Entries;
        Pages = Pager.Of(entries.Count, OnPage, page, place.Links.EntriesPage);
        Shown = [.. entries.Reverse().Skip(Pages.First).Take(OnPage).Select(stored => stored.Entry)];
        return page == Pages.Number ? Page() : NotFound();
    }
}
