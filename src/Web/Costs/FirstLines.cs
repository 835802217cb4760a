using Openbook.Web.Books;

namespace Openbook.Web.Costs;

/// <summary>Some lines of a Book straight from its store, for while the list in memory is not ready.</summary>
public sealed class FirstLines(BookOnPage place, BookShelf shelf)
{
    /// <summary>Lines of the records of costs that came last.</summary>
    public IReadOnlyList<FoundLine> Newest(int most)
    {
        using var store = shelf.Open();
        var entries = place.Book.Look(state => state.Batches.Select(batch => batch.Entry).Reverse().ToList());
        var lines = new StoredLines(store, place.Book.Code, entries);
        return [.. entries.SelectMany(lines.LinesOf).Take(most).Select(Found)];
    }

    private static FoundLine Found(CostLine line) =>
        new()
        {
            Ref = line.Ref,
            Date = line.Date,
            Month = line.Month,
            ToMonth = line.ToMonth,
            Service = line.Service,
            PaidBy = line.PaidBy,
            Kind = line.Kind,
            Nature = line.Nature,
            Pence = line.Amount.Pence,
            PartPence = line.Amount.Pence,
            Words = line.Words,
        };
}
