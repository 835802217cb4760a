using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Openbook.Web.Books;
using Openbook.Web.Components;
using Openbook.Web.Costs;
using Openbook.Web.Drafts;
using Openbook.Web.Forms;
using Openbook.Web.Recording;

namespace Openbook.Web.Pages.Book;

/// <summary>Records a council's query about a line of a draft.</summary>
public sealed class QueryLinePageModel(
    BookOnPage place,
    BookShelf shelf,
    BookRecorder recorder,
    LineReader reader,
    TimeProvider clock
) : LineRecordingPage(place, shelf, recorder, reader)
{
    /// <summary>The period of the draft that is meant.</summary>
    [BindProperty]
    public string? Draft { get; set; }

    /// <summary>The open drafts in which the line is.</summary>
    public IReadOnlyList<DraftReport> Drafts { get; private set; } = [];

    public FormChoice DraftChoice =>
        new(
            nameof(Draft),
            "Which draft?",
            "Parts of the line are in more than one.",
            [.. Drafts.Select(draft => (BookLinks.Slug(draft.Period), Words.Begin(draft.Period.ToWords())))],
            Draft,
            Faults.Of(nameof(Draft))
        );

    public FormChoice CouncilChoice =>
        new(
            nameof(By),
            "Which council asks?",
            "There is no sign-in yet. The council's name stands on the record.",
            [
                .. Drafts
                    .SelectMany(draft => draft.Councils)
                    .Select(council => council.Council)
                    .Distinct()
                    .Select(code => (code, Council(code))),
            ],
            By,
            Faults.Of(nameof(By))
        );

    /// <summary>The line as it is.</summary>
    public IReadOnlyList<(string What, string Answer)> AsItIs =>
        [
            ("Supplier", Supplier),
            ("Amount", Show.Pounds(Line.Amount.Pence)),
            ("Service", Service),
            ("Belongs to", Months),
            (Line.Kind == CostKind.Income ? "Received by" : "Paid by", Council(Line.PaidBy)),
        ];

    public IReadOnlyList<(string What, string Answer)> Answers =>
        [
            .. AsItIs,
            ("Draft", Words.Begin(Period!.Value.ToWords())),
            ("What is asked", Reason!),
            ("Asked by", Council(By!)),
        ];

    public IReadOnlyList<(string Name, string? Value)> Hidden =>
        [(nameof(Key), Key), (nameof(Reason), Reason), (nameof(Draft), Draft), (nameof(By), By)];

    private Period? Period => BookLinks.PeriodOf(Draft);

    public async Task<IActionResult> OnGet(int entry, int row)
    {
        if (await Missing(entry, row) is { } missing)
        {
            return missing;
        }
        Key = BookRecorder.NewKey();
        Draft = Drafts.Count == 1 ? BookLinks.Slug(Drafts[0].Period) : null;
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
            return Record($"query\n{Line.Ref}\n{Draft}\n{Reason}", Decide, _ => At.Links.Period(Period!.Value));
        }
        Try((store, state) => Decide(store, state, clock.GetUtcNow().UtcDateTime));
        return Page();
    }

    private Outcome<Act> Decide(IStore store, BookState state, DateTime now) =>
        DraftActs.Query(
            store,
            state,
            now,
            new QueryAsked(Line.Ref.ToString(), Period, By!, (Reason!.Trim(), "What is asked"))
        );

    // Who sends the form again after it was recorded is told so by the recorder.
    private async Task<IActionResult?> Missing(int entry, int row)
    {
        if (await NotThere(entry, row) is { } missing)
        {
            return missing;
        }
        Drafts = OpenDrafts.With(At, Line);
        return Drafts.Count == 0 && !HttpMethods.IsPost(Request.Method) ? NotFound() : null;
    }

    private bool Check()
    {
        CheckReason("Enter what the council asks about the line", "What is asked");
        if (Period is null)
        {
            Faults.Add(nameof(Draft), "Choose the draft");
        }
        CheckCouncil();
        return !Faults.Any;
    }
}
