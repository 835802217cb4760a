using Openbook.Web.Books;
using Openbook.Web.Costs;

namespace Openbook.Web.Searching;

/// <summary>Something found.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Detail">What more there is to say, or empty.</param>
/// <param name="Href">Where it is.</param>
/// <param name="Pence">Of a line its amount in pence, else null.</param>
public sealed record Hit(string Name, string Detail, string Href, long? Pence = null);

/// <summary>Finds what a Book has a page for, by its name, number or code. Lines by their words are found elsewhere.</summary>
public sealed class BookSearch(BookOnPage place)
{
    private BookLinks Links => place.Links;

    /// <summary>Services and overheads: their costs.</summary>
    public IReadOnlyList<Hit> Services(string asked) =>
        [
            .. place
                .Named.Services.Where(item => Holds(item.Value, asked) || Holds(item.Key, asked))
                .Select(item => new Hit(item.Value, "Costs of the service", Links.CostsWith($"service={item.Key}"))),
        ];

    /// <summary>Councils: their last statement, or what they paid.</summary>
    public IReadOnlyList<Hit> Councils(string asked)
    {
        var last = place.Book.Look(state => state.Closed.Count > 0 ? state.Closed[^1].Period : (Period?)null);
        return
        [
            .. place
                .Names.Where(item => Holds(item.Value, asked) || Holds(item.Key, asked))
                .Select(item =>
                    last is { } period && HasStatement(period, item.Key)
                        ? new Hit(
                            item.Value,
                            $"Statement of {period.ToWords()}, which was closed last",
                            Links.Statement(period, item.Key)
                        )
                        : new Hit(item.Value, "What it paid or received", Links.CostsWith($"council={item.Key}"))
                ),
        ];
    }

    /// <summary>Customers: the income from them.</summary>
    public IReadOnlyList<Hit> Customers(string asked) =>
        [
            .. place
                .Terms.Customers.Where(customer => Holds(customer.Name, asked) || Holds(customer.Code, asked))
                .Select(customer => new Hit(
                    customer.Name,
                    "Income from this customer",
                    Links.CostsWith($"kind=income&supplier={customer.Code}")
                )),
        ];

    /// <summary>Periods by a part of their name or number.</summary>
    public IReadOnlyList<Hit> Periods(string asked) =>
        [
            .. place
                .Book.Look(PeriodState.All)
                .Where(item => Holds(item.Period.ToWords(), asked) || Holds(item.Period.ToString(), asked))
                .Select(item => new Hit(
                    Domain.Words.Begin(item.Period.ToWords()),
                    item.Word,
                    Links.Period(item.Period)
                )),
        ];

    /// <summary>A record by its number: <c>12</c>, <c>record 12</c>.</summary>
    public IReadOnlyList<Hit> Records(string asked)
    {
        var number =
            asked.Split(' ') is [var word, var rest] && word.Equals("record", StringComparison.OrdinalIgnoreCase)
                ? rest
                : asked;
        return
            int.TryParse(number, System.Globalization.NumberStyles.None, Text.Invariant, out var entry)
            && entry >= 1
            && entry <= place.Book.LastEntry
            ?
            [
                new Hit(
                    $"Record {number}",
                    Sentences.Of(place.Book.Entries[entry - 1].Entry.Fact, place.Named),
                    Links.Entry(entry)
                ),
            ]
            : [];
    }

    /// <summary>A statement by its number: <c>cih/2016-10/camden/1</c>.</summary>
    public IReadOnlyList<Hit> Statements(string asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var parts = asked.Split('/');
        return
            parts.Length >= 4
            && parts[0] == place.Book.Code
            && Period.TryParse(string.Join('/', parts[1..^2]), out var period)
            && HasStatement(period, parts[^2])
            && parts[^1] == "1"
            ? [new Hit($"Statement {asked}", place.Names[parts[^2]], Links.Statement(period, parts[^2]))]
            : [];
    }

    private bool HasStatement(Period period, string partner) =>
        place.Book.Statements(period) is { IsDone: true } found
        && found.Value.Partners.Any(item => item.Figures.Partner == partner);

    private static bool Holds(string text, string asked) => text.Contains(asked, StringComparison.OrdinalIgnoreCase);
}
