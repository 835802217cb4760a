using System.Numerics;

namespace Openbook.Oracle;

/// <summary>What the events come to.</summary>
public sealed class OracleResult
{
    private readonly Book book;

    /// <summary>Makes the result of a Book.</summary>
    internal OracleResult(Book book)
    {
        this.book = book;
    }

    /// <summary>The closed statements in order of closing.</summary>
    public IReadOnlyList<OracleStatement> Closed => book.Closed;

    /// <summary>The first month that is not closed.</summary>
    public int FirstOpenMonth => book.FirstOpenMonth;

    /// <summary>Each partner's carry after the last close, in trillionths of a penny; zero where not named.</summary>
    public IReadOnlyDictionary<string, BigInteger> Carries => book.Carries;

    /// <summary>The statement of an open period as if it were closed next, with the carry of the last close.</summary>
    /// <exception cref="OracleRefusal">The period is not open, or its figures cannot be worked out.</exception>
    public OracleStatement OpenStatement(OraclePeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        CloseOrder.CheckOpen(book, period);
        return new Closing(book, period).Run(closed: false);
    }
}
