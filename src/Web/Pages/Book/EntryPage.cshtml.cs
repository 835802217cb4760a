using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;
using Openbook.Web.Components;

namespace Openbook.Web.Pages.Book;

/// <summary>One record: in a sentence, with its circumstances, and as it is stored.</summary>
public sealed class EntryPageModel(BookOnPage place) : PageModel
{
    public Entry Entry { get; private set; } = null!;

    public string Raw { get; private set; } = "";

    /// <summary>The page about what was recorded.</summary>
    public Crumb? About { get; private set; }

    public IActionResult OnGet(int number)
    {
        if (number < 1 || number > place.Book.LastEntry)
        {
            return NotFound();
        }
        var stored = place.Book.Entries[number - 1];
        Entry = stored.Entry;
        Raw = Encoding.UTF8.GetString(stored.Bytes);
        About = AboutOf(Entry.Fact);
        return Page();
    }

    private Crumb PeriodOf(Period period) => new($"See {period.ToWords()}", place.Links.Period(period));

    private Crumb? AboutOf(Fact fact) =>
        fact switch
        {
            PeriodClosed closed => PeriodOf(closed.Period),
            AgreementProposed proposed => new Crumb(
                "See this version of the agreement",
                place.Links.Version(proposed.Version)
            ),
            AgreementApproved approved => new Crumb(
                "See this version of the agreement",
                place.Links.Version(approved.Version)
            ),
            CostsRecorded => new Crumb("See its lines", place.Links.CostsOfEntry(Entry.Number)),
            CountsRecorded => new Crumb("See apportionment bases", place.Links.Bases),
            PaymentsRecorded => new Crumb("See payments", place.Links.Payments),
            BudgetRecorded => new Crumb("See the budget", place.Links.Budget),
            WordsWithheld withheld => new Crumb("See the line", place.Links.Line(withheld.Line)),
            DraftIssued issued => PeriodOf(issued.Period),
            DraftAccepted accepted => PeriodOf(
                place.Book.Look(state => state.Drafts.First(draft => draft.Entry == accepted.Draft).Period)
            ),
            LineQueried queried => new Crumb("See the line", place.Links.Line(queried.Line)),
            QueryAnswered answered => PeriodOf(place.Book.Look(state => state.FindQuery(answered.Query)!.Period)),
            _ => null,
        };
}
