using Microsoft.AspNetCore.Mvc;
using Openbook.Exchange;
using Openbook.Web.Books;
using Openbook.Web.Components;
using Openbook.Web.Recording;

namespace Openbook.Web.Pages.Book;

/// <summary>Shows how a file will be read, where it goes and every fault in it; records it when that is confirmed.</summary>
public sealed class ImportCheckModel(BookOnPage place, BookShelf shelf, BookRecorder recorder, Uploads uploads)
    : RecordingPage(place, recorder)
{
    /// <summary>How many faults the page shows.</summary>
    public const int MostShown = 500;

    private const int PreviewLines = 10;

    /// <summary>Where a part of the file is posted.</summary>
    public sealed record Effect(Period Posted, bool IsLate, Month ForMonth, string Service, long Pence);

    public Upload Upload { get; private set; } = null!;

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public IReadOnlyList<LinePreview> Preview { get; private set; } = [];

    public IReadOnlyList<string> Notes { get; private set; } = [];

    public IReadOnlyList<string> Unclear { get; private set; } = [];

    public IReadOnlyList<Effect> Effects { get; private set; } = [];

    public string Summary { get; private set; } = "";

    public string? Warning { get; private set; }

    public string What { get; private set; } = "";

    public bool IsGood => Refusals.Count == 0;

    public string FaultSummary =>
        Refusals.Count == 1
            ? $"{Upload.Name} has a fault."
            : $"{Upload.Name} has {Text.Grouped(Refusals.Count)} faults.";

    public IActionResult OnGet(string id)
    {
        if (NotThere(id) is { } missing)
        {
            return missing;
        }
        Look();
        return Page();
    }

    public IActionResult OnPost(string id, string? map, bool skipKnown)
    {
        if (NotThere(id) is { } missing)
        {
            return missing;
        }
        return Do == "record" ? Confirmed() : ReadAgain(map, skipKnown);
    }

    private RedirectResult ReadAgain(string? map, bool skipKnown)
    {
        if (Upload.Kind == "costs")
        {
            uploads.Put(Upload with { Map = string.IsNullOrWhiteSpace(map) ? null : map, SkipKnown = skipKnown });
        }
        return Redirect(At.Links.ImportCheck(Upload.Id));
    }

    private IActionResult Confirmed()
    {
        By = Upload.By;
        var recorded = Record(
            $"import\n{Upload.Kind}\n{Upload.Id}",
            (store, state, _) => UploadReading.Act(store, state, Upload),
            entry => At.Links.Entry(entry.Number)
        );
        if (Faults.Any)
        {
            Look();
        }
        else
        {
            uploads.Remove(Upload);
        }
        return recorded;
    }

    private IActionResult? NotThere(string id)
    {
        if (Refused() is { } refused)
        {
            return refused;
        }
        if (uploads.Find(At.Book.Code, id) is not { } found)
        {
            return NotFound();
        }
        Upload = found;
        return null;
    }

    private void Look()
    {
        Key = BookRecorder.NewKey();
        using var store = shelf.Open();
        if (Upload.Kind == "costs")
        {
            LookAtCosts(store);
            return;
        }
        var act = At.Book.Look(state => UploadReading.Act(store, state, Upload));
        Refusals = act.Refusals;
        if (act.IsDone)
        {
            What = Upload.Kind;
            Summary = $"{Sentences.Of(act.Value.Fact!)}".Replace("recorded from", "from", StringComparison.Ordinal);
        }
    }

    private void LookAtCosts(IStore store)
    {
        var source = UploadReading.Costs(Upload);
        if (Upload.Map is null && source.Lines.Refusals.Any(refusal => refusal.Code == Refuse.ColumnMissing))
        {
            source = Drafted() ?? source;
        }
        var decided = At.Book.Look(state => UploadReading.Decide(store, state, Upload, source));
        Refusals = decided.Refusals;
        Notes = source.Notes;
        if ((source.Lines.IsDone ? source.Lines.Value : source.Lines.Partial) is { } batch)
        {
            Preview = LinePreview.First(batch, PreviewLines);
        }
        if (!decided.IsDone)
        {
            return;
        }
        var costs = decided.Value;
        What = Text.Count(costs.Count, "line");
        Summary =
            $"{Upload.Name} has {Text.Count(costs.Count, "line")} to record, {Show.Pounds(costs.Total.Pence)} in all.";
        if (costs.Skipped > 0)
        {
            Summary += $" {Text.Count(costs.Skipped, "line")} known already are left out.";
        }
        Effects = At.Book.Look(state => EffectsOf(state, costs));
        Warning = At.Book.Look(state => OverlapOf(store, state, costs));
    }

    // A file of another layout: a map is drafted from what the file looks like.
    private CostSource? Drafted()
    {
        var codes = new DraftCodes(Upload.By, At.Terms.Services[0].Code);
        var draft = MapDraft.Of(Upload.Path, codes);
        if (!draft.IsDone)
        {
            return null;
        }
        Upload = Upload with { Map = draft.Value.Text };
        uploads.Put(Upload);
        Unclear = draft.Value.Unclear;
        return UploadReading.Costs(Upload);
    }

    private static List<Effect> EffectsOf(BookState state, CostsDecision costs) =>
        [
            .. costs
                .Sums.Sums.GroupBy(sum => (sum.Month.Index, sum.Service))
                .Select(group =>
                {
                    var month = new Month(group.Key.Index);
                    var posted = state.PostingNow.PeriodOf(month);
                    return new Effect(
                        posted,
                        posted != Period.Of(month),
                        month,
                        group.Key.Service,
                        group.Sum(sum => sum.Pence)
                    );
                })
                .OrderBy(effect => effect.ForMonth)
                .ThenBy(effect => effect.Service, StringComparer.Ordinal),
        ];

    private static string? OverlapOf(IStore store, BookState state, CostsDecision costs)
    {
        var overlap = new Overlap(costs.Batch);
        if (state.Batches.Count == 0 || overlap.IsEmpty)
        {
            return null;
        }
        var lines = new StoredLines(store, state);
        var count = overlap.Count(state.Batches.SelectMany(batch => lines.LinesOf(batch.Entry)), out var first);
        return count == 0
            ? null
            : $"{Text.Count(count, "line")} without an id {(count == 1 ? "is" : "are")} like a line that is recorded already, "
                + $"such as line {first}: the same date, supplier, amount and service. Look whether they were handed in twice.";
    }
}
