namespace Openbook.Web.Books;

/// <summary>
/// A Book as read at some head. Looking at an open period moves the Book's day for a moment, so one looks at a time; what was
/// worked out once is kept, since it cannot change under the same head.
/// </summary>
/// <param name="loaded">The Book.</param>
/// <param name="newest">The same Book as it is now, if this is an earlier moment; else null.</param>
public sealed class ReadBook(LoadedBook loaded, ReadBook? newest)
{
    private readonly Lock looking = new();
    private readonly Dictionary<Period, Outcome<Statement>> statements = [];
    private readonly Dictionary<(string What, string Of), object> kept = [];

    /// <summary>The Book's code.</summary>
    public string Code => loaded.State.Code;

    /// <summary>The day up to which approvals have taken effect in it.</summary>
    public DateOnly Today { get; } = loaded.State.Today;

    /// <summary>The number of the last entry taken up.</summary>
    public int LastEntry => loaded.State.LastEntry;

    /// <summary>The entries taken up, oldest first.</summary>
    public IReadOnlyList<StoredEntry> Entries => loaded.Entries;

    /// <summary>The number of the last entry that there is.</summary>
    public int NewestEntry => newest?.LastEntry ?? LastEntry;

    /// <summary>Every entry that there is, oldest first, be this an earlier moment or not.</summary>
    public IReadOnlyList<StoredEntry> NewestEntries => newest?.Entries ?? Entries;

    /// <summary>Looks at what the Book says. Nothing that it gives may be changed or kept beyond the request.</summary>
    public T Look<T>(Func<BookState, T> look)
    {
        ArgumentNullException.ThrowIfNull(look);
        lock (looking)
        {
            return look(loaded.State);
        }
    }

    /// <summary>What a look came to, kept as long as this Book.</summary>
    /// <param name="what">What is worked out.</param>
    /// <param name="of">Of which part.</param>
    /// <param name="look">Works it out.</param>
    public T Keep<T>(string what, string of, Func<BookState, T> look)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(look);
        lock (looking)
        {
            if (!kept.TryGetValue((what, of), out var found))
            {
                kept[(what, of)] = found = look(loaded.State);
            }
            return (T)found;
        }
    }

    /// <summary>The statements of a period, or why there are none.</summary>
    /// <exception cref="BookDamagedException">They come out otherwise than they were closed.</exception>
    public Outcome<Statement> Statements(Period period)
    {
        lock (looking)
        {
            if (!statements.TryGetValue(period, out var found))
            {
                statements[period] = found = Checked(Statement.Of(loaded.State, period));
            }
            return found;
        }
    }

    private Outcome<Statement> Checked(Outcome<Statement> statement)
    {
        if (
            statement.IsDone
            && loaded.State.FindClosed(statement.Value.Period) is { } closed
            && StatementJson.Sha256(statement.Value) != closed.Fact.StatementSha256
        )
        {
            throw new BookDamagedException(
                closed.Entry,
                $"The statement of {closed.Period.ToWords()} is not the one that was closed."
            );
        }
        return statement;
    }
}
