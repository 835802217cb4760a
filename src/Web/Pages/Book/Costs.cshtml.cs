using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;
using Openbook.Web.Components;
using Openbook.Web.Costs;
using Openbook.Web.Downloads;

namespace Openbook.Web.Pages.Book;

/// <summary>Every line of cost and income, filtered and sorted.</summary>
public sealed class CostsModel(BookOnPage place, BookShelf books, LineShelf shelf, FirstLines first) : PageModel
{
    /// <summary>Lines on a page.</summary>
    public const int OnPage = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public IReadOnlyDictionary<string, string> Services { get; private set; } = null!;

    public IReadOnlyList<Period> Periods { get; private set; } = [];

    public CostsFilter Filter { get; private set; } = null!;

    public IReadOnlyList<FoundLine> Lines { get; private set; } = [];

    /// <summary>What the lines found come to; null while they are still being read.</summary>
    public LineTotals? Totals { get; private set; }

    /// <summary>How many lines there are at this moment.</summary>
    public int Recorded { get; private set; }

    /// <summary>While they are still being read: how many of all there are.</summary>
    public (int Read, int All) Progress { get; private set; }

    public Pager Pages { get; private set; } = Pager.None;

    public async Task<IActionResult> OnGet(
        [FromQuery(Name = "page")] int page = 1,
        [FromQuery(Name = "as")] string? form = null
    )
    {
        Services = place.Named.Services;
        var batches = place.Book.Look(state => state.Batches);
        Recorded = batches.Sum(batch => batch.Fact.Count);
        Periods = place.Book.Keep("periods", "posted", PeriodsPosted);
        Filter = CostsFilter.Read(Request.Query, [.. Services.Keys], [.. place.Names.Keys]);
        if (Filter.Faults.Count > 0)
        {
            return form is null ? Page() : BadRequest();
        }
        if (await shelf.Find(place.Book, Patience) is not { } view)
        {
            return form is null ? Waiting() : StatusCode(503);
        }
        var found = view.Select(batches, Filter.Query);
        Response.RegisterForDispose(found);
        if (form is not null)
        {
            return DownloadForm.Of(form) is { } known ? Download(view, found, known) : NotFound();
        }
        Totals = found.Totals;
        Pages = Pager.Of(Totals.Count, OnPage, page, number => place.Links.CostsWith(Filter.With(page: number)));
        Lines = found.Page(Pages.First, OnPage);
        return Page();
    }

    /// <summary>The address of the list in another order; asking for the same order again turns it round.</summary>
    public string InOrder(LineOrder order)
    {
        var word = CostsFilter.Word(order);
        return place.Links.CostsWith(Filter.With(Filter.Sort == word ? "-" + word : word));
    }

    /// <summary>How a column is sorted, for those who hear the table.</summary>
    public string? SortOf(LineOrder order) =>
        Totals is null || Filter.Query.Order != order ? null
        : Filter.Query.Descending ? "descending"
        : "ascending";

    /// <summary>What the lines shown come to, in a sentence.</summary>
    public string Answer
    {
        get
        {
            var totals = Totals!;
            var lines = Text.Count(totals.Count, "line");
            return totals.IncomePence == 0
                ? $"{lines}, {Show.Pounds(totals.CostsPence)} in all."
                : $"{lines}: costs of {Show.Pounds(totals.CostsPence)} less income of {Show.Pounds(totals.IncomePence)}, "
                    + $"{Show.Pounds(totals.NetPence)} in all.";
        }
    }

    private static IReadOnlyList<Period> PeriodsPosted(BookState state) =>
        [.. PeriodState.All(state).Where(period => period.HasPostings).Select(period => period.Period)];

    private TableDownload Download(LineView view, LineSelection found, DownloadForm form)
    {
        // The rows are read while they are sent.
        var store = books.Open();
        Response.RegisterForDispose(store);
        var lines = place.Book.Look(state => new StoredLines(store, state));
        var whole = new WholeLines(view, lines, place.Book.Look(state => state.Batches));
        var name = $"costs-{place.Book.Code}";
        return new TableDownload(CostsTable.Of(name, found, whole, Filter.Query.Posted), form);
    }

    private PageResult Waiting()
    {
        Progress = (shelf.LinesRead(place.Book), Recorded);
        Lines = first.Newest(OnPage);
        return Page();
    }
}
