using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;
using Openbook.Web.Components;

namespace Openbook.Web.Pages.Book;

/// <summary>The working behind a figure, one step at a time.</summary>
public sealed class ExplainPageModel(BookOnPage place, BookLedger ledger) : PageModel
{
    private const int MostOnPage = 200;

    /// <summary>A step below the one that is shown.</summary>
    /// <param name="Step">The step.</param>
    /// <param name="How">How it comes about, with where it is recorded.</param>
    /// <param name="Href">Where it is opened; null if there is nothing more to see.</param>
    public sealed record Part(Explanation Step, string How, string? Href);

    public FigureRef Asked { get; private set; } = null!;

    public Explanation Step { get; private set; } = null!;

    /// <summary>The steps from the figure to the one shown.</summary>
    public IReadOnlyList<(string Title, string Href)> Way { get; private set; } = [];

    public IReadOnlyList<Part> Shown { get; private set; } = [];

    public Pager Pages { get; private set; } = Pager.None;

    // A step is the places of the steps on the way to it, from 1, with dots between.
    public IActionResult OnGet(
        string period,
        string partner,
        string figure,
        string? service,
        [FromQuery] string? step,
        [FromQuery(Name = "page")] int page = 1
    )
    {
        if (
            BookLinks.PeriodOf(period) is not { } asked
            || !FigureWords.TryRead(figure, out var which)
            || (service is not null && which is not (Figure.Share or Figure.Costs))
            || (which == Figure.Costs && (service is null || partner != BookLinks.NoPartner))
        )
        {
            return NotFound();
        }
        Asked = new FigureRef(asked, which == Figure.Costs ? "" : partner, which, service);
        if (ledger.Explain(Asked) is not { IsDone: true } found || !Find(found.Value, step))
        {
            return NotFound();
        }
        Pages = Pager.Of(Step.Parts.Count, MostOnPage, page, number => Address(step, number));
        if (page != Pages.Number)
        {
            return NotFound();
        }
        Shown = [.. Step.Parts.Select((part, i) => PartOf(part, Below(step, i))).Skip(Pages.First).Take(MostOnPage)];
        return Page();
    }

    private bool Find(Explanation root, string? path)
    {
        Step = root;
        var way = new List<(string, string)> { (root.Title, Address(null)) };
        var walked = "";
        foreach (var word in path is { Length: > 0 } ? path.Split('.') : [])
        {
            if (
                !int.TryParse(word, System.Globalization.NumberStyles.None, Text.Invariant, out var number)
                || number < 1
                || number > Step.Parts.Count
            )
            {
                return false;
            }
            Step = Step.Parts[number - 1];
            walked = Below(walked, number - 1);
            way.Add((Step.Title, Address(walked)));
        }
        Way = way;
        return true;
    }

    private Part PartOf(Explanation part, string path)
    {
        var where =
            part.Line is { } line ? $"{part.Source}, row {Text.Of(line.Row)}"
            : part.Entry is { } entry ? $"Record {Text.Of(entry)}"
            : null;
        var how = string.Join(
            ". ",
            new[] { part.Detail?.TrimEnd('.'), where }.Where(word => !string.IsNullOrEmpty(word))
        );
        return new Part(part, how, HrefOf(part, path));
    }

    private string? HrefOf(Explanation part, string path) =>
        part.Opens is { } opens
            ? place.Links.Explain(opens.Period, opens.Partner, FigureWords.Of(opens.Figure), opens.Service)
        : part.Parts.Count > 0 ? Address(path)
        : part.Line is { } line ? place.Links.Line(line)
        : part.Entry is { } entry ? place.Links.Entry(entry)
        : null;

    private static string Below(string? path, int index) =>
        string.IsNullOrEmpty(path) ? Text.Of(index + 1) : $"{path}.{Text.Of(index + 1)}";

    private string Address(string? path, int page = 1)
    {
        var partner = Asked.Partner.Length > 0 ? Asked.Partner : BookLinks.NoPartner;
        var figure = place.Links.Explain(Asked.Period, partner, FigureWords.Of(Asked.Figure), Asked.Service);
        var asked = new List<string>();
        if (!string.IsNullOrEmpty(path))
        {
            asked.Add($"step={path}");
        }
        if (page > 1)
        {
            asked.Add($"page={Text.Of(page)}");
        }
        return asked.Count == 0
            ? figure
            : $"{figure}{(figure.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{string.Join('&', asked)}";
    }
}
