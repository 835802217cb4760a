using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;
using Openbook.Web.Costs;
using Openbook.Web.Searching;

namespace Openbook.Web.Pages.Book;

/// <summary>Finds anything in a Book by its name, number or words.</summary>
public sealed class SearchPageModel(BookOnPage place, BookSearch search, LineReader reader, LineShelf shelf) : PageModel
{
    /// <summary>The longest text that is looked for.</summary>
    public const int Longest = 200;

    private const int MostLines = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>What was found, kind by kind.</summary>
    public sealed record Group(string Title, IReadOnlyList<Hit> Hits);

    public string Asked { get; private set; } = "";

    public string? Fault { get; private set; }

    public IReadOnlyList<Group> Groups { get; private set; } = [];

    /// <summary>The link to all lines found, if there are more than are shown; else null.</summary>
    public Hit? MoreLines { get; private set; }

    /// <summary>Whether the lines are still being read, so that none could be found.</summary>
    public bool IsReading { get; private set; }

    public async Task OnGet()
    {
        Asked = Request.Query["q"].ToString().Trim();
        Fault =
            Request.Query.ContainsKey("q") && Asked.Length == 0 ? "Write what you are looking for."
            : Asked.Length > Longest ? $"Write at most {Text.Of(Longest)} letters."
            : null;
        if (Asked.Length == 0 || Fault is not null)
        {
            return;
        }
        var lines = await Lines();
        Groups =
        [
            .. new Group[]
            {
                new("Statements", search.Statements(Asked)),
                new("Records", search.Records(Asked)),
                new("Periods", search.Periods(Asked)),
                new("Services", search.Services(Asked)),
                new("Councils", search.Councils(Asked)),
                new("Customers", search.Customers(Asked)),
                new("Lines of cost and income", lines),
            }.Where(group => group.Hits.Count > 0),
        ];
    }

    private async Task<IReadOnlyList<Hit>> Lines()
    {
        var named = await reader.FindById(Asked);
        if (LineRef.TryParse(Asked, out var name) && await reader.Find(name) is { } found)
        {
            named = [.. named, found.Line];
        }
        var hits = named.Select(Named).ToList();
        if (await shelf.Find(place.Book, Patience) is not { } view)
        {
            IsReading = true;
            return hits;
        }
        using var lines = view.Select(place.Book.Look(state => state.Batches), new LineQuery { Words = Asked });
        hits.AddRange(lines.Page(0, MostLines).Select(WithWords));
        if (lines.Totals.Count > MostLines)
        {
            var href = place.Links.CostsWith($"words={Uri.EscapeDataString(Asked)}");
            MoreLines = new Hit($"See all {Text.Grouped(lines.Totals.Count)} lines with these words", "", href);
        }
        return hits;
    }

    private Hit Named(CostLine line) =>
        new($"Line {line.Ref}", Dates.Words(line.Date), place.Links.Line(line.Ref), line.Amount.Pence);

    private Hit WithWords(FoundLine line) =>
        new(
            string.Join(
                ", ",
                new[] { line.Words?.Supplier, line.Words?.Description }.Where(word => !string.IsNullOrEmpty(word))
            )
                is { Length: > 0 } words
                ? words
                : $"Line {line.Ref}",
            Dates.Words(line.Date),
            place.Links.Line(line.Ref),
            line.Pence
        );
}
