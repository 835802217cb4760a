using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Openbook.Exchange;
using Openbook.Web.Books;

namespace Openbook.Web.Api;

/// <summary>The Books of the store, and the check of one, which reads the store itself and no moment of it.</summary>
internal static class BooksApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/books", All);
        api.MapGet("/books/{book}/verify", Verify);
    }

    private static IResult All(BookShelf shelf) =>
        Answer.Of(new JsonArray([.. shelf.All().Select(book => book.Look(BookJson.Of))]));

    // A damaged Book is not looked for on the shelf: that it is damaged is the answer.
    private static IResult Verify(string book, SiteOptions options)
    {
        using var store = options.OpenStore();
        var report =
            store is not null && Code.IsValid(book) ? Verification.Run(store, book, AgreementText.Reread) : null;
        return report is null or { Entries: 0, IsSound: true }
            ? Problem.NotThere(Refuse.BookUnknown.Because($"There is no Book \"{book}\"."))
            : Answer.Of(VerifyJson.Of(report));
    }
}
