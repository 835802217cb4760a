using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Openbook.Web.Api;

/// <summary>
/// What the commands give with <c>--format json</c>, for programs that ask over HTTP. Nothing can be recorded through it.
/// </summary>
internal static class ReadingApi
{
    /// <summary>Where all its addresses begin.</summary>
    public static readonly PathString Root = new("/api");

    public static void Map(IEndpointRouteBuilder site)
    {
        var api = site.MapGroup($"{Root}/v1");
        api.AddEndpointFilter<KnownQuery>();
        BooksApi.Map(api);
        var book = api.MapGroup("/books/{book}");
        book.AddEndpointFilter<BookInAddress>();
        BookApi.Map(book);
        PeriodsApi.Map(book);
    }
}
