using Openbook.Web.Books;
using Openbook.Web.Components;
using Openbook.Web.Costs;

namespace Openbook.Web.Recording;

/// <summary>What recording something would do to everybody's share.</summary>
/// <param name="Result">The difference in each open period, or why it cannot be said.</param>
/// <param name="Councils">The names of councils by code, those that would join too.</param>
/// <param name="Services">The names of services by code, new ones too.</param>
public sealed record Effect(
    Outcome<ScenarioResult> Result,
    IReadOnlyDictionary<string, string> Councils,
    IReadOnlyDictionary<string, string> Services
)
{
    private const int MostNamed = 3;

    /// <summary>Whether it is how costs are shared that would change, and not the costs themselves: costs to come follow it.</summary>
    public bool IsOfSharing { get; init; } = true;

    /// <summary>Whose share would be another, by period.</summary>
    public IReadOnlyList<(Period Period, ChangedPartner Of)> Shares => Where(item => item.DifferencePence != 0);

    /// <summary>Whose balance would change otherwise than the share, because what a council paid changes; by period.</summary>
    public IReadOnlyList<(Period Period, ChangedPartner Of)> Balances =>
        Where(item => item.AfterBalancePence - item.BeforeBalancePence != item.DifferencePence);

    /// <summary>Each line of a statement that would be another.</summary>
    public IReadOnlyList<(Period Period, string Council, ChangedLine Line)> Lines =>
        [
            .. Result.Value.Periods.SelectMany(period =>
                period.Partners.SelectMany(item => item.Lines.Select(line => (period.Period, item.Partner, line)))
            ),
        ];

    /// <summary>Who would bear more or less in all, rounded, those with the largest difference first.</summary>
    public string InAll
    {
        get
        {
            var changed = Result
                .Value.Totals.Where(item => item.DifferencePence != 0)
                .OrderByDescending(item => Math.Abs(item.DifferencePence))
                .Select(item =>
                    $"{Councils.GetValueOrDefault(item.Partner, item.Partner)} {Changed.Rough(item.DifferencePence)}"
                )
                .ToList();
            return changed.Count == 0
                ? "Each council would bear the same in all: what changes evens out."
                : $"In all: {Text.List([.. changed.Take(MostNamed)])}. "
                    + (changed.Count > MostNamed ? "The table shows the others too. " : "")
                    + "Figures in this sentence are rounded.";
        }
    }

    private List<(Period, ChangedPartner)> Where(Func<ChangedPartner, bool> isChanged) =>
        [
            .. Result.Value.Periods.SelectMany(period =>
                period.Partners.Where(isChanged).Select(item => (period.Period, item))
            ),
        ];
}

/// <summary>Works out what recording something would do. Nothing is recorded.</summary>
public sealed class Consequences(BookOnPage place, BookShelf shelf)
{
    /// <summary>The effect of a change.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="change">What would be recorded.</param>
    public Effect Of(string name, Imagined change)
    {
        using var store = shelf.Open();
        var known = place.Book.Look(state => new StoredLines(store, state));
        var result = Scenario.Of(
            () => BookLoader.Load(store, place.Book.Code).State,
            known,
            name,
            [change],
            through: null
        );
        var terms = (change as Imagined.Amendment)?.Terms;
        return new Effect(
            result,
            With(place.Names, terms?.Partners.Select(partner => (partner.Code, partner.Name))),
            With(place.Named.Services, terms?.Services.Select(service => (service.Code, service.Name)))
        )
        {
            IsOfSharing = change is not Imagined.Costs,
        };
    }

    /// <summary>The effect of payments on the balances of the councils concerned, or why it cannot be said.</summary>
    public Outcome<PaymentEffect> Of(PaymentsRecorded payments)
    {
        using var store = shelf.Open();
        return PaymentEffect.Of(() => BookLoader.Load(store, place.Book.Code).State, payments);
    }

    private static Dictionary<string, string> With(
        IReadOnlyDictionary<string, string> known,
        IEnumerable<(string Code, string Name)>? more
    )
    {
        var names = known.ToDictionary();
        foreach (var (code, name) in more ?? [])
        {
            names.TryAdd(code, name);
        }
        return names;
    }
}
