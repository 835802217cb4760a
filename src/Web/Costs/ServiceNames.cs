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
        // A version that does not count yet names what others do not, no more.
        foreach (var version in state.Versions.OrderByDescending(version => version.Counts))
        {
            var services = version.Terms.Services.Select(service => (service.Code, service.Name));
            foreach (
                var (code, name) in services.Concat(version.Terms.Overheads.Select(item => (item.Code, item.Name)))
            )
            {
                names[code] = version.Counts ? name : names.GetValueOrDefault(code, name);
            }
        }
        return names;
    }
}
