using System.Numerics;

namespace Openbook.Domain;

/// <summary>What a person states beside a file of costs.</summary>
/// <param name="SkipKnown">Leave out lines that are in the Book already with the same content.</param>
/// <param name="Lines">The control count: how many lines the file must have.</param>
/// <param name="Total">The control total: what their amounts must add up to.</param>
public sealed record RecordCostsOptions(bool SkipKnown = false, long? Lines = null, Money? Total = null);

/// <summary>Lines that may be recorded, as they will be.</summary>
public sealed record CostsDecision
{
    /// <summary>The batch as read.</summary>
    public required CostBatch Batch { get; init; }

    /// <summary>The places in the batch of the lines to record, in order; null for all of them.</summary>
    public IReadOnlyList<int>? Kept { get; init; }

    /// <summary>What lines with something in corrects name, by place, always as ENTRY#ROW; null if none names any.</summary>
    public required IReadOnlyDictionary<int, LineRef>? Corrects { get; init; }

    /// <summary>How many lines were left out because they are known.</summary>
    public required int Skipped { get; init; }

    /// <summary>How many lines are recorded.</summary>
    public required int Count { get; init; }

    /// <summary>The sum of the recorded amounts as in the file.</summary>
    public required Money Total { get; init; }

    /// <summary>What the fold needs of them.</summary>
    public required BatchSums Sums { get; init; }
}

/// <summary>
/// Decides whether lines can be recorded. Checks run once for each group of lines alike, and line by line only where a group has
/// a fault.
/// </summary>
public static class RecordCosts
{
    /// <summary>The most faults listed for one file.</summary>
    public const int MostFaults = 100_000;

    /// <summary>Records a batch as the next entry, or says everything that is wrong with it.</summary>
    public static Outcome<CostsDecision> Decide(
        BookState book,
        CostBatch batch,
        IKnownLines known,
        RecordCostsOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(options);
        if (book.EntryOfSource(batch.Sha256) is { } entry)
        {
            return Refuse.FileKnown.Because($"{batch.Source} was recorded as entry {Text.Of(entry)}.");
        }
        var faults = new FaultList(batch.Source);
        ControlTotals(batch, options, faults);
        var ids = new LineIds(batch, faults);
        var kept = ids.WithoutKnown(known, options.SkipKnown, out var skipped);
        var corrects = new Reversals(book, batch, known, ids, faults).Resolve(kept);
        var sums = new BatchWork(book, batch, faults).Sum(kept, corrects);
        if (faults.Any)
        {
            return Outcome<CostsDecision>.Refused(faults.ToRefusals());
        }
        if (kept is { Count: 0 })
        {
            return Refuse.NothingNew.Because($"All {Text.Count(skipped, "line")} of {batch.Source} are known.");
        }
        return new CostsDecision
        {
            Batch = batch,
            Kept = kept,
            Corrects = corrects,
            Skipped = skipped,
            Count = kept?.Count ?? batch.Lines.Length,
            Total = TotalOf(batch, kept),
            Sums = sums!,
        };
    }

    /// <summary>
    /// Records what was read of a file. If some of it could not be read, the rest is looked at too, so that all faults come at
    /// once.
    /// </summary>
    public static Outcome<CostsDecision> Decide(
        BookState book,
        Outcome<CostBatch> read,
        IKnownLines known,
        RecordCostsOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(read);
        if (read.IsDone)
        {
            return Decide(book, read.Value, known, options);
        }
        if (read.Partial is not { } partial)
        {
            return Outcome<CostsDecision>.Refused(read.Refusals);
        }
        // Of a file with rows that cannot be read no totals can be said.
        var more = Decide(book, partial, known, new RecordCostsOptions(options.SkipKnown)).Refusals;
        return Outcome<CostsDecision>.Refused([
            .. read.Refusals.Concat(more).Distinct().OrderBy(refusal => refusal.Place?.Row ?? 0),
        ]);
    }

    private static void ControlTotals(CostBatch batch, RecordCostsOptions options, FaultList faults)
    {
        if (options.Lines is null && options.Total is null)
        {
            return;
        }
        var total = BigInteger.Zero;
        for (var place = 0; place < batch.Lines.Length; place++)
        {
            total += batch.Lines[place].Pence;
        }
        if (options.Lines is { } lines && lines != batch.Lines.Length)
        {
            faults.Add(
                Refuse.ControlTotal,
                $"The file has {Text.Count(batch.Lines.Length, "line")}; {Text.Grouped(lines)} were stated."
            );
        }
        if (options.Total is { } stated && stated.Pence != total)
        {
            var found = BigInteger.Abs(total) > Money.Largest ? "too much" : new Money((long)total).ToPounds();
            faults.Add(Refuse.ControlTotal, $"The file adds up to {found}; {stated.ToPounds()} was stated.");
        }
    }

    private static Money TotalOf(CostBatch batch, IReadOnlyList<int>? kept)
    {
        // Their sizes were found to fit, so that no sum of them can overflow.
        var total = 0L;
        var lines = batch.Lines;
        for (var i = 0; i < (kept?.Count ?? lines.Length); i++)
        {
            total += lines[kept?[i] ?? i].Pence;
        }
        return new Money(total);
    }
}

/// <summary>Collects the faults of one file up to a limit.</summary>
internal sealed class FaultList(string source)
{
    private readonly List<Refusal> refusals = [];
    private long more;

    public bool Any => refusals.Count > 0;

    public void Add(RefusalCode code, string what, int? row = null, string? column = null)
    {
        if (refusals.Count >= RecordCosts.MostFaults)
        {
            more++;
            return;
        }
        refusals.Add(code.Because(what, new Place(source, row, column)));
    }

    public IReadOnlyList<Refusal> ToRefusals() =>
        [
            .. refusals.OrderBy(item => item.Place?.Row ?? 0),
            .. more > 0
                ? [Refuse.TooManyFaults.Because($"There are {Text.Count(more, "more fault")}.", new Place(source))]
                : Array.Empty<Refusal>(),
        ];
}
