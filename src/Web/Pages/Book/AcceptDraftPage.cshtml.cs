using Microsoft.AspNetCore.Mvc;
using Openbook.Web.Books;
using Openbook.Web.Drafts;
using Openbook.Web.Forms;
using Openbook.Web.Recording;

namespace Openbook.Web.Pages.Book;

/// <summary>Records that a council accepts the draft of a period.</summary>
public sealed class AcceptDraftPageModel(BookOnPage place, BookRecorder recorder, TimeProvider clock)
    : PeriodRecordingPage(place, recorder)
{
    /// <summary>The draft that was looked at.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>The draft's number.</summary>
    public int Draft { get; private set; }

    public DateOnly Until { get; private set; }

    /// <summary>The figures of the council that accepts.</summary>
    public PartnerFigures? Mine =>
        At.Book.Statements(Period) is { IsDone: true } statement
            ? statement.Value.Partners.FirstOrDefault(partner => partner.Figures.Partner == By)?.Figures
            : null;

    public FormChoice CouncilChoice =>
        new(
            nameof(By),
            "Which council accepts it?",
            "There is no sign-in yet. The council's name stands on the record.",
            [.. Waiting.Select(council => (council.Council, Name(council.Council)))],
            By,
            Faults.Of(nameof(By))
        );

    public IReadOnlyList<(string What, string Answer)> Answers =>
        [
            ("Council", Name(By!)),
            ("Accepts", $"draft {Text.Of(Draft)} of {Period.ToWords()}"),
            .. Settled.Length > 0 ? new[] { ("Settles", Settled) } : [],
        ];

    public IReadOnlyList<(string Name, string? Value)> Hidden =>
        [(nameof(Key), Key), (nameof(By), By), (nameof(Seen), Text.Of(Seen))];

    private IReadOnlyList<CouncilAnswer> Waiting { get; set; } = [];

    private IReadOnlyList<QueriedLine> OpenQueries { get; set; } = [];

    private string Settled =>
        string.Join(
            ", ",
            OpenQueries
                .Where(query => query.Council == By)
                .Select(query => $"query {Text.Of(query.Entry)} about line {query.Fact.Line}, without an answer")
        );

    public IActionResult OnGet(string period)
    {
        if (Missing(period) is { } missing)
        {
            return missing;
        }
        Key = BookRecorder.NewKey();
        Seen = Draft;
        return Page();
    }

    public IActionResult OnPost(string period)
    {
        if (Missing(period) is { } missing)
        {
            return missing;
        }
        CheckCouncil();
        if (Do is not ("check" or "record") || Faults.Any)
        {
            return Page();
        }
        if (Do == "record")
        {
            var answer = Record($"accept\n{Period}\n{Text.Of(Seen)}", Decide, _ => At.Links.Period(Period));
            SeeTheNewest();
            return answer;
        }
        Try(state => Decide(null, state, clock.GetUtcNow().UtcDateTime));
        SeeTheNewest();
        return Page();
    }

    // The page shows the newest draft, so that sending it again is about that one. While it is checked it is the one seen.
    private void SeeTheNewest() => Seen = Draft;

    private Outcome<Act> Decide(IStore? store, BookState state, DateTime now) =>
        DraftActs.Accept(state, now, Period, Seen, By!);

    private IActionResult? Missing(string period)
    {
        if (NoPeriod(period) is { } missing)
        {
            return missing;
        }
        var draft = DraftOnPage.Of(At, Period);
        if (draft is not { CanBeAccepted: true } && TooLate() is { } late)
        {
            return late;
        }
        Draft = draft?.Report.Draft?.Entry ?? 0;
        Until = draft?.Report.Draft?.Until ?? default;
        Waiting = [.. draft?.Report.Councils.Where(council => council.Answer != DraftAnswer.Accepted) ?? []];
        OpenQueries = [.. draft?.Report.OpenQueries ?? []];
        return null;
    }

    private string Name(string council) => At.Names.GetValueOrDefault(council, council);
}
