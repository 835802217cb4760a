using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Openbook.Web.Books;
using Openbook.Web.Components;
using Openbook.Web.Costs;
using Openbook.Web.Forms;
using Openbook.Web.Recording;

namespace Openbook.Web.Pages.Book;

/// <summary>Takes a line back and records the right one, after a look at both.</summary>
public sealed class CorrectPageModel(
    BookOnPage place,
    BookShelf shelf,
    BookRecorder recorder,
    LineReader reader,
    Consequences consequences,
    TimeProvider clock
) : LineRecordingPage(place, shelf, recorder, reader)
{
    /// <summary>One answer, as the line is and as it is to be.</summary>
    public sealed record Answer(string What, string Now, string Then);

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? RightService { get; set; }

    [BindProperty]
    public string? Month { get; set; }

    [BindProperty]
    public string? PaidBy { get; set; }

    public FormChoice ServiceChoice =>
        new(
            nameof(RightService),
            "Service",
            null,
            [.. At.Named.Services.Select(item => (item.Key, item.Value))],
            RightService,
            Faults.Of(nameof(RightService))
        );

    public FormChoice PaidByChoice =>
        new(
            nameof(PaidBy),
            Line.Kind == CostKind.Income ? "Which council received it?" : "Which council paid it?",
            null,
            [.. At.Book.Look(state => state.Partners).Select(code => (code, Council(code)))],
            PaidBy,
            Faults.Of(nameof(PaidBy))
        );

    public IReadOnlyList<Answer> Answers
    {
        get
        {
            var change = Change();
            var names = At.Named.Services;
            return
            [
                new("Amount", Show.Pounds(Line.Amount.Pence), Show.Pounds((change.Amount ?? Line.Amount).Pence)),
                new("Service", Service, change.Service is { } code ? names.GetValueOrDefault(code, code) : Service),
                new("Belongs to", Months, change.Month?.ToWords() ?? Months),
                new(
                    Line.Kind == CostKind.Income ? "Received by" : "Paid by",
                    Council(Line.PaidBy),
                    Council(change.PaidBy ?? Line.PaidBy)
                ),
                .. Posting(change),
            ];
        }
    }

    public IReadOnlyList<(string Name, string? Value)> Hidden =>
        [
            (nameof(Key), Key),
            (nameof(Amount), Amount),
            (nameof(RightService), RightService),
            (nameof(Month), Month),
            (nameof(PaidBy), PaidBy),
            (nameof(Reason), Reason),
            (nameof(By), By),
        ];

    public string RecordedFor => Council(By!);

    /// <summary>What the correction would change.</summary>
    public Effect? Effect { get; private set; }

    public async Task<IActionResult> OnGet(int entry, int row)
    {
        if (await Missing(entry, row) is { } missing)
        {
            return missing;
        }
        Key = BookRecorder.NewKey();
        By = At.Book.Look(state => state.Host);
        (Amount, RightService) = (Line.Amount.ToPlain(), Line.Service);
        (Month, PaidBy) = (Words.Begin(Line.Month.ToWords()), Line.PaidBy);
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
            return Record(
                string.Join('\n', "correct", Line.Ref, Amount, RightService, Month, PaidBy, Reason),
                Decide,
                _ => At.Links.Line(Line.Ref)
            );
        }
        if (Try((store, state) => Decide(store, state, clock.GetUtcNow().UtcDateTime)) is { Costs: { } costs })
        {
            Effect = consequences.Of("correction", new Imagined.Costs(costs.Batch));
        }
        return Page();
    }

    private Outcome<Act> Decide(IStore store, BookState state, DateTime now) =>
        Correcting.Decide(store, state, now, Line.Ref.ToString(), Change(), (Reason!.Trim(), "The reason"), By);

    // Only what was changed: a spread line stays spread while its first month is the same.
    private LineChange Change() =>
        new(
            Pounds is { } amount && amount != Line.Amount ? amount : null,
            RightService == Line.Service ? null : RightService,
            First is { } month && month != Line.Month ? month : null,
            PaidBy == Line.PaidBy ? null : PaidBy
        );

    private Money? Pounds => Money.TryParse((Amount ?? "").Trim(), out var amount) ? amount : null;

    private Month? First => FormDate.Month(Month);

    // A line that stays spread is posted month by month, which is no answer for one cell.
    private IEnumerable<Answer> Posting(LineChange change)
    {
        if (Line.ToMonth is null)
        {
            yield return new("Posted in", Posted(Line.Month), Posted(change.Month ?? Line.Month));
        }
    }

    private string Posted(Month month) =>
        Words.Begin(At.Book.Look(state => state.PostingNow.PeriodOf(month)).ToWords());

    // Who sends the form again after it was recorded is told so by the recorder.
    private async Task<IActionResult?> Missing(int entry, int row)
    {
        if (await NotThere(entry, row) is { } missing)
        {
            return missing;
        }
        var isDone = Line.Nature == CostNature.Reversal || At.Book.Look(state => state.IsReversed(Line.Ref));
        return isDone && !HttpMethods.IsPost(Request.Method) ? NotFound() : null;
    }

    private bool Check()
    {
        if (Pounds is null)
        {
            Faults.Add(nameof(Amount), "The amount must be in pounds, such as 1250.00, or -1250.00 for a credit");
        }
        if (RightService is null || !At.Named.Services.ContainsKey(RightService))
        {
            Faults.Add(nameof(RightService), "Choose the service");
        }
        if (First is null)
        {
            Faults.Add(nameof(Month), "The month must be a real month, such as October 2016");
        }
        if (PaidBy is null || !At.Book.Look(state => state.Partners.Contains(PaidBy)))
        {
            Faults.Add(nameof(PaidBy), "Choose a council");
        }
        CheckReason();
        CheckCouncil();
        return !Faults.Any;
    }
}
