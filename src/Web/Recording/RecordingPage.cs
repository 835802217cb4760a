using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;
using Openbook.Web.Forms;

namespace Openbook.Web.Recording;

/// <summary>
/// A page that records something in two steps: a form, then the answers to check. Only the second writes, after looking at
/// everything again.
/// </summary>
public abstract class RecordingPage(BookOnPage place, BookRecorder recorder) : PageModel
{
    /// <summary>The form's key, so that it is recorded once.</summary>
    [BindProperty]
    public string Key { get; set; } = "";

    /// <summary>Which button was pressed.</summary>
    [BindProperty]
    public string? Do { get; set; }

    /// <summary>For which council it is recorded.</summary>
    [BindProperty]
    public string? By { get; set; }

    /// <summary>What is wrong with the form.</summary>
    public FormFaults Faults { get; } = new();

    /// <summary>Whether the answers are shown to be checked.</summary>
    public bool IsChecking { get; protected set; }

    /// <summary>The Book.</summary>
    protected BookOnPage At => place;

    /// <summary>The choice of a council to record for.</summary>
    public FormChoice Councils =>
        new(
            "By",
            "Which council records this?",
            "There is no sign-in yet. The council's name stands on the record.",
            [.. place.Terms.Partners.Select(partner => (partner.Code, partner.Name))],
            By,
            Faults.Of("By")
        );

    /// <summary>Why nothing can be recorded here, or null: what is recorded is recorded now.</summary>
    protected IActionResult? Refused() => place.AsAt.IsNow ? null : NotFound();

    /// <summary>The council that was chosen; a fault is noted if it is none.</summary>
    protected void CheckCouncil()
    {
        if (By is null || !place.Book.Look(state => state.Partners.Contains(By)))
        {
            Faults.Add("By", "Choose the council that records this");
        }
    }

    /// <summary>Looks whether it can be recorded and gives what would be, or null; what stands against it is noted.</summary>
    protected Act? Try(Func<BookState, Outcome<Act>> decide)
    {
        var decided = place.Book.Look(decide);
        Faults.Add(decided.Refusals);
        IsChecking = decided.IsDone;
        return decided.IsDone ? decided.Value : null;
    }

    /// <summary>Records and goes on to a page, or shows what stands against it.</summary>
    /// <param name="request">What is asked, in one text.</param>
    /// <param name="decide">Decides on the Book as it is.</param>
    /// <param name="there">The page to go to.</param>
    protected IActionResult Record(
        string request,
        Func<IStore, BookState, DateTime, Outcome<Act>> decide,
        Func<Entry, string> there
    )
    {
        return GoOn(recorder.Record(Key, $"{request}\n{By}", decide), there);
    }

    /// <summary>Goes on to a page, or shows what stood against recording.</summary>
    protected IActionResult GoOn(Outcome<Recorded> recorded, Func<Entry, string> there)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        ArgumentNullException.ThrowIfNull(there);
        if (!recorded.IsDone)
        {
            Faults.Add(recorded.Refusals);
            return Page();
        }
        var entry = recorded.Value.Entry;
        var path = there(entry);
        return Redirect(
            $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}recorded={Text.Of(entry.Number)}"
        );
    }
}
