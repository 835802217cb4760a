namespace Openbook.Domain;

/// <summary>Finds the cost lines behind a pool: those of its month, service and kind that were posted in its period.</summary>
internal sealed class PoolLines(BookState book, ILinesOfEntry source)
{
    /// <summary>One step for each line, or part of a spread line, in the order of entries and rows.</summary>
    public IReadOnlyList<Explanation> Of(PoolKey key, Period period)
    {
        var steps = new List<Explanation>();
        foreach (var batch in book.Batches.Where(batch => Holds(batch, key, period)))
        {
            foreach (var line in source.LinesOf(batch.Entry).Where(line => Belongs(line, key)))
            {
                steps.Add(Step(line, key.ForMonth, batch));
            }
        }
        return steps;
    }

    private static bool Holds(RecordedBatch batch, PoolKey key, Period period) =>
        batch.Posting.PeriodOf(key.ForMonth) == period
        && batch.Fact.Sums!.Sums.Any(sum =>
            sum.Month == key.ForMonth && sum.Service == key.Service && sum.Kind == key.Kind
        );

    private bool Belongs(CostLine line, PoolKey key) =>
        line.Service == key.Service
        && line.Kind == key.Kind
        && line.Month <= key.ForMonth
        && line.LastMonth >= key.ForMonth
        && (key.Kind != CostKind.Income || LinePlace.CustomerOf(book, line, key.ForMonth) == key.Customer);

    internal static Explanation Step(CostLine line, Month month, RecordedBatch batch)
    {
        var part = Spread.Part(line.Effect, line.Month, line.LastMonth, month);
        var details = new List<string>();
        if (line.Words is null)
        {
            details.Add("words withheld");
        }
        else
        {
            details.AddRange(
                new[] { line.Words.Supplier, line.Words.Description, line.Words.Reference }.Where(word =>
                    word.Length > 0
                )
            );
        }
        if (line.ToMonth is { } to && to != line.Month)
        {
            details.Add($"{line.Amount.ToPounds()} spread from {line.Month.ToWords()} to {to.ToWords()}");
        }
        if (line.Nature != CostNature.Actual)
        {
            details.Add(CostWords.Of(line.Nature));
        }
        if (line.Corrects is { } corrects)
        {
            details.Add($"corrects {corrects}");
        }
        if (batch.Reason is { } reason)
        {
            details.Add($"because {reason}");
        }
        return new Explanation(
            $"{Dates.Words(line.Date)}, paid by {line.PaidBy}",
            part.Pence,
            string.Join("; ", details),
            [],
            line.Ref,
            batch.Fact.Source.Name
        );
    }
}
