namespace Openbook.Domain;

/// <summary>Where a line, or the part of a spread line that falls to one month, is posted and with what it is split.</summary>
/// <param name="ForMonth">The month it belongs to.</param>
/// <param name="Period">The period in which it is posted.</param>
/// <param name="Pence">The part in pence, with the sign of the line's amount.</param>
/// <param name="Pool">The pool to which it adds, before overheads are stepped down.</param>
public sealed record LinePlace(Month ForMonth, Period Period, long Pence, PoolKey Pool)
{
    /// <summary>One place for each month of a line, first to last; their pence add up to the line's amount.</summary>
    /// <param name="book">The Book.</param>
    /// <param name="line">The line.</param>
    /// <param name="posting">Which periods were open when it was recorded.</param>
    public static IReadOnlyList<LinePlace> Of(BookState book, CostLine line, Posting posting)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(posting);
        var places = new List<LinePlace>();
        for (var month = line.Month; month <= line.LastMonth; month = month.Next)
        {
            places.Add(
                new LinePlace(
                    month,
                    posting.PeriodOf(month),
                    Spread.Part(line.Amount, line.Month, line.LastMonth, month).Pence,
                    new PoolKey(line.Service, null, month, line.Kind, CustomerOf(book, line, month))
                )
            );
        }
        return places;
    }

    /// <summary>The listed customer from whom income came, or null; of a withheld line as was kept when its words went.</summary>
    internal static string? CustomerOf(BookState book, CostLine line, Month month)
    {
        if (line.Kind != CostKind.Income)
        {
            return null;
        }
        var supplier =
            line.Words?.Supplier ?? (book.Withheld.TryGetValue(line.Ref, out var withheld) ? withheld.Customer : null);
        return book.VersionInForce(month)?.Terms.FindCustomer(supplier)?.Code;
    }

    /// <summary>
    /// Whether a line of a statement shares this: the pool itself or, of an overhead, its part in a service that it feeds.
    /// A true-up does not.
    /// </summary>
    public bool IsIn(SplitPool pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        var key = pool.Key;
        return !pool.IsTrueUp
            && (key == Pool || (key.Overhead == Pool.Service && key.ForMonth == ForMonth && key.Kind == Pool.Kind));
    }
}
