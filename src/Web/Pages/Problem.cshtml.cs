using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Openbook.Web.Pages;

/// <summary>What a person sees when a page is not there, cannot be shown, or something broke.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ProblemModel(SiteOptions options) : PageModel
{
    public string Heading { get; private set; } = "";

    public string What { get; private set; } = "";

    public string? Remedy { get; private set; }

    public void OnGet(int status) => Say(status);

    public void OnPost(int status) => Say(status);

    private void Say(int status)
    {
        // Somebody may have typed the address of this page.
        var asked = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        var fault = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (!asked && fault is null)
        {
            status = 404;
        }
        Response.StatusCode = status;
        (Heading, What, Remedy) = (status, fault) switch
        {
            (_, BookDamagedException damaged) => (
                "The Book is damaged",
                $"Record {Text.Of(damaged.Entry)} is not what it should be: {damaged.Message}",
                "Nothing was changed. Ask whoever runs the site to check the whole Book (openbook verify) and to compare it with another council's copy."
            ),
            // It may have been lost just when it should keep what was written.
            (_, StoreException store) => (
                "The store cannot be reached",
                store.Message,
                HttpMethods.IsPost(Request.Method) ? "Look at the Book's records before you send the form again." : null
            ),
            (404, _) => (
                "Page not found",
                "There is no page at this address. It may have been typed wrongly, or nothing of the kind is recorded.",
                null
            ),
            (400, _) => (
                "This cannot be answered",
                "The address or the form says something that cannot be understood. A form that was open for very long has to "
                    + "be opened again.",
                "Nothing was recorded. Go back and try again."
            ),
            (413, _) => ("The file is too large", "A file may have 256 megabytes at most.", "Nothing was recorded."),
            _ => (
                "Something went wrong",
                "The site could not do this, and it is not your fault.",
                "Nothing was recorded unless a page said so before. Try again, or use the command line."
            ),
        };
        if (fault is not null)
        {
            options.Log.WriteLine($"{fault.GetType().Name} on a page: {Where(fault)}");
        }
    }

    // The place in the program, never what people typed.
    private static string Where(Exception fault) => fault.StackTrace?.Split('\n')[0].Trim() ?? "no place known";
}
