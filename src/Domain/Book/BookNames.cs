namespace Openbook.Domain;

/// <summary>
/// The names of everything that has a code in a Book, as the newest version of the agreement that counts has them. A version
/// that does not count yet names only what no other does. A code without a name stands for itself.
/// </summary>
public sealed class BookNames
{
    private readonly Dictionary<string, string> partners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> services = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> drivers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> customers = new(StringComparer.Ordinal);

    private BookNames() { }

    /// <summary>Councils by code.</summary>
    public IReadOnlyDictionary<string, string> Partners => partners;

    /// <summary>Services and overheads by code, in the order of the agreement.</summary>
    public IReadOnlyDictionary<string, string> Services => services;

    /// <summary>Drivers by code.</summary>
    public IReadOnlyDictionary<string, string> Drivers => drivers;

    /// <summary>The names of a Book.</summary>
    public static BookNames Of(BookState book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var names = new BookNames();
        foreach (var version in book.Versions.Where(version => version.Counts))
        {
            names.Take(version.Terms, counts: true);
        }
        foreach (var version in book.Versions.Where(version => !version.Counts))
        {
            names.Take(version.Terms, counts: false);
        }
        return names;
    }

    /// <summary>The names of a Book as the agreement has them that is in force in a month; of what it lacks, as above.</summary>
    public static BookNames In(BookState book, Month month)
    {
        var names = Of(book);
        if (book.VersionInForce(month) is { } version)
        {
            names.Take(version.Terms, counts: true);
        }
        return names;
    }

    /// <summary>A council's name.</summary>
    public string Partner(string code) => partners.GetValueOrDefault(code, code);

    /// <summary>A service's or an overhead's name.</summary>
    public string Service(string code) => services.GetValueOrDefault(code, code);

    /// <summary>A driver's name.</summary>
    public string Driver(string code) => drivers.GetValueOrDefault(code, code);

    /// <summary>A listed customer's name.</summary>
    public string Customer(string code) => customers.GetValueOrDefault(code, code);

    private void Take(AgreementTerms terms, bool counts)
    {
        foreach (var item in terms.Partners)
        {
            Take(partners, item.Code, item.Name, counts);
        }
        foreach (var item in terms.Services)
        {
            Take(services, item.Code, item.Name, counts);
        }
        foreach (var item in terms.Overheads)
        {
            Take(services, item.Code, item.Name, counts);
        }
        foreach (var item in terms.Drivers)
        {
            Take(drivers, item.Code, item.Name, counts);
        }
        foreach (var item in terms.Customers)
        {
            Take(customers, item.Code, item.Name, counts);
        }
    }

    private static void Take(Dictionary<string, string> names, string code, string name, bool counts)
    {
        if (counts || !names.ContainsKey(code))
        {
            names[code] = name;
        }
    }
}
