using Microsoft.AspNetCore.Mvc;
using Openbook.Web.Books;
using Openbook.Web.Drafts;
using Openbook.Web.Recording;

namespace Openbook.Web.Pages.Book;

/// <summary>Closes a period after a look at the check list and the draft statements.</summary>
public sealed class ClosePageModel(BookOnPage place, BookShelf shelf, BookRecorder recorder, TimeProvider clock)
    : PeriodRecordingPage(place, recorder)
{
    public IReadOnlyList<CloseCheck> Checks { get; private set; } = [];

    /// <summary>What the councils say to the draft that was issued.</summary>
    public DraftOnPage? Issued { get; private set; }

    /// <summary>The statements as they would be closed; null if it cannot be closed.</summary>
    public Statement? Draft { get; private set; }

    public bool CanClose => Draft is not null && Checks.All(check => check.Result != CheckResult.Stops);

    public IActionResult OnGet(string period)
    {
        if (Missing(period) is { } missing)
        {
            return missing;
        }
        Key = BookRecorder.NewKey();
        By = At.Book.Look(state => state.Host);
        return Page();
    }

    public IActionResult OnPost(string period)
    {
        if (Missing(period) is { } missing)
        {
            return missing;
        }
        CheckCouncil();
        return Faults.Any
            ? Page()
            : Record(
                $"close\n{Period}",
                (_, state, _) => ClosingAct.Decide(state, Period, By),
                _ => At.Links.Period(Period)
            );
    }

    // There is nothing to close where a period is closed or nothing can be seen of it.
    private IActionResult? Missing(string period)
    {
        if (NoPeriod(period) is { } missing)
        {
            return missing;
        }
        if (!At.Book.Look(state => state.IsNextToClose(Period)) && TooLate() is { } late)
        {
            return late;
        }
        Issued = DraftOnPage.Of(At, Period);
        using var store = shelf.Open();
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Checks = At.Book.Look(state => CloseChecks.Of(state, Period, new StoredLines(store, state), today));
        Draft = At.Book.Statements(Period) is { IsDone: true } draft ? draft.Value : null;
        return null;
    }
}
