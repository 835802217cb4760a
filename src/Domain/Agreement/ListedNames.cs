namespace Openbook.Domain;

/// <summary>The names of what agreements list, by code: as the newest version that lists each has them.</summary>
public static class ListedNames
{
    /// <summary>Services and overheads.</summary>
    public static IReadOnlyDictionary<string, string> OfServices(BookState book) =>
        Of(
            book,
            terms =>
                terms
                    .Overheads.Select(overhead => (overhead.Code, overhead.Name))
                    .Concat(terms.Services.Select(service => (service.Code, service.Name)))
        );

    /// <summary>Drivers.</summary>
    public static IReadOnlyDictionary<string, string> OfDrivers(BookState book) =>
        Of(book, terms => terms.Drivers.Select(driver => (driver.Code, driver.Name)));

    /// <summary>Customers.</summary>
    public static IReadOnlyDictionary<string, string> OfCustomers(BookState book) =>
        Of(book, terms => terms.Customers.Select(customer => (customer.Code, customer.Name)));

    private static Dictionary<string, string> Of(
        BookState book,
        Func<AgreementTerms, IEnumerable<(string Code, string Name)>> listed
    )
    {
        ArgumentNullException.ThrowIfNull(book);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, name) in book.Versions.SelectMany(version => listed(version.Terms)))
        {
            names[code] = name;
        }
        return names;
    }
}
