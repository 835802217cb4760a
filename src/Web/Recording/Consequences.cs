using Openbook.Web.Books;
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
);

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
            With(ServiceNames.Of(place.Book), terms?.Services.Select(service => (service.Code, service.Name)))
        );
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
