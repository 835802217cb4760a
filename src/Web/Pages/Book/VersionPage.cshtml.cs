using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;
using Openbook.Web.Components;

namespace Openbook.Web.Pages.Book;

/// <summary>A version of the agreement, clause by clause, alone or beside another.</summary>
public sealed class VersionPageModel(BookOnPage place) : PageModel
{
    public VersionState Version { get; private set; } = null!;

    /// <summary>The version beside it; null if it stands alone.</summary>
    public VersionState? Beside { get; private set; }

    public IReadOnlyList<ClausePair> Pairs { get; private set; } = [];

    /// <summary>The other versions, oldest first.</summary>
    public IReadOnlyList<int> Others { get; private set; } = [];

    /// <summary>What is wrong with the version chosen; null if nothing is.</summary>
    public string? Fault { get; private set; }

    public IActionResult OnGet(int version, [FromQuery] string? with)
    {
        if (place.Book.Look(state => VersionState.Of(state, version)) is not { } found)
        {
            return NotFound();
        }
        Version = found;
        Others =
        [
            .. place
                .Book.Look(state => state.Versions.Select(item => item.Number).ToList())
                .Where(other => other != version),
        ];
        if (string.IsNullOrEmpty(with))
        {
            return Page();
        }
        var number = int.TryParse(with, System.Globalization.NumberStyles.None, Text.Invariant, out var read)
            ? read
            : 0;
        Beside = Others.Contains(number) ? place.Book.Look(state => VersionState.Of(state, number)) : null;
        if (Beside is null)
        {
            Fault = $"There is no other version \"{with}\". Choose one from the list.";
            return Page();
        }
        Pairs = ClausePair.Of(Beside.Clauses, Version.Clauses);
        return Page();
    }
}
