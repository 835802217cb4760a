namespace Openbook.Domain;

/// <summary>Finds the cost lines behind a pool: those of its month, service and kind that were posted in its period.</summary>
internal sealed class PoolLines(BookState book, ILinesOfEntry source, BookNames names)
{
    /// <summary>One step for each line, or part of a spread line, in the order of entries and rows.</summary>
    public IReadOnlyList<Explanation> Of(PoolKey key, Period period)
    {
        var steps = new List<Explanation>();
        foreach (var batch in book.Batches.Where(batch => Holds(batch, key, period)))
        {
            foreach (var line in source.LinesOf(batch.Entry).Where(line => Belongs(line, key)))
            {
                steps.Add(Step(line, key.ForMonth, batch, names));
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

    internal static Explanation Step(CostLine line, Month month, RecordedBatch batch, BookNames names)
    {
        var part = Spread.Part(line.Effect, line.Month, line.LastMonth, month);
        var details = new List<string>();
        var words = line.Words is { } known
            ? new[] { names.Customer(known.Supplier), known.Description, known.Reference }.Where(word =>
                word.Length > 0
            )
            : ["words withheld"];
        var said = words.ToList();
        details.AddRange(said.Skip(1));
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
            $"{Dates.Words(line.Date)}{(said.Count > 0 ? $", {said[0]}" : "")}, "
                + $"{(line.Kind == CostKind.Income ? "received" : "paid")} by {names.Partner(line.PaidBy)}",
            part.Pence,
            details.Count > 0 ? string.Join("; ", details) : null,
            [],
            line.Ref,
            batch.Fact.Source.Name
        );
    }
}
