using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Openbook.Web.Books;
using Openbook.Web.Components;
using Openbook.Web.Forms;
using Openbook.Web.Recording;

namespace Openbook.Web.Pages.Book;

/// <summary>Records the host's answer to a query.</summary>
public sealed class AnswerQueryPageModel(BookOnPage place, BookRecorder recorder, TimeProvider clock)
    : RecordingPage(place, recorder)
{
    [BindProperty]
    public string? Outcome { get; set; }

    /// <summary>What the host answers.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    public int Number { get; private set; }

    /// <summary>The query.</summary>
    public QueriedLine Asked { get; private set; } = null!;

    public string HostName => Name(Host);

    public FormChoice OutcomeChoice =>
        new(
            nameof(Outcome),
            "What becomes of the line?",
            "A line is not corrected by this: correct it on its own page, then issue a new draft.",
            [
                (QueryAnswered.WordOf(QueryOutcome.Stands), "It stands as it is"),
                (QueryAnswered.WordOf(QueryOutcome.ToCorrect), "It will be corrected"),
            ],
            Outcome,
            Faults.Of(nameof(Outcome))
        );

    public IReadOnlyList<(string What, string Answer)> Question =>
        [
            ("Draft", $"{Words.Begin(Asked.Period.ToWords())}, draft {Text.Of(Asked.Fact.Draft)}"),
            ("Asked by", $"{Name(Asked.Council)}, {Dates.Words(Asked.On)}"),
            ("What is asked", Asked.Fact.Words),
        ];

    public IReadOnlyList<(string What, string Answer)> Answers =>
        [
            .. Question,
            ("Line", Chosen == QueryOutcome.Stands ? "It stands as it is" : "It will be corrected"),
            ("Answer", Reason!),
            ("Recorded for", $"{HostName}, the host"),
        ];

    public IReadOnlyList<(string Name, string? Value)> Hidden =>
        [(nameof(Key), Key), (nameof(Outcome), Outcome), (nameof(Reason), Reason)];

    private string Host => At.Book.Look(state => state.HostOf(Asked.Period));

    private QueryOutcome? Chosen =>
        QueryAnswered.OutcomeWords.ToList().IndexOf(Outcome ?? "") is >= 0 and var at ? (QueryOutcome)at : null;

    public IActionResult OnGet(int query)
    {
        if (Missing(query) is { } missing)
        {
            return missing;
        }
        Key = BookRecorder.NewKey();
        return Page();
    }

    public IActionResult OnPost(int query)
    {
        if (Missing(query) is { } missing)
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
                $"answer\n{Text.Of(Number)}\n{Outcome}\n{Reason}",
                (_, state, now) => Decide(state, now),
                _ => At.Links.Period(Asked.Period)
            );
        }
        Try(state => Decide(state, clock.GetUtcNow().UtcDateTime));
        return Page();
    }

    private Outcome<Act> Decide(BookState state, DateTime now) =>
        DraftActs.Answer(state, now, new AnswerGiven(Number, Chosen!.Value, null, (Reason!.Trim(), "The answer")));

    private bool Check()
    {
        if (Chosen is null)
        {
            Faults.Add(nameof(Outcome), "Choose whether the line stands or will be corrected");
        }
        Faults.CheckText(
            nameof(Reason),
            Reason,
            "Enter the answer, so that the council can understand it",
            "The answer"
        );
        return !Faults.Any;
    }

    // Who sends the form again after it was recorded is told so by the recorder.
    private IActionResult? Missing(int query)
    {
        if (Refused() is { } refused)
        {
            return refused;
        }
        Number = query;
        if (At.Book.Look(state => state.FindQuery(query)) is not { } found)
        {
            return NotFound();
        }
        Asked = found;
        return found.IsOpen || HttpMethods.IsPost(Request.Method) ? null : NotFound();
    }

    private string Name(string council) => At.Names.GetValueOrDefault(council, council);
}
