namespace Openbook.Journal.Tests.Given;

/// <summary>A store whose writing fails at one call, before or after that call has done its work.</summary>
/// <param name="inner">The store.</param>
/// <param name="failing">The number of the call, from 1, counted over all writes.</param>
/// <param name="afterwards">Whether the call has done its work when it fails.</param>
public sealed class FailingStore(IStore inner, int failing, bool afterwards) : IStore
{
    public const string Message = "The disk is gone.";

    private int calls;

    /// <summary>Whether a write was committed.</summary>
    public bool Committed { get; private set; }

    public IReadOnlyList<string> Books() => inner.Books();

    public IReadOnlyList<EntryRow> Entries(string book, int after) => inner.Entries(book, after);

    public IEnumerable<StoredBlock> Blocks(string book, int entry) => inner.Blocks(book, entry);

    public StoredBlock? Block(string book, int entry, int block) => inner.Block(book, entry, block);

    public byte[]? Sums(string book, int entry) => inner.Sums(book, entry);

    public byte[]? IdKeys(string book, int entry) => inner.IdKeys(book, entry);

    public (IReadOnlyList<int> WithLines, IReadOnlyList<int> Derived) EntriesWithRows(string book) =>
        inner.EntriesWithRows(book);

    public IReadOnlyList<string> Strays() => inner.Strays();

    public IStoreWriter Write() => new Writer(this, inner.Write());

    public void Dispose() => inner.Dispose();

    private T Step<T>(Func<T> run)
    {
        var isFailing = ++calls == failing;
        if (isFailing && !afterwards)
        {
            throw new StoreException(Message);
        }
        var result = run();
        return isFailing ? throw new StoreException(Message) : result;
    }

    private sealed class Writer(FailingStore store, IStoreWriter inner) : IStoreWriter
    {
        public int LastEntry(string book) => store.Step(() => inner.LastEntry(book));

        public byte[]? Entry(string book, int number) => store.Step(() => inner.Entry(book, number));

        public void PutEntry(string book, int number, byte[] bytes) => Step(() => inner.PutEntry(book, number, bytes));

        public void PutBlock(string book, int entry, StoredBlock block) =>
            Step(() => inner.PutBlock(book, entry, block));

        public void DropBlocks(string book, int entry) => Step(() => inner.DropBlocks(book, entry));

        public void ReplaceBlock(string book, int entry, StoredBlock block) =>
            Step(() => inner.ReplaceBlock(book, entry, block));

        public void PutDerived(string book, int entry, DerivedBatch derived) =>
            Step(() => inner.PutDerived(book, entry, derived));

        public void Commit() =>
            Step(() =>
            {
                inner.Commit();
                store.Committed = true;
            });

        public void Scrub() => Step(inner.Scrub);

        public void Dispose() => inner.Dispose();

        private void Step(Action run) =>
            store.Step(() =>
            {
                run();
                return true;
            });
    }
}
