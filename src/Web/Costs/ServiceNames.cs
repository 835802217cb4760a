using Openbook.Web.Books;

namespace Openbook.Web.Costs;

/// <summary>The services and overheads of a Book by code, each with its newest name, in the order of the agreement.</summary>
public static class ServiceNames
{
    /// <summary>Those of a Book.</summary>
    public static IReadOnlyDictionary<string, string> Of(ReadBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.Keep("service-names", "", Of);
    }

    private static Dictionary<string, string> Of(BookState state)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var terms in state.Versions.Where(version => version.Counts).Select(version => version.Terms))
        {
            foreach (var service in terms.Services)
            {
                names[service.Code] = service.Name;
            }
            foreach (var overhead in terms.Overheads)
            {
                names[overhead.Code] = overhead.Name;
            }
        }
        return names;
    }
}
