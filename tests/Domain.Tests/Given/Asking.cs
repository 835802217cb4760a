namespace Openbook.Domain.Tests.Given;

/// <summary>What examples ask a Book, answered in a few words.</summary>
public static class Asking
{
    /// <summary>
    /// The pools of a period with what each partner bears of them, such as
    /// <c>networks 2016-10 revenue of 100.00: 33.34 33.33 33.33</c>.
    /// </summary>
    public static IReadOnlyList<string> Pools(this ABook book, string period)
    {
        var statement = Shown(book, period);
        var lines = statement.Partners.SelectMany(partner => partner.Lines.Select(line => (partner, line))).ToList();
        return
        [
            .. Result(book, period)
                .Pools.Where(pool => lines.Exists(item => item.line.Pool.Key == pool.Key))
                .Select(pool =>
                    $"{Name(pool)} of {Printed.Of(pool.Pence)}: "
                    + string.Join(' ', pool.Parts.Select(part => Printed.Of(part.Pence)))
                ),
        ];
    }

    /// <summary>What each partner bears: <c>33.34 33.33 33.33</c>.</summary>
    public static string Shares(this ABook book, string period) =>
        string.Join(' ', Shown(book, period).Partners.Select(partner => Printed.Of(partner.Figures.SharePence)));

    /// <summary>What each partner settled.</summary>
    public static string Settled(this ABook book, string period) =>
        string.Join(' ', Shown(book, period).Partners.Select(partner => Printed.Of(partner.Figures.SettledPence)));

    /// <summary>What each partner carries forward.</summary>
    public static string Carried(this ABook book, string period) =>
        string.Join(
            ' ',
            Shown(book, period).Partners.Select(partner => Printed.Of(partner.Figures.CarriedForwardPence))
        );

    /// <summary>The statements of a period, which must be there.</summary>
    public static Statement Shown(this ABook book, string period)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.Look(In.Period(period)).Value;
    }

    /// <summary>The working of a period, which must be there.</summary>
    public static PeriodResult Result(this ABook book, string period)
    {
        ArgumentNullException.ThrowIfNull(book);
        var state = book.Again();
        state.Advance(In.Period(period).LastDay);
        return state.FindClosed(In.Period(period))?.Result ?? PeriodWork.Of(state, In.Period(period)).Value;
    }

    /// <summary>The codes of refusals.</summary>
    public static IEnumerable<string> Codes(this IEnumerable<Refusal> refusals) =>
        refusals.Select(refusal => refusal.Code.Code);

    /// <summary>The codes for which a close is refused.</summary>
    public static IReadOnlyList<string> WhyNotClose(this ABook book, string period)
    {
        ArgumentNullException.ThrowIfNull(book);
        var refusals = book.Close(In.Period(period));
        if (refusals.Count > 0)
        {
            book.MustBeRefusedByOracle(In.Period(period), refusals);
        }
        return [.. refusals.Codes()];
    }

    private static string Name(SplitPool pool) =>
        pool.Key.Service
        + (pool.Key.Overhead is null ? "" : $" ({pool.Key.Overhead})")
        + (pool.Key.Customer is null ? "" : $" from {pool.Key.Customer}")
        + $" {pool.Key.ForMonth} {CostWords.Of(pool.Key.Kind)}"
        + (pool.IsTrueUp ? " true-up" : "");
}
