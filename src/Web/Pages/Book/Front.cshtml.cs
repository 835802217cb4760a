using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;
using Openbook.Web.Components;
using Openbook.Web.Drafts;

namespace Openbook.Web.Pages.Book;

/// <summary>A Book's front page: who shares what, the year's money, what needs doing, balances and periods.</summary>
public sealed class FrontModel(BookOnPage place, BookLedger ledger, TimeProvider clock) : PageModel
{
    /// <summary>Something that needs doing, with the link that does it.</summary>
    public sealed record Duty(string Name, string Hint, bool IsReady, string Status, string Href);

    public AgreementTerms Terms => place.Terms;

    /// <summary>The terms by which costs are shared now.</summary>
    public AgreementTerms Sharing { get; private set; } = null!;

    public string Summary { get; private set; } = "";

    public IReadOnlyList<Duty> Tasks { get; private set; } = [];

    public string NothingToDo { get; private set; } = "";

    public Statement? Balances { get; private set; }

    public string BalancesSentence { get; private set; } = "";

    public string NoBalances { get; private set; } = "";

    public MonitorReport? Budget { get; private set; }

    public string BudgetSentence { get; private set; } = "";

    public IReadOnlyList<PeriodState> Periods { get; private set; } = [];

    public string AgreementState { get; private set; } = "";

    public DateTime LastRecorded { get; private set; }

    private DateOnly Today => place.AsAt.Known ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public void OnGet()
    {
        Sharing = place.Book.Look(TermsNow);
        Summary = place.Book.Look(SummaryOf);
        Tasks = [.. place.Book.Look(state => NextSteps.Of(state, Today)).SelectMany(DutyOf)];
        NothingToDo = place.Book.Look(NothingToDoIn);
        ShowBalances();
        ShowBudget();
        Periods = place.Book.Look(PeriodState.All);
        AgreementState = place.Book.Look(AgreementStateOf);
        LastRecorded = place.Book.Look(state => state.LastRecordedAt);
    }

    // A version that was agreed early does not hold before its month.
    private static AgreementTerms TermsNow(BookState state) =>
        ((state.FirstOpen is { } open ? state.VersionInForce(open) : null) ?? state.Newest!).Terms;

    private static string SummaryOf(BookState state)
    {
        var terms = TermsNow(state);
        var host = terms.Partners.First(partner => partner.Code == terms.Host).Name;
        var ends = terms.Ends is { } month
            ? $" It {(state.FirstOpen > month ? "ended" : "ends")} on {Dates.Words(month.Last)}."
            : "";
        var since = state.IsAgreed
            ? $"Shared by {Text.Count(terms.Partners.Count, "council")} since {Dates.Words(state.Starts.First)}."
            : $"To be shared by {Text.Count(terms.Partners.Count, "council")} from {Dates.Words(terms.Starts.First)}, once all have approved.";
        return $"{since} {host} is the host.{ends}";
    }

    private IEnumerable<Duty> DutyOf(NextStep step)
    {
        switch (step)
        {
            case NextStep.Approve approve:
                yield return new Duty(
                    $"Approve version {Text.Of(approve.Version)} of the agreement",
                    $"Waits for {Text.List([.. approve.Missing.Select(NameOf)])}.",
                    false,
                    $"{Text.Of(approve.Needed.Count - approve.Missing.Count)} of {Text.Of(approve.Needed.Count)} decided",
                    place.Links.Version(approve.Version)
                );
                break;
            case NextStep.Count count:
                yield return new Duty(
                    $"Count {place.Named.Driver(count.Driver)}",
                    count.Last is { } last
                        ? $"The last count, of {Dates.Words(last)}, is too old for {count.Month.ToWords()}."
                        : "Nothing has been counted yet.",
                    false,
                    "Needed",
                    place.AsAt.IsNow ? place.Links.RecordCounts(count.Driver) : place.Links.Basis(count.Driver)
                );
                break;
            case NextStep.Issue or NextStep.Answer or NextStep.Await:
                yield return DraftDuty.Of(step, place);
                break;
            case NextStep.Close close when close.HasEnded || close.Period.IsYearEnd:
                yield return new Duty(
                    $"Close {close.Period.ToWords()}",
                    CloseHint(close),
                    close.IsReady && (close.HasCosts || close.Period.IsYearEnd),
                    close.Obstacles.Count > 0 ? Text.Count(close.Obstacles.Count, "obstacle") : "Costs to come",
                    close.IsReady && place.AsAt.IsNow
                        ? place.Links.Close(close.Period)
                        : place.Links.Period(close.Period)
                );
                break;
            default:
                break;
        }
    }

    private static string CloseHint(NextStep.Close close) =>
        close.Obstacles.Count > 0 ? close.Obstacles[0].What
        : close.HasCosts ? "Costs are in, and nothing stands against it."
        : close.Period.IsYearEnd ? "Nothing has come late for this year."
        : "No costs are recorded for it yet.";

    private static string NothingToDoIn(BookState state) =>
        state.FirstOpen is not { } open ? "Nothing."
        : state.VersionInForce(open)?.Terms.Covers(open) == true
            ? $"Nothing. {open.ToWords()} can be closed after {Dates.Words(open.Last)}."
        : "Nothing. The agreement has ended and every month of it is closed.";

    private void ShowBalances()
    {
        var period = place.Book.Look(state =>
            state.Closed.Count > 0 ? state.Closed[^1].Period
            : state.FirstOpen is { } open ? Period.Of(open)
            : (Period?)null
        );
        var statement = period is { } found ? place.Book.Statements(found) : null;
        if (statement is not { IsDone: true })
        {
            NoBalances = statement is null
                ? "Nobody pays anything until every council has approved the agreement."
                : string.Join(' ', statement.Refusals.Select(Remedies.WithWhat));
            return;
        }
        Balances = statement.Value;
        BalancesSentence = Sentence.OfBalances(Balances);
    }

    // The year of the last close, or the last one before it that has a budget: who opens an ended Book wants to see money, too.
    private void ShowBudget()
    {
        var periods = place.Book.Look(state =>
            state.Closed.Count > 0
                ? [.. state.Closed.Reverse().Select(closed => closed.Period).DistinctBy(period => period.Year)]
            : state.FirstOpen is { } open ? new[] { Period.Of(open) }
            : []
        );
        Budget = periods
            .Select(period => ledger.Monitor(period))
            .FirstOrDefault(report => report is { IsDone: true, Value.Rows.Count: > 0 })
            ?.Value;
        BudgetSentence = Budget is null ? "" : Sentence.OfBudget(Budget);
    }

    private static string AgreementStateOf(BookState state)
    {
        var newest = state.Newest!;
        return newest.Counts
            ? $"Version {Text.Of(newest.Number)}, in force since {Dates.Words(newest.InForceFrom!.Value.First)}, approved by all"
            : $"Version {Text.Of(newest.Number)} is proposed and not approved by all";
    }

    private string NameOf(string partner) => place.Names.GetValueOrDefault(partner, partner);
}
