using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Openbook.Web.Books;

namespace Openbook.Web.Api;

/// <summary>Finds the Book that an address is about, at the moment asked for, or says why it cannot be shown.</summary>
internal sealed class BookInAddress : IEndpointFilter
{
    public const string At = "at";

    public const string Known = "known";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return Take(http) is { } problem ? new(problem) : next(context);
    }

    private static Problem? Take(HttpContext http)
    {
        int? entry = null;
        if (http.Request.Query.TryGetValue(At, out var at))
        {
            if (Numbers.Of(at.ToString()) is not { } number)
            {
                return Problem.Wrong($"{At}: \"{at}\" is not a whole number. Give the number of an entry.");
            }
            entry = number;
        }
        DateOnly? day = null;
        if (http.Request.Query.TryGetValue(Known, out var known))
        {
            if (!Dates.TryParse(known.ToString(), out var date))
            {
                return Problem.Wrong(Refuse.BadDate.Because($"{Known}: \"{known}\" is not a date."));
            }
            day = date;
        }
        return Take(http, new AsAt(entry, day));
    }

    private static Problem? Take(HttpContext http, AsAt asAt)
    {
        var code = (string)http.Request.RouteValues["book"]!;
        var shelf = http.RequestServices.GetRequiredService<BookShelf>();
        var now = Code.IsValid(code) ? shelf.Find(code, AsAt.Now) : null;
        var found = now is null ? null : shelf.Find(code, asAt);
        if (asAt.Fault(code, now?.LastEntry ?? 0, found?.LastEntry ?? 0) is { } refusal)
        {
            return Problem.NotThere(refusal);
        }
        http.RequestServices.GetRequiredService<BookOnPage>().Take(found!, asAt);
        return null;
    }
}
