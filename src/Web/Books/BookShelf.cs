using System.Collections.Concurrent;

namespace Openbook.Web.Books;

/// <summary>
/// The Books of the store, each kept as last read. At every request the store is asked whether a Book has moved on, so that what
/// another program recorded shows at once.
/// </summary>
public sealed class BookShelf(SiteOptions options)
{
    private readonly ConcurrentDictionary<string, ReadBook> newest = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Book, AsAt AsAt, int Last), ReadBook> earlier = new();

    // Books at earlier moments are kept only while somebody looks around in them.
    private const int MostEarlier = 32;

    /// <summary>Every Book of the store as it is now, in order of code.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IReadOnlyList<ReadBook> All()
    {
        using var store = options.OpenStore();
        return store is null ? [] : [.. store.Books().Select(code => Newest(store, code)).OfType<ReadBook>()];
    }

    /// <summary>A Book at a moment; null if there is none of that code or nothing had been recorded by then.</summary>
    /// <exception cref="BookDamagedException">The Book is not what it should be.</exception>
    public ReadBook? Find(string code, AsAt asAt)
    {
        ArgumentNullException.ThrowIfNull(asAt);
        using var store = options.OpenStore();
        if (store is null || Newest(store, code) is not { } now)
        {
            return null;
        }
        if (asAt.IsNow)
        {
            return now;
        }
        if (asAt.Entry > now.LastEntry)
        {
            return null;
        }
        if (earlier.Count > MostEarlier)
        {
            earlier.Clear();
        }
        var then = earlier.GetOrAdd(
            (code, asAt, now.LastEntry),
            _ => new ReadBook(BookLoader.Load(store, code, asAt), now)
        );
        return then.LastEntry == 0 ? null : then;
    }

    /// <summary>Opens the store for one task.</summary>
    /// <exception cref="StoreException">There is none any more.</exception>
    public IStore Open() => options.OpenStore() ?? throw new StoreException("The store is gone.");

    private ReadBook? Newest(IStore store, string code)
    {
        // An approval takes effect by the passing of days, with nothing recorded.
        var today = DateOnly.FromDateTime(options.Clock.GetUtcNow().UtcDateTime);
        if (
            newest.TryGetValue(code, out var known)
            && known.Today >= today
            && store.Entries(code, known.LastEntry).Count == 0
        )
        {
            return known;
        }
        var loaded = BookLoader.Load(store, code);
        if (loaded.State.LastEntry == 0)
        {
            return null;
        }
        loaded.State.Advance(today);
        return newest[code] = new ReadBook(loaded, null);
    }
}
