using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Openbook.Web.Books;
using Openbook.Web.Components;

namespace Openbook.Web.Recording;

/// <summary>A page that records something about one period.</summary>
public abstract class PeriodRecordingPage(BookOnPage place, BookRecorder recorder) : RecordingPage(place, recorder)
{
    public Period Period { get; private set; }

    /// <summary>The way to the page.</summary>
    public IReadOnlyList<Crumb> Crumbs =>
        [
            new("All Books", "/"),
            new("Overview", At.Links.Front),
            new("Periods", At.Links.Periods),
            new(Words.Begin(Period.ToWords()), At.Links.Period(Period)),
        ];

    /// <summary>Takes the period of an address, or says that it names none or that nothing can be recorded here.</summary>
    protected IActionResult? NoPeriod(string slug)
    {
        if (Refused() is { } refused)
        {
            return refused;
        }
        if (BookLinks.PeriodOf(slug) is not { } asked)
        {
            return NotFound();
        }
        Period = asked;
        return null;
    }

    /// <summary>Where nothing can be recorded any more: who sends the form again after it was recorded is told so by the recorder.</summary>
    protected IActionResult? TooLate() => HttpMethods.IsPost(Request.Method) ? null : NotFound();
}
