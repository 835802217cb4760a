namespace Openbook.Oracle;

/// <summary>The money rules of openbook-1 written as plainly as they can be, to check the engine against.</summary>
public static class Oracle
{
    /// <summary>Takes in events in order of recording.</summary>
    /// <exception cref="OracleRefusal">A close must be refused.</exception>
    public static OracleResult Run(IEnumerable<OracleEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        Book book = new();
        foreach (OracleEvent recorded in events)
        {
            book.Apply(recorded);
        }

        return new OracleResult(book);
    }
}
