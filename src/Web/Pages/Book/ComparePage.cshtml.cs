using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;
using Openbook.Web.Components;

namespace Openbook.Web.Pages.Book;

/// <summary>Why a council bears more or less than in another period, by cause.</summary>
public sealed class ComparePageModel(BookOnPage place) : PageModel
{
    public Period Period { get; private set; }

    public string Partner { get; private set; } = "";

    public string Council => place.Names[Partner];

    /// <summary>The period compared with; null if there is none.</summary>
    public Period? With { get; private set; }

    public Comparison? Found { get; private set; }

    public string Answer { get; private set; } = "";

    /// <summary>What is wrong with the periods that were chosen; null if nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>The periods that can be chosen, newest first.</summary>
    public IReadOnlyList<Period> Periods { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Services { get; private set; } = new Dictionary<string, string>();

    /// <summary>The causes that there are, each with what it comes to over all services.</summary>
    public IReadOnlyList<(CauseKind Kind, long Pence)> Causes { get; private set; } = [];

    /// <param name="period">The period asked about.</param>
    /// <param name="partner">The council.</param>
    /// <param name="with">The period compared with; the one before if it is left out.</param>
    /// <param name="of">Another period to ask about, as the form has it.</param>
    public IActionResult OnGet(string period, string partner, [FromQuery] string? with, [FromQuery] string? of)
    {
        if (
            BookLinks.PeriodOf(period) is not { } asked
            || !place.Names.ContainsKey(partner)
            || place.Book.Statements(asked) is not { IsDone: true } after
        )
        {
            return NotFound();
        }
        (Period, Partner) = (asked, partner);
        if (BookLinks.PeriodOf(of) is { } chosen && chosen != asked)
        {
            return Redirect(
                BookLinks.PeriodOf(with) is { } other
                    ? place.Links.Compare(chosen, partner, other)
                    : place.Links.Compare(chosen, partner)
            );
        }
        Periods =
        [
            .. place.Book.Look(PeriodState.All).Where(item => item.IsClosed || item.IsNext).Select(item => item.Period),
        ];
        Services = place.Named.Services;
        With = string.IsNullOrEmpty(with) ? place.Book.Look(Before) : BookLinks.PeriodOf(with);
        Fault = FaultIn(with, of);
        if (Fault is null && With is { } before)
        {
            Compare(place.Book.Statements(before), after.Value);
        }
        return Page();
    }

    public string NameOf(string service) => Services.GetValueOrDefault(service, service);

    private void Compare(Outcome<Statement> before, Statement after)
    {
        var found = before.IsDone
            ? ComparePeriods.Of(before.Value, after, Partner)
            : Outcome<Comparison>.Refused(before.Refusals);
        if (!found.IsDone)
        {
            Fault = string.Join(' ', found.Refusals.Select(Remedies.WithWhat));
            return;
        }
        Found = found.Value;
        Answer = Changed.Answer(Found, place, Services);
        Causes =
        [
            .. Enum.GetValues<CauseKind>()
                .Where(kind => Found.Causes.Any(cause => cause.Kind == kind))
                .Select(kind => (kind, Found.Of(kind))),
        ];
    }

    private string? FaultIn(string? with, string? of) =>
        !string.IsNullOrEmpty(of) && BookLinks.PeriodOf(of) is null
            ? $"\"{of}\" is no period. Choose one from the list."
        : !string.IsNullOrEmpty(with) && With is null ? $"\"{with}\" is no period. Choose one from the list."
        : null;

    // A month is compared with the month closed before it, whatever year-end period was closed in between.
    private Period? Before(BookState state)
    {
        var closing = state.FindClosed(Period)?.Entry ?? int.MaxValue;
        return state
            .Closed.LastOrDefault(item => item.Entry < closing && (Period.IsYearEnd || !item.Period.IsYearEnd))
            ?.Period;
    }
}
