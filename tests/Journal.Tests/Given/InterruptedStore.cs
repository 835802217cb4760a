namespace Openbook.Journal.Tests.Given;

/// <summary>A store on which somebody else does something just before a certain call.</summary>
public sealed class InterruptedStore(IStore inner) : IStore
{
    private int calls;
    private int at;
    private Action? act;

    /// <summary>Does it before the call of this number from now on, counted from 1.</summary>
    public void Before(int call, Action what)
    {
        calls = 0;
        at = call;
        act = what;
    }

    public IReadOnlyList<string> Books() => Next().Books();

    public IReadOnlyList<EntryRow> Entries(string book, int after) => Next().Entries(book, after);

    public IEnumerable<StoredBlock> Blocks(string book, int entry) => Next().Blocks(book, entry);

    public StoredBlock? Block(string book, int entry, int block) => Next().Block(book, entry, block);

    public byte[]? Sums(string book, int entry) => Next().Sums(book, entry);

    public byte[]? IdKeys(string book, int entry) => Next().IdKeys(book, entry);

    public (IReadOnlyList<int> WithLines, IReadOnlyList<int> Derived) EntriesWithRows(string book) =>
        Next().EntriesWithRows(book);

    public IReadOnlyList<string> Strays() => Next().Strays();

    public IStoreWriter Write() => inner.Write();

    public void Dispose() => inner.Dispose();

    private IStore Next()
    {
        if (++calls == at)
        {
            act?.Invoke();
        }
        return inner;
    }
}
