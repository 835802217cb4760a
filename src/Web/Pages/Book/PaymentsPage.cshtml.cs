using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;
using Openbook.Web.Components;

namespace Openbook.Web.Pages.Book;

/// <summary>Payments between councils, with what they come to and what is left to pay.</summary>
public sealed class PaymentsPageModel(BookOnPage place) : PageModel
{
    private const int MostOnPage = 100;

    /// <summary>The council whose payments are shown; null for all.</summary>
    public string? Council { get; private set; }

    /// <summary>What the payments shown are for; null for anything.</summary>
    public PaymentPurpose? Purpose { get; private set; }

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public PaymentList List { get; private set; } = new([], 0, []);

    public IReadOnlyList<ListedPayment> Shown { get; private set; } = [];

    public Pager Pages { get; private set; } = Pager.None;

    /// <summary>The balances after the last close; null if nothing is closed.</summary>
    public Statement? Balances { get; private set; }

    public string Code => place.Book.Code;

    public bool IsFiltered => Council is not null || Purpose is not null;

    /// <param name="council">A council's code; empty for all.</param>
    /// <param name="purpose">A word for what payments are for; empty for anything.</param>
    /// <param name="page">The page of the list.</param>
    public IActionResult OnGet(
        [FromQuery] string? council,
        [FromQuery(Name = "for")] string? purpose,
        [FromQuery(Name = "page")] int page = 1
    )
    {
        var faults = new List<string>();
        if (!string.IsNullOrEmpty(council) && !place.Names.ContainsKey(council))
        {
            faults.Add($"\"{council}\" is no council of this partnership. Choose one from the list.");
        }
        else if (!string.IsNullOrEmpty(council))
        {
            Council = council;
        }
        var word = string.IsNullOrEmpty(purpose) ? -1 : PaymentsRecorded.PurposeWords.ToList().IndexOf(purpose);
        if (word >= 0)
        {
            Purpose = (PaymentPurpose)word;
        }
        else if (!string.IsNullOrEmpty(purpose))
        {
            faults.Add($"\"{purpose}\" is no purpose of payments. Choose one from the list.");
        }
        Faults = faults;
        List = place.Book.Look(state => PaymentList.Of(state, Council, Purpose));
        Pages = Pager.Of(
            List.Payments.Count,
            MostOnPage,
            page,
            number => place.Links.PaymentsOf(Council, purpose, number)
        );
        if (Pages.Number != page)
        {
            return NotFound();
        }
        Shown = [.. List.Payments.Skip(Pages.First).Take(MostOnPage)];
        var last = place.Book.Look(state => state.Closed.Count > 0 ? state.Closed[^1].Period : (Period?)null);
        Balances = last is { } closed ? place.Book.Statements(closed).Value : null;
        return Page();
    }

    public string NameOf(string council) => place.Names.GetValueOrDefault(council, council);
}
