namespace Openbook.Domain;

/// <summary>The entry whose hash stands on a statement: whoever holds the statement can check a copy of the Book by it.</summary>
/// <param name="Entry">Its number.</param>
/// <param name="Hash">Its hash.</param>
public sealed record Head(int Entry, string Hash);

/// <summary>The head of the statements of a period closed before.</summary>
/// <param name="Period">That period.</param>
/// <param name="Head">The entry that closed it.</param>
public sealed record EarlierHead(Period Period, Head Head);

/// <summary>One line of a partner's statement.</summary>
public sealed record StatementLine
{
    /// <summary>The pool, or the true-up, with its working.</summary>
    public required SplitPool Pool { get; init; }

    /// <summary>The partner's share.</summary>
    public required Part Part { get; init; }

    /// <summary>The exact share in pence, 12 decimals.</summary>
    public required string Exact { get; init; }

    /// <summary>The place of its pool among those of its service, from 1: the step of the explanation that is about it.</summary>
    public required int Step { get; init; }
}

/// <summary>What one partner's shares, payments and balance are for one period.</summary>
public sealed record PartnerStatement
{
    /// <summary>The statement's number, such as <c>cih/2016-10/camden/1</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The figures.</summary>
    public required PartnerFigures Figures { get; init; }

    /// <summary>The lines whose share is not zero, in the order of the split.</summary>
    public required IReadOnlyList<StatementLine> Lines { get; init; }
}

/// <summary>The statements of all partners for one period.</summary>
public sealed record Statement
{
    /// <summary>The Book's code.</summary>
    public required string Book { get; init; }

    /// <summary>The partnership's name.</summary>
    public required string Partnership { get; init; }

    /// <summary>The period.</summary>
    public required Period Period { get; init; }

    /// <summary>Whether it never changes again.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>The penny rules.</summary>
    public required string Rules { get; init; }

    /// <summary>The entry that closed the period, or the last entry of an open one.</summary>
    public required Head Head { get; init; }

    /// <summary>The heads of all periods closed before, in order of closing: one statement vouches for all before it.</summary>
    public required IReadOnlyList<EarlierHead> Earlier { get; init; }

    /// <summary>One statement a partner, in the Book's order.</summary>
    public required IReadOnlyList<PartnerStatement> Partners { get; init; }

    /// <summary>The names of partners by code.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>The statements of a period: of a closed one as closed, of an open one as if it were closed next.</summary>
    public static Outcome<Statement> Of(BookState book, Period period)
    {
        ArgumentNullException.ThrowIfNull(book);
        if (book.FindClosed(period) is { } closed)
        {
            return Of(book, closed.Result, new Head(closed.Entry, closed.Hash), isClosed: true);
        }
        if (Closing.CanBeShown(book, period) is { } refusal)
        {
            return refusal;
        }
        return book.By(LastDayOf(book, period), () => Open(book, period));
    }

    /// <summary>The day as on which an open period is looked at: the end of the one that is closed next, else today.</summary>
    internal static DateOnly LastDayOf(BookState book, Period period) =>
        period.IsYearEnd || period.Month != book.FirstOpen ? book.Today : period.LastDay;

    private static Outcome<Statement> Open(BookState book, Period period)
    {
        var working = PeriodWork.Of(book, period);
        return working.IsDone
            ? Of(book, working.Value, new Head(book.LastEntry, book.Head), isClosed: false)
            : Outcome<Statement>.Refused(working.Refusals);
    }

    internal static Statement Of(BookState book, PeriodResult result, Head head, bool isClosed) =>
        new()
        {
            Book = book.Code,
            Partnership = (book.VersionInForce(result.Period.Month) ?? book.Newest)?.Terms.Partnership ?? "",
            Period = result.Period,
            IsClosed = isClosed,
            Rules = AgreementTerms.PennyRules,
            Head = head,
            Earlier =
            [
                .. book
                    .Closed.Where(item => !isClosed || item.Entry < head.Entry)
                    .Select(item => new EarlierHead(item.Period, new Head(item.Entry, item.Hash))),
            ],
            Partners = [.. result.Shown.Select(partner => OfPartner(book, result, partner))],
            Names = BookNames.In(book, result.Period.Month).Partners,
        };

    private static PartnerStatement OfPartner(BookState book, PeriodResult result, string partner)
    {
        var place = result.PlaceOf(partner);
        var steps = StepsOf(result);
        return new PartnerStatement
        {
            Number = $"{book.Code}/{result.Period.ToString()}/{partner}/1",
            Figures = result.Of(partner),
            Lines =
            [
                .. result
                    .Pools.Where(pool => pool.Parts[place].Pence != 0)
                    .Select(pool => new StatementLine
                    {
                        Pool = pool,
                        Part = pool.Parts[place],
                        Exact = pool.ExactOf(place),
                        Step = steps[pool],
                    }),
            ],
        };
    }

    private static Dictionary<SplitPool, int> StepsOf(PeriodResult result)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var steps = new Dictionary<SplitPool, int>();
        foreach (var pool in result.Pools)
        {
            seen.TryGetValue(pool.Key.Service, out var before);
            steps[pool] = seen[pool.Key.Service] = before + 1;
        }
        return steps;
    }
}
