using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Openbook.Web.Books;
using Openbook.Web.Components;
using Openbook.Web.Costs;
using Openbook.Web.Recording;

namespace Openbook.Web.Pages.Book;

/// <summary>Removes the words of a line for good, after a look at them.</summary>
public sealed class WithholdPageModel(
    BookOnPage place,
    BookShelf shelf,
    BookRecorder recorder,
    LineReader reader,
    TimeProvider clock
) : LineRecordingPage(place, shelf, recorder, reader)
{
    /// <summary>The line as it is.</summary>
    public IReadOnlyList<(string What, string Answer)> AsItIs =>
        [
            ("Supplier", Supplier),
            ("Description", Line.Words?.Description ?? "Withheld"),
            ("Reference", Line.Words?.Reference ?? "Withheld"),
            ("Amount", Show.Pounds(Line.Amount.Pence)),
            ("Service", Service),
            ("Belongs to", Months),
        ];

    public IReadOnlyList<(string What, string Answer)> Answers =>
        [.. AsItIs, ("Reason", Reason!), ("Recorded for", Council(By!))];

    public IReadOnlyList<(string Name, string? Value)> Hidden =>
        [(nameof(Key), Key), (nameof(Reason), Reason), (nameof(By), By)];

    public async Task<IActionResult> OnGet(int entry, int row)
    {
        if (await Missing(entry, row) is { } missing)
        {
            return missing;
        }
        Key = BookRecorder.NewKey();
        By = At.Book.Look(state => state.Host);
        return Page();
    }

    public async Task<IActionResult> OnPost(int entry, int row)
    {
        if (await Missing(entry, row) is { } missing)
        {
            return missing;
        }
        if (Do is not ("check" or "record") || !Check())
        {
            return Page();
        }
        if (Do == "record")
        {
            return Record($"withhold\n{Line.Ref}\n{Reason}", Decide, _ => At.Links.Line(Line.Ref));
        }
        Try((store, state) => Decide(store, state, clock.GetUtcNow().UtcDateTime));
        return Page();
    }

    private Outcome<Act> Decide(IStore store, BookState state, DateTime now) =>
        WithholdingAct.Decide(store, state, now, Line.Ref.ToString(), (Reason!.Trim(), "The reason"), By);

    // Who sends the form again after it was recorded is told so by the recorder.
    private async Task<IActionResult?> Missing(int entry, int row) =>
        await NotThere(entry, row) ?? (Line.Words is null && !HttpMethods.IsPost(Request.Method) ? NotFound() : null);

    private bool Check()
    {
        CheckReason();
        CheckCouncil();
        return !Faults.Any;
    }
}
