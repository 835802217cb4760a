using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Openbook.Web.Api;

/// <summary>Sees to it that whatever goes wrong under the API's addresses is answered as a problem, never as a page.</summary>
internal static class ApiFaults
{
    public static void Use(IApplicationBuilder app, SiteOptions options) =>
        app.Use(
            (context, next) =>
                context.Request.Path.StartsWithSegments(ReadingApi.Root, StringComparison.OrdinalIgnoreCase)
                    ? Answered(context, next, options)
                    : next(context)
        );

    private static async Task Answered(HttpContext context, RequestDelegate next, SiteOptions options)
    {
        try
        {
            await next(context);
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            // The kind and the place in the program, never what a Book says.
            var where = fault.StackTrace?.Split('\n')[0].Trim() ?? "no place known";
            options.Log.WriteLine($"{fault.GetType().Name} in the API: {where}");
            await Of(fault).ExecuteAsync(context);
            return;
        }
        if (context.Response is { StatusCode: >= 400, HasStarted: false, ContentType: null } answer)
        {
            await new Problem(answer.StatusCode, InWords(answer.StatusCode)).ExecuteAsync(context);
        }
    }

    private static Problem Of(Exception fault) =>
        fault switch
        {
            BookDamagedException damaged => new Problem(
                StatusCodes.Status500InternalServerError,
                $"{damaged.Message} Nothing was changed. Run openbook verify, and compare with a partner's copy."
            )
            {
                Entry = damaged.Entry,
            },
            StoreException store => new Problem(StatusCodes.Status503ServiceUnavailable, store.Message),
            _ => new Problem(
                StatusCodes.Status500InternalServerError,
                "The site could not do this, and it is not your fault. Use the command line."
            ),
        };

    private static string InWords(int status) =>
        status switch
        {
            StatusCodes.Status404NotFound =>
                "There is nothing at this address. /openapi/v1.json describes every address that there is.",
            StatusCodes.Status405MethodNotAllowed => "The API only reads: ask with GET.",
            _ => "The request cannot be understood.",
        };
}
