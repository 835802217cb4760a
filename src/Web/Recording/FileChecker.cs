using Openbook.Exchange;
using Openbook.Web.Books;
using Openbook.Web.Components;

namespace Openbook.Web.Recording;

/// <summary>
/// Looks at files that were handed in, each on a Book read for it alone, so that nobody else has to wait. Nothing is recorded.
/// </summary>
public sealed class FileChecker(BookShelf shelf, Uploads uploads)
{
    private const int PreviewLines = 10;

    /// <summary>How a file will be read and everything that stands against it. A map that was drafted is kept.</summary>
    /// <exception cref="OperationCanceledException">Nobody wants it any more: how it is to be read was changed.</exception>
    public FileCheck Of(Upload upload, UploadWork work)
    {
        ArgumentNullException.ThrowIfNull(upload);
        ArgumentNullException.ThrowIfNull(work);
        using var store = shelf.Open();
        var state = BookLoader.Load(store, upload.Book).State;
        var check = upload.Kind == "costs" ? OfCosts(store, state, upload, work) : OfOther(store, state, upload, work);
        return check with { LastEntry = state.LastEntry };
    }

    private static FileCheck OfOther(IStore store, BookState state, Upload upload, UploadWork work)
    {
        var act = UploadReading.Act(store, state, upload, work);
        return act.IsDone
            ? new FileCheck
            {
                What = upload.Kind,
                Summary = Sentences
                    .Of(act.Value.Fact!, BookNames.Of(state))
                    .Replace("recorded from", "from", StringComparison.Ordinal),
            }
            : new FileCheck().Refused(act.Refusals);
    }

    private FileCheck OfCosts(IStore store, BookState state, Upload upload, UploadWork work)
    {
        var source = UploadReading.Costs(upload, work);
        if (
            upload.Map is null
            && source.Lines.Refusals.Any(IsOfAnotherLayout)
            && Drafted(state, upload, work) is { } draft
        )
        {
            var drafted = upload with { Map = draft.Text, Unclear = draft.Unclear };
            if (!uploads.Change(upload, drafted))
            {
                throw new OperationCanceledException("How the file is to be read was changed meanwhile.");
            }
            upload = drafted;
            source = UploadReading.Costs(upload, work);
        }
        var decided = UploadReading.Decide(store, state, upload, source, work);
        var check = new FileCheck
        {
            Notes = source.Notes,
            Preview = (source.Lines.IsDone ? source.Lines.Value : source.Lines.Partial) is { } batch
                ? LinePreview.First(batch, PreviewLines)
                : [],
        };
        if (!decided.IsDone)
        {
            return check.Refused(decided.Refusals);
        }
        var costs = decided.Value;
        var lines = Text.Count(costs.Count, "line");
        var skipped = costs.Skipped > 0 ? $" {Text.Count(costs.Skipped, "line")} known already are left out." : "";
        return check with
        {
            What = lines,
            Summary = $"{upload.Name} has {lines} to record, {Show.Pounds(costs.Total.Pence)} in all.{skipped}",
            Effects = EffectsOf(state, costs),
            Warning = OverlapOf(store, state, costs, work),
        };
    }

    private static bool IsOfAnotherLayout(Refusal refusal) =>
        refusal.Code == Refuse.ColumnMissing
        || refusal.Code == Refuse.MapNeeded
        || refusal.Code == Refuse.HeaderNotFound
        || refusal.Code == Refuse.FileNotText;

    // A file of another layout: a map is drafted from what the file looks like.
    private static MapDraft? Drafted(BookState state, Upload upload, UploadWork work)
    {
        work.Begin("Drafting a map");
        var codes = new DraftCodes(upload.By, state.Newest!.Terms.Services[0].Code);
        var draft = MapDraft.OfStart(upload.Path, codes);
        return draft.IsDone ? draft.Value : null;
    }

    private static List<PostedPart> EffectsOf(BookState state, CostsDecision costs) =>
        [
            .. costs
                .Sums.Sums.GroupBy(sum => (sum.Month.Index, sum.Service))
                .Select(group =>
                {
                    var month = new Month(group.Key.Index);
                    var posted = state.PostingNow.PeriodOf(month);
                    return new PostedPart(
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

    private static string? OverlapOf(IStore store, BookState state, CostsDecision costs, UploadWork work)
    {
        var overlap = new Overlap(costs.Batch);
        if (state.Batches.Count == 0 || overlap.IsEmpty)
        {
            return null;
        }
        work.Begin("Looking for lines that are recorded already");
        var lines = new StoredLines(store, state);
        var count = overlap.Count(state.Batches.SelectMany(batch => lines.LinesOf(batch.Entry)), out var first);
        return count == 0
            ? null
            : $"{Text.Count(count, "line")} without an id {(count == 1 ? "is" : "are")} like a line that is recorded already, "
                + $"such as line {first}: the same date, supplier, amount and service. Look whether they were handed in twice.";
    }
}
