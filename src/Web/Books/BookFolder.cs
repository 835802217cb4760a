using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Openbook.Web.Books;

/// <summary>
/// Sits on the folder of pages that are about one Book: finds the Book, or answers "not found". A new page there cannot
/// forget it.
/// </summary>
internal sealed class BookFolder : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var http = context.HttpContext;
        if (Moment(http.Request.Query) is not { } asAt)
        {
            context.Result = new BadRequestResult();
            return;
        }
        var code = http.Request.RouteValues["book"] as string ?? "";
        var shelf = http.RequestServices.GetRequiredService<BookShelf>();
        if (!Code.IsValid(code) || shelf.Find(code, asAt) is not { } found)
        {
            context.Result = new NotFoundResult();
            return;
        }
        if (HttpMethods.IsPost(http.Request.Method) && asAt != AsAt.Now)
        {
            // What is recorded is recorded now.
            context.Result = new BadRequestResult();
            return;
        }
        http.RequestServices.GetRequiredService<BookOnPage>().Take(found, asAt);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }

    // Null if what the address says is no moment.
    private static AsAt? Moment(IQueryCollection query)
    {
        var (at, known) = (query["at"].ToString(), query["known"].ToString());
        if (at.Length == 0 && known.Length == 0)
        {
            return AsAt.Now;
        }
        if (at.Length > 0 && known.Length == 0)
        {
            return int.TryParse(at, System.Globalization.NumberStyles.None, Text.Invariant, out var entry) && entry > 0
                ? new AsAt(entry, null)
                : null;
        }
        return at.Length == 0 && Dates.TryParse(known, out var day) ? new AsAt(null, day) : null;
    }
}
