using Openbook.Exchange;

namespace Openbook.Web.Recording;

/// <summary>Reads what was handed in, in the same way before and when it is recorded.</summary>
public static class UploadReading
{
    /// <summary>The lines of a file of costs, with what should be known of how they were read.</summary>
    public static CostSource Costs(Upload upload, UploadWork work)
    {
        ArgumentNullException.ThrowIfNull(upload);
        ArgumentNullException.ThrowIfNull(work);
        work.Begin("Reading rows");
        if (upload.Map is null)
        {
            return CostFiles.Read(upload.Path, work.Count);
        }
        var map = MapText.Read(upload.Map, "the map");
        return map.IsDone
            ? MappedCosts.Read(upload.Path, map.Value, work.Count)
            : new CostSource(Outcome<CostBatch>.Refused(map.Refusals), []);
    }

    /// <summary>What would be recorded of a file of costs.</summary>
    public static Outcome<CostsDecision> Decide(
        IStore store,
        BookState state,
        Upload upload,
        CostSource source,
        UploadWork work
    )
    {
        ArgumentNullException.ThrowIfNull(upload);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(work);
        work.Begin("Checking the lines");
        return RecordCosts.Decide(
            state,
            source.Lines,
            new StoredLines(store, state),
            new RecordCostsOptions(upload.SkipKnown, upload.Lines, upload.Total)
        );
    }

    /// <summary>What is to be recorded of a file, or everything that stands against it.</summary>
    public static Outcome<Act> Act(IStore store, BookState state, Upload upload, UploadWork work)
    {
        ArgumentNullException.ThrowIfNull(upload);
        ArgumentNullException.ThrowIfNull(work);
        if (upload.Kind == "costs")
        {
            var decided = Decide(store, state, upload, Costs(upload, work), work);
            work.Begin("Recording lines", decided.IsDone ? decided.Value.Count : 0);
            return FileAct.Costs(state, decided, upload.By);
        }
        var read = SourceFile.Read(upload.Path);
        if (!read.IsDone)
        {
            return Outcome<Act>.Refused(read.Refusals);
        }
        var file = read.Value;
        return upload.Kind switch
        {
            "counts" => FileAct.Counts(
                state,
                RecordCounts.Decide(state, file.ToSource(), CountsFile.Read(file)),
                upload.By
            ),
            "budget" => FileAct.Budget(
                state,
                RecordBudget.Decide(state, file.ToSource(), BudgetFile.Read(file)),
                upload.By
            ),
            "payments" => FileAct.Payments(
                state,
                RecordPayments.Decide(state, file.ToSource(), PaymentsFile.Read(file)),
                upload.By
            ),
            _ => throw new InvalidOperationException($"There are no files of {upload.Kind}."),
        };
    }
}
