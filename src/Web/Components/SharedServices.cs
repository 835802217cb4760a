namespace Openbook.Web.Components;

/// <summary>Services whose costs the same councils share in the same way.</summary>
/// <param name="Services">Their names, in the order of the agreement.</param>
/// <param name="How">How they are shared: <c>shared equally</c>.</param>
/// <param name="Councils">The codes of the councils that bear something of them, in the order of the agreement.</param>
public sealed record SharedServices(IReadOnlyList<string> Services, string How, IReadOnlyList<string> Councils)
{
    private const int MostNames = 3;

    /// <summary>Their names as far as they are few: <c>Servers, Networks and 4 more</c>.</summary>
    public string Names => NamesOf(Services.Count <= MostNames ? Services.Count : MostNames - 1);

    /// <summary>As many of their names as go into so many characters.</summary>
    public string NamesWithin(int most)
    {
        var names = Enumerable.Range(1, Services.Count).Reverse().Select(NamesOf);
        return names.FirstOrDefault(text => text.Length <= most) ?? NamesOf(1);
    }

    private string NamesOf(int count) =>
        count == Services.Count
            ? Text.List(Services)
            : $"{string.Join(", ", Services.Take(count))} and {Text.Of(Services.Count - count)} more";

    /// <summary>The services of an agreement, those that are shared alike together.</summary>
    public static IReadOnlyList<SharedServices> Of(AgreementTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return
        [
            .. terms
                .Services.GroupBy(service => (service.Share.Word, Who: string.Join(' ', WhoBears(service))))
                .Select(alike => new SharedServices(
                    [.. alike.Select(service => service.Name)],
                    WayOf(terms, [.. alike.Select(service => service.Share)]),
                    WhoBears(alike.First())
                )),
        ];
    }

    /// <summary>
    /// Who shares what in a sentence: <c>Servers and Networks are shared equally by Ash Council and Beech Council.</c> Of
    /// several ways the number of services of each.
    /// </summary>
    public static string Sentence(AgreementTerms terms)
    {
        var groups = Of(terms);
        var first = groups[0];
        if (groups.Count == 1)
        {
            var are = first.Services.Count == 1 ? "is" : "are";
            return terms.Services[0].Share is SharingRule.Direct
                ? $"{first.Names} {are} {first.How}."
                : $"{first.Names} {are} {first.How} by {ListOf(terms, first.Councils)}.";
        }
        var ways = groups
            .GroupBy(group => group.How)
            .Select(way => (way.Key, Count: way.Sum(group => group.Services.Count)))
            .Select(
                (way, i) =>
                    $"{(i == 0 ? Text.Count(way.Count, "service") : Text.Of(way.Count))} {(way.Count == 1 ? "is" : "are")} {way.Key}"
            );
        return $"{Text.List([.. ways])}.";
    }

    /// <summary>The customers in a sentence, or nothing if there are none.</summary>
    public static string OfCustomers(AgreementTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return terms.Customers.Count switch
        {
            0 => "",
            1 => $"{terms.Customers[0].Name} is a customer.",
            <= MostNamed => $"{Text.List([.. terms.Customers.Select(customer => customer.Name)])} are customers.",
            _ => $"{Text.Of(terms.Customers.Count)} other bodies are customers.",
        };
    }

    private const int MostNamed = 5;

    private static string ListOf(AgreementTerms terms, IReadOnlyList<string> codes) =>
        codes.Count > MostNamed
            ? Text.Count(codes.Count, "council")
            : Text.List([
                .. terms.Partners.Where(partner => codes.Contains(partner.Code)).Select(partner => partner.Name),
            ]);

    private static List<string> WhoBears(Service service) =>
        service.Share switch
        {
            SharingRule.Direct direct => [direct.Partner],
            SharingRule.Fixed stated =>
            [
                .. service.Partners.Where(code =>
                    stated.Weights.Any(weight => weight.Partner == code && weight.Weight.Millionths > 0)
                ),
            ],
            _ => [.. service.Partners],
        };

    private static string WayOf(AgreementTerms terms, List<SharingRule> alike) =>
        alike[0] switch
        {
            SharingRule.Fixed => "shared in fixed parts",
            SharingRule.ByDriver driver => alike.TrueForAll(rule => rule == driver)
                ? $"shared by {DriverName(terms, driver.Driver)}"
                : "shared by counts",
            SharingRule.Direct direct => $"borne by {ListOf(terms, [direct.Partner])}",
            _ => "shared equally",
        };

    private static string DriverName(AgreementTerms terms, string code) =>
        terms.Drivers.FirstOrDefault(driver => driver.Code == code)?.Name ?? code;
}
