using Openbook.Web.Books;

namespace Openbook.Web.Costs;

/// <summary>The services and overheads of a Book by code, each with its newest name, in the order of the agreement.</summary>
public static class ServiceNames
{
    /// <summary>Those of a Book.</summary>
    public static IReadOnlyDictionary<string, string> Of(ReadBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.Keep("service-names", "", state => BookNames.Of(state).Services);
    }
}
