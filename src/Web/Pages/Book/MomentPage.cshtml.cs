using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;
using Openbook.Web.Forms;

namespace Openbook.Web.Pages.Book;

/// <summary>Chooses the moment at which the Book is looked at.</summary>
public sealed class MomentPageModel(BookOnPage place) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Record { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Day { get; set; }

    public string? Fault { get; private set; }

    public string? FaultyField { get; private set; }

    public IActionResult OnGet()
    {
        var (record, day) = (Record?.Trim() ?? "", Day?.Trim() ?? "");
        if (record.Length == 0 && day.Length == 0)
        {
            return Request.Query.ContainsKey("record")
                ? Say("record", "Enter the number of a record, or a day")
                : Page();
        }
        if (record.Length > 0 && day.Length > 0)
        {
            return Say("record", "Enter a record or a day, not both");
        }
        if (record.Length > 0)
        {
            return
                int.TryParse(record, NumberStyles.None, Text.Invariant, out var number)
                && number >= 1
                && number <= place.Book.NewestEntry
                ? Redirect(place.Links.AsItStood(number))
                : Say("record", $"The record must be a number from 1 to {Text.Of(place.Book.NewestEntry)}");
        }
        if (FormDate.Day(day) is not { } known)
        {
            return Say("day", "The day must be a real date, such as 31 December 2016");
        }
        var first = place.Book.Entries[0].Entry.RecordedAt;
        return known < DateOnly.FromDateTime(first)
            ? Say("day", $"The day must be {Dates.Words(DateOnly.FromDateTime(first))} or later, when this Book began")
            : Redirect(place.Links.AsKnown(known));
    }

    private PageResult Say(string field, string fault)
    {
        (FaultyField, Fault) = (field, fault);
        return Page();
    }
}
