using Openbook.Web.Books;

namespace Openbook.Web.Costs;

/// <summary>
/// The lines of Books in memory, read when they are first asked for and carried on when a Book has grown. Reading a million lines
/// takes seconds: whoever cannot wait for them gets none.
/// </summary>
public sealed class LineShelf(BookShelf shelf)
{
    private readonly Lock beginning = new();
    private readonly Dictionary<string, Reading> readings = new(StringComparer.Ordinal);

    private sealed record Reading(LineIndex Index, int LastEntry, Task<LineView> View);

    /// <summary>The lines of a Book, at least up to its newest entry; null if they are still being read.</summary>
    /// <param name="book">The Book.</param>
    /// <param name="patience">How long to wait for them.</param>
    /// <exception cref="BookDamagedException">The lines are not what they should be.</exception>
    public async Task<LineView?> Find(ReadBook book, TimeSpan patience)
    {
        ArgumentNullException.ThrowIfNull(book);
        var reading = Of(book);
        if (!reading.View.IsCompleted)
        {
            await Task.WhenAny(reading.View, Task.Delay(patience));
        }
        return reading.View.IsCompleted ? await reading.View : null;
    }

    /// <summary>How many lines of a Book have been read so far.</summary>
    public int LinesRead(ReadBook book) => Of(book).Index.LinesRead;

    // One task at a time reads the lines of a Book.
    private Reading Of(ReadBook book)
    {
        lock (beginning)
        {
            var known = readings.GetValueOrDefault(book.Code);
            return readings[book.Code] = known is null ? Begin(book) : CarryOn(known, book);
        }
    }

    private Reading Begin(ReadBook book)
    {
        var index = new LineIndex();
        return new Reading(index, book.NewestEntry, Started(index, book, Task.CompletedTask));
    }

    private Reading CarryOn(Reading known, ReadBook book) =>
        known.View.IsFaulted ? Begin(book)
        : known.LastEntry >= book.NewestEntry ? known
        : new Reading(known.Index, book.NewestEntry, Started(known.Index, book, known.View));

    private async Task<LineView> Started(LineIndex index, ReadBook book, Task before)
    {
        await before;
        return await Task.Run(() =>
        {
            using var store = shelf.Open();
            var view = index.Grow(store, book.Code, book.NewestEntries);
            view.PutInOrder();
            return view;
        });
    }
}
