using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>Lines found, with what they come to.</summary>
public sealed class LineSelection : IDisposable
{
    // Up to one line in so many it is quicker to sort those found than to walk through all in order.
    private const int FewOf = 16;

    private readonly LineView view;
    private readonly LineColumns columns;
    private readonly LineQuery query;
    private readonly LineSet found;
    private readonly PostingOfLine posting;
    private readonly int runs;
    private readonly int all;
    private int[]? few;

    internal LineSelection(LineView view, IReadOnlyList<RecordedBatch> batches, LineQuery query)
    {
        (this.view, columns, this.query) = (view, view.Columns, query);
        posting = new PostingOfLine(columns.Runs, batches);
        runs = batches.Count;
        all = runs == 0 ? 0 : columns.Runs[runs - 1].End;
        found = new LineSet(all);
        Keep();
        Totals = Add();
    }

    /// <summary>What they come to.</summary>
    public LineTotals Totals { get; }

    /// <summary>Some of the lines, in the order asked for.</summary>
    /// <param name="skip">How many to leave out first.</param>
    /// <param name="take">How many at most.</param>
    public IReadOnlyList<FoundLine> Page(int skip, int take) => [.. Places(skip, take).Select(Line)];

    /// <summary>All lines, in the order asked for.</summary>
    public IEnumerable<FoundLine> Lines() => Places(0, Totals.Count).Select(Line);

    public void Dispose() => found.Dispose();

    // What rules out most at least cost comes first.
    private void Keep()
    {
        if (query.Service is { } service)
        {
            found.Where(new HasCode(columns.ServicesOfLines, columns.PlaceOf(service)));
        }
        if (query.PaidBy is { } payer)
        {
            found.Where(new HasCode(columns.PayersOfLines, columns.PlaceOf(payer)));
        }
        if (query.Kind is { } kind)
        {
            found.Where(new HasKind(columns.KindsOfLines, kind));
        }
        if (query.FromPence is not null || query.ToPence is not null)
        {
            var (from, to) = (query.FromPence ?? long.MinValue, query.ToPence ?? long.MaxValue);
            found.Where(new IsBetween(columns.PenceOfLines, from, to));
        }
        KeepSupplier();
        foreach (var word in query.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct())
        {
            KeepWord(TextColumn.Fold(word));
        }
        if (query.Posted is { } period)
        {
            found.Where(new IsPosted(columns, posting, period));
        }
    }

    private void KeepSupplier()
    {
        if (query.Supplier.Length == 0)
        {
            return;
        }
        if (columns.Suppliers.Holding(TextColumn.Fold(query.Supplier)) is { } suppliers)
        {
            found.Where(new HasText(columns.SuppliersOfLines, suppliers));
        }
        else
        {
            found.Clear();
        }
    }

    private void KeepWord(byte[] word)
    {
        var suppliers = columns.Suppliers.Holding(word);
        var descriptions = columns.Descriptions.Holding(word);
        var references = columns.References.Holding(word);
        switch (suppliers, descriptions, references)
        {
            case (null, null, null):
                found.Clear();
                break;
            case ({ } only, null, null):
                found.Where(new HasText(columns.SuppliersOfLines, only));
                break;
            case (null, { } only, null):
                found.Where(new HasText(columns.DescriptionsOfLines, only));
                break;
            case (null, null, { } only):
                found.Where(new HasText(columns.ReferencesOfLines, only));
                break;
            default:
                found.Where(new HasWord(columns, suppliers, descriptions, references));
                break;
        }
    }

    private LineTotals Add()
    {
        var count = found.Count();
        if (count == all && query.Posted is null)
        {
            var whole = runs == 0 ? default : columns.Runs[runs - 1];
            return new LineTotals(count, whole.CostsPence, whole.IncomePence);
        }
        var (costs, income) = (0L, 0L);
        var (pence, kinds, isParted) = (columns.PenceOfLines, columns.KindsOfLines, query.Posted is not null);
        foreach (var line in found)
        {
            var part = isParted ? PartOf(line) : pence[line];
            if (LineColumns.KindIn(kinds[line]) == CostKind.Income)
            {
                income += part;
            }
            else
            {
                costs += part;
            }
        }
        return new LineTotals(count, costs, income);
    }

    private long PartOf(int line)
    {
        var (month, to, pence) = (columns.MonthOf(line), columns.LastMonthOf(line), columns.PenceOfLines[line]);
        return query.Posted is { } period && month != to
            ? posting.Of(line).PartIn(period, new Money(pence), month, to).Pence
            : pence;
    }

    private int[] Places(int skip, int take)
    {
        var places = new int[Math.Clamp(Totals.Count - skip, 0, take)];
        if (places.Length == 0)
        {
            return places;
        }
        if (Totals.Count < all / FewOf || few is not null)
        {
            few ??= Few();
            for (var i = 0; i < places.Length; i++)
            {
                places[i] = few[query.Descending ? ^(skip + i + 1) : skip + i];
            }
            return places;
        }
        var order = view.By(query.Order);
        var (at, step) = query.Descending ? (order.Length - 1, -1) : (0, 1);
        for (var used = -skip; used < places.Length; at += step)
        {
            if (found.Has(order[at]) && used++ >= 0)
            {
                places[used - 1] = order[at];
            }
        }
        return places;
    }

    private int[] Few()
    {
        var lines = found.ToArray(Totals.Count);
        view.Sort(lines, query.Order);
        return lines;
    }

    private FoundLine Line(int line)
    {
        var (month, to) = (columns.MonthOf(line), columns.LastMonthOf(line));
        return new FoundLine
        {
            Ref = columns.RefOf(line),
            Date = DateOnly.FromDayNumber(columns.Days[line]),
            Month = month,
            ToMonth = to == month ? null : to,
            Service = columns.Codes[columns.ServicesOfLines[line]],
            PaidBy = columns.Codes[columns.PayersOfLines[line]],
            Kind = columns.KindOf(line),
            Nature = columns.NatureOf(line),
            Pence = columns.PenceOfLines[line],
            PartPence = PartOf(line),
            Words = columns.IsWithheld(line)
                ? null
                : new LineWords(
                    columns.Suppliers.Text(columns.SuppliersOfLines[line]),
                    columns.Descriptions.Text(columns.DescriptionsOfLines[line]),
                    columns.References.Text(columns.ReferencesOfLines[line])
                ),
        };
    }
}
