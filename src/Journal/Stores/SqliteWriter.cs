using Microsoft.Data.Sqlite;

namespace Openbook.Journal;

/// <summary>One SQLite transaction that took the write lock at its beginning.</summary>
internal sealed class SqliteWriter : IStoreWriter
{
    private readonly SqliteStore store;
    private readonly SqliteConnection connection;
    private readonly SqliteCommand putBlock;
    private bool open;

    public SqliteWriter(SqliteStore store, SqliteConnection connection)
    {
        this.store = store;
        this.connection = connection;
        SqliteStore.Run(connection, "BEGIN IMMEDIATE");
        open = true;
        putBlock = connection.CreateCommand();
        putBlock.CommandText =
            "INSERT INTO lines (book, entry, block, count, figures, salts, words) "
            + "VALUES ($book, $entry, $block, $count, $figures, $salts, $words)";
    }

    public int LastEntry(string book)
    {
        using var command = store.Command("SELECT max(number) FROM entries WHERE book = $book", ("$book", book));
        return store.Guard(command.ExecuteScalar) is long number ? (int)number : 0;
    }

    public byte[]? Entry(string book, int number)
    {
        using var command = store.Command(
            "SELECT bytes FROM entries WHERE book = $book AND number = $number",
            ("$book", book),
            ("$number", number)
        );
        return store.Guard(command.ExecuteScalar) as byte[];
    }

    public void PutEntry(string book, int number, byte[] bytes) =>
        Run(
            "INSERT INTO entries (book, number, bytes) VALUES ($book, $number, $bytes)",
            ("$book", book),
            ("$number", number),
            ("$bytes", bytes)
        );

    public void PutBlock(string book, int entry, StoredBlock block)
    {
        putBlock.Parameters.Clear();
        Fill(putBlock, book, entry, block);
        store.Guard(putBlock.ExecuteNonQuery);
    }

    public void ReplaceBlock(string book, int entry, StoredBlock block)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "UPDATE lines SET count = $count, figures = $figures, salts = $salts, words = $words "
            + "WHERE book = $book AND entry = $entry AND block = $block";
        Fill(command, book, entry, block);
        store.Guard(command.ExecuteNonQuery);
    }

    public void PutDerived(string book, int entry, DerivedBatch derived) =>
        Run(
            "INSERT INTO derived_batches (book, entry, sums, id_keys) VALUES ($book, $entry, $sums, $keys) "
                + "ON CONFLICT (book, entry) DO UPDATE SET sums = excluded.sums, id_keys = excluded.id_keys",
            ("$book", book),
            ("$entry", entry),
            ("$sums", derived.Sums),
            ("$keys", derived.IdKeys)
        );

    public void Commit()
    {
        Run("COMMIT");
        open = false;
    }

    public void Scrub() => Run("PRAGMA wal_checkpoint(TRUNCATE)");

    public void Dispose()
    {
        putBlock.Dispose();
        // On some faults, such as a full disk, SQLite has rolled back by itself.
        if (open && SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            SqliteStore.Run(connection, "ROLLBACK");
        }
        open = false;
    }

    private static void Fill(SqliteCommand command, string book, int entry, StoredBlock block)
    {
        command.Parameters.AddWithValue("$book", book);
        command.Parameters.AddWithValue("$entry", entry);
        command.Parameters.AddWithValue("$block", block.Block);
        command.Parameters.AddWithValue("$count", block.Count);
        command.Parameters.AddWithValue("$figures", block.Figures);
        command.Parameters.AddWithValue("$salts", block.Salts);
        command.Parameters.AddWithValue("$words", block.Words);
    }

    private void Run(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = store.Command(sql, values);
        store.Guard(command.ExecuteNonQuery);
    }
}
