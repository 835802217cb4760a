using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;

namespace Openbook.Web.Pages;

/// <summary>All Books of the store.</summary>
public sealed class IndexModel(BookShelf shelf, SiteOptions options) : PageModel
{
    /// <summary>A Book as the list shows it.</summary>
    public sealed record Line(string Name, string Href, string Partners, string State);

    public IReadOnlyList<Line> Books { get; private set; } = [];

    public string Store => options.StoreInWords;

    public void OnGet() => Books = [.. shelf.All().Select(Of)];

    private static Line Of(ReadBook book) =>
        book.Look(state => new Line(
            state.Newest!.Terms.Partnership,
            $"/books/{state.Code}",
            Text.List([.. state.Newest.Terms.Partners.Select(partner => partner.Name)]),
            StateOf(state)
        ));

    private static string StateOf(BookState state) =>
        state.Closed.Count > 0 ? $"{state.Closed[^1].Period.ToWords()} was closed last."
        : state.IsAgreed ? "No period is closed yet."
        : "The agreement is not approved by all yet.";
}
