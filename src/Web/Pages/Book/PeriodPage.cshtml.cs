using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;
using Openbook.Web.Components;
using Openbook.Web.Drafts;

namespace Openbook.Web.Pages.Book;

/// <summary>A period: who owes whom, and each service's costs and shares.</summary>
public sealed class PeriodPageModel(BookOnPage place) : PageModel
{
    /// <summary>A service in the period.</summary>
    /// <param name="Code">Its code.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Pence">What its shares come to.</param>
    /// <param name="Shares">Each council's share in pence.</param>
    public sealed record ServiceRow(
        string Code,
        string Name,
        long Pence,
        IReadOnlyList<(string Partner, long Pence)> Shares
    );

    public Period Period { get; private set; }

    public Statement? Statement { get; private set; }

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public IReadOnlyList<ServiceRow> Services { get; private set; } = [];

    public IReadOnlyList<string> Adjustments { get; private set; } = [];

    public IReadOnlyList<string> Late { get; private set; } = [];

    /// <summary>What the councils say to its draft; null if none was issued and none can be.</summary>
    public DraftOnPage? Draft { get; private set; }

    /// <summary>Whether it is the next to be closed, and nothing is looked at as it stood.</summary>
    public bool CanBeClosed => place.AsAt.IsNow && place.Book.Look(state => state.IsNextToClose(Period));

    public IActionResult OnGet(string period)
    {
        if (
            BookLinks.PeriodOf(period) is not { } asked
            || place.Book.Look(state => Closing.IsAfterTheEnd(state, asked))
        )
        {
            return NotFound();
        }
        Period = asked;
        Draft = DraftOnPage.Of(place, asked);
        var statement = place.Book.Statements(asked);
        if (!statement.IsDone)
        {
            Refusals = statement.Refusals;
            return Page();
        }
        Statement = statement.Value;
        var lines = Statement
            .Partners.SelectMany(partner => partner.Lines.Select(line => (partner.Figures.Partner, line)))
            .ToList();
        Services =
        [
            .. lines
                .GroupBy(item => item.line.Pool.Key.Service)
                .OrderBy(group => place.Book.Look(state => state.Services.ToList().IndexOf(group.Key)))
                .Select(group => new ServiceRow(
                    group.Key,
                    NameOf(group.Key),
                    group.Sum(item => item.line.Part.Pence),
                    [
                        .. Statement.Partners.Select(partner =>
                            (
                                partner.Figures.Partner,
                                group
                                    .Where(item => item.Partner == partner.Figures.Partner)
                                    .Sum(item => item.line.Part.Pence)
                            )
                        ),
                    ]
                )),
        ];
        var pools = lines.Select(item => item.line.Pool).Distinct().ToList();
        Adjustments = [.. pools.Where(pool => pool.IsTrueUp).Select(Adjustment).Distinct()];
        Late = [.. pools.Where(IsLate).Select(LateItem).Distinct()];
        return Page();
    }

    private bool IsLate(SplitPool pool) => !pool.IsTrueUp && pool.Key.ForMonth < Period.Month;

    private string Adjustment(SplitPool pool) =>
        $"{NameOf(pool.Key.Service)}, {pool.Key.ForMonth.ToWords()}: {Show.Pounds(pool.Pence)} is shared anew "
        + $"by {Basis.Of(pool.Weights, place.Named)}.";

    private string LateItem(SplitPool pool) =>
        $"{NameOf(pool.Key.Service)}, {pool.Key.ForMonth.ToWords()}: {Show.Pounds(pool.Pence)}, {Words.BeginSmall(Show.Kind(pool.Key, place.Named))}.";

    private string NameOf(string service) =>
        place.Book.Look(state => state.VersionInForce(Period.Month)?.Terms.FindService(service)?.Name)
        ?? place.Named.Service(service);
}
