namespace Openbook.Journal;

/// <summary>One SQLite transaction that took the write lock at its beginning.</summary>
internal sealed class SqliteWriter : IStoreWriter
{
    private readonly SqliteStore store;
    private readonly SqliteDatabase database;
    private readonly SqliteStatement putBlock;
    private readonly LogFlusher flusher;
    private bool open;

    public SqliteWriter(SqliteStore store, SqliteDatabase database)
    {
        this.store = store;
        this.database = database;
        flusher = new LogFlusher(store.Log);
        database.Run("BEGIN IMMEDIATE");
        open = true;
        putBlock = database.Prepare(
            "INSERT INTO lines (book, entry, block, count, figures, salts, words) VALUES (?, ?, ?, ?, ?, ?, ?)"
        );
    }

    public int LastEntry(string book) =>
        store.Guard(() =>
        {
            using var statement = database.Prepare("SELECT max(number) FROM entries WHERE book = ?").Bind(book);
            return statement.Step() && !statement.IsNull(0) ? (int)statement.Number(0) : 0;
        });

    public byte[]? Entry(string book, int number) =>
        store.Guard(() =>
        {
            using var statement = database
                .Prepare("SELECT bytes FROM entries WHERE book = ? AND number = ?")
                .Bind(book)
                .Bind(number);
            return statement.Step() ? statement.Bytes(0) : null;
        });

    public void PutEntry(string book, int number, byte[] bytes) =>
        Run(
            "INSERT INTO entries (book, number, bytes) VALUES (?, ?, ?)",
            statement => statement.Bind(book).Bind(number).Bind(bytes)
        );

    public void PutBlock(string book, int entry, StoredBlock block) =>
        store.Guard(() =>
        {
            putBlock.Reset();
            putBlock.Bind(book).Bind(entry).Bind(block.Block).Bind(block.Count);
            putBlock.Bind(block.Figures).Bind(block.Salts).Bind(block.Words).Step();
            flusher.Wrote(block.Figures.Length + block.Salts.Length + block.Words.Length);
            return true;
        });

    public void DropBlocks(string book, int entry) =>
        Run("DELETE FROM lines WHERE book = ? AND entry = ?", statement => statement.Bind(book).Bind(entry));

    public void ReplaceBlock(string book, int entry, StoredBlock block) =>
        Run(
            "UPDATE lines SET count = ?, figures = ?, salts = ?, words = ? WHERE book = ? AND entry = ? AND block = ?",
            statement =>
                statement
                    .Bind(block.Count)
                    .Bind(block.Figures)
                    .Bind(block.Salts)
                    .Bind(block.Words)
                    .Bind(book)
                    .Bind(entry)
                    .Bind(block.Block)
        );

    public void PutDerived(string book, int entry, DerivedBatch derived) =>
        Run(
            "INSERT INTO derived_batches (book, entry, sums, id_keys) VALUES (?, ?, ?, ?) "
                + "ON CONFLICT (book, entry) DO UPDATE SET sums = excluded.sums, id_keys = excluded.id_keys",
            statement => statement.Bind(book).Bind(entry).Bind(derived.Sums).Bind(derived.IdKeys)
        );

    public void Commit()
    {
        Run("COMMIT", statement => statement);
        open = false;
    }

    public void Scrub() => Run("PRAGMA wal_checkpoint(TRUNCATE)", statement => statement);

    public void Dispose()
    {
        putBlock.Dispose();
        flusher.Dispose();
        // On some faults, such as a full disk, SQLite has rolled back by itself.
        if (open && !database.IsOutsideTransaction)
        {
            database.Run("ROLLBACK");
        }
        open = false;
    }

    private void Run(string sql, Func<SqliteStatement, SqliteStatement> bind) =>
        store.Guard(() =>
        {
            using var statement = database.Prepare(sql);
            return bind(statement).Step();
        });
}
