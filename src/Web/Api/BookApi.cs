using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Openbook.Web.Books;

namespace Openbook.Web.Api;

/// <summary>A Book and its entries.</summary>
internal static class BookApi
{
    public static void Map(IEndpointRouteBuilder book)
    {
        book.MapGet("", Whole).Asks();
        book.MapGet("/entries", Entries).Asks("after");
        book.MapGet("/entries/{number}", Entry).Asks();
    }

    private static IResult Whole(BookOnPage place) => Answer.Of(place.Book.Look(BookJson.Of));

    private static IResult Entries(string? after, BookOnPage place) =>
        Numbers.Of(after ?? "0") is { } number
            ? Answer.Of(EntriesJson.Of(place.Book.Entries.Where(stored => stored.Entry.Number > number)))
            : Problem.Wrong($"after: \"{after}\" is not a whole number. Give the number of an entry.");

    // The stored bytes themselves, so that anyone can work out the hash.
    private static IResult Entry(string number, BookOnPage place)
    {
        if (Numbers.Of(number) is not { } asked)
        {
            return Problem.Wrong($"\"{number}\" is not a whole number. Give the number of an entry.");
        }
        return place.Book.Entries.FirstOrDefault(stored => stored.Entry.Number == asked) is { } found
            ? Answer.Of(found.Bytes)
            : Problem.NotThere($"There is no entry {number}; the last is {Text.Of(place.Book.LastEntry)}.");
    }
}
