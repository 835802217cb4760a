using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;

namespace Openbook.Web.Pages.Book;

/// <summary>The counts of one apportionment basis by council over time.</summary>
public sealed class BasisPageModel(BookOnPage place) : PageModel
{
    public string Name { get; private set; } = "";

    public CountHistory History { get; private set; } = null!;

    /// <summary>The day to which the chart shows the last counts.</summary>
    public DateOnly Until { get; private set; }

    public string Answer =>
        History.Days.Count == 0
            ? "Nothing has been counted yet."
            : $"Counted last on {Dates.Words(History.Days[^1].Date)}. A count may be "
                + $"{Text.Count(History.MaxAgeMonths, "month")} old at the end of the month it is used for, so this one can be "
                + $"used until {History.UsableUntil!.Value.ToWords()}.";

    public IActionResult OnGet(string driver)
    {
        if (!place.Book.Look(CountHistory.Drivers).Contains(driver))
        {
            return NotFound();
        }
        Name = place.Named.Driver(driver);
        History = place.Book.Look(state => CountHistory.Of(state, driver));
        var open = place.Book.Look(state => state.FirstOpen ?? state.Starts);
        Until =
            History.Days.Count > 0 && History.Days[^1].Date > open.Last.AddDays(-30)
                ? History.Days[^1].Date.AddDays(30)
                : open.Last;
        return Page();
    }

    public string NameOf(string council) => place.Names.GetValueOrDefault(council, council);
}
