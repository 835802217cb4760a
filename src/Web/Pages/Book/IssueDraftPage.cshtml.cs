using Microsoft.AspNetCore.Mvc;
using Openbook.Web.Books;
using Openbook.Web.Drafts;
using Openbook.Web.Forms;
using Openbook.Web.Recording;

namespace Openbook.Web.Pages.Book;

/// <summary>Issues the draft of a period to the councils, for the host.</summary>
public sealed class IssueDraftPageModel(BookOnPage place, BookRecorder recorder, TimeProvider clock)
    : PeriodRecordingPage(place, recorder)
{
    [BindProperty]
    public string? Until { get; set; }

    /// <summary>What the statements came to when they were looked at.</summary>
    [BindProperty]
    public string? Figures { get; set; }

    /// <summary>The statements as drafted; null if they cannot be worked out.</summary>
    public Statement? Statement { get; private set; }

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    /// <summary>Whether no draft of the period can be issued any more, as when it was closed in the meantime.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The draft that this one replaces.</summary>
    public int? Replaced { get; private set; }

    public string HostName => At.Names.GetValueOrDefault(Host!, Host!);

    public IReadOnlyList<(string What, string Answer)> Answers =>
        [
            ("Period", Period.ToWords()),
            ("To be answered by", Dates.Words(Day!.Value)),
            ("Recorded for", $"{HostName}, the host"),
        ];

    public IReadOnlyList<(string Name, string? Value)> Hidden =>
        [(nameof(Key), Key), (nameof(Until), Until), (nameof(Figures), StatementJson.Sha256(Statement!))];

    // Null where no draft can be issued.
    private string? Host { get; set; }

    private DateOnly? Day => FormDate.Day(Until);

    public IActionResult OnGet(string period)
    {
        if (Missing(period) is { } missing)
        {
            return missing;
        }
        Key = BookRecorder.NewKey();
        Until = Dates.Words(IssueDraft.UsualUntil(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));
        return Page();
    }

    public IActionResult OnPost(string period)
    {
        if (Missing(period) is { } missing)
        {
            return missing;
        }
        if (Do is not ("check" or "record") || (!IsOver && !Check()))
        {
            return Page();
        }
        if (Do == "record")
        {
            return Record(
                $"issue\n{Period}\n{Until}\n{Figures}",
                (_, state, now) => AsSeen(DraftActs.Issue(state, now, Period, Day, Host)),
                _ => At.Links.Period(Period)
            );
        }
        Try(state => DraftActs.Issue(state, clock.GetUtcNow().UtcDateTime, Period, Day, Host));
        return Page();
    }

    // Nobody issues figures that were not on the page.
    private Outcome<Act> AsSeen(Outcome<Act> decided) =>
        decided.IsDone && ((DraftIssued)decided.Value.Fact!).StatementSha256 != Figures
            ? Refuse.DraftOvertaken.Because("The figures changed while you looked at them. Check them again.")
            : decided;

    private bool Check()
    {
        if (Day is null)
        {
            Faults.Add(nameof(Until), "The day must be a real date, such as 10 November 2016");
        }
        else if (Day < DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
        {
            Faults.Add(nameof(Until), "The day must be today or later");
        }
        return !Faults.Any;
    }

    private IActionResult? Missing(string period)
    {
        if (NoPeriod(period) is { } missing)
        {
            return missing;
        }
        if (DraftOnPage.Of(At, Period) is not { CanAct: true } draft)
        {
            IsOver = true;
            return TooLate();
        }
        (Host, Replaced) = (draft.Report.Host, draft.Report.Draft?.Entry);
        var statement = At.Book.Statements(Period);
        (Statement, Refusals) = (statement.IsDone ? statement.Value : null, statement.Refusals);
        return null;
    }
}
