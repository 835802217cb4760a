using System.Data;
using System.Diagnostics;
using Npgsql;

namespace Openbook.Journal;

/// <summary>One PostgreSQL transaction that took the store's lock at its beginning, so that no other program writes.</summary>
internal sealed class PostgresWriter : IStoreWriter
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly PostgresStore store;
    private readonly NpgsqlTransaction transaction;
    private bool open = true;
    private string? replacedBy;

    private PostgresWriter(PostgresStore store, NpgsqlTransaction transaction)
    {
        this.store = store;
        this.transaction = transaction;
    }

    /// <summary>Begins a write, waiting for another program's to end.</summary>
    public static PostgresWriter Begin(PostgresStore store, NpgsqlConnection connection)
    {
        // Each statement sees what was committed before it, so that what is read after the lock is the newest.
        var begun = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        try
        {
            using var command = store.Command("SELECT pg_advisory_xact_lock(@lock)", ("lock", PostgresSchema.Lock));
            command.ExecuteNonQuery();
            return new PostgresWriter(store, begun);
        }
        catch
        {
            begun.Dispose();
            throw;
        }
    }

    public int LastEntry(string book)
    {
        using var command = store.Command("SELECT max(number) FROM entries WHERE book = @book", ("book", book));
        return store.Guard(command.ExecuteScalar) is long number ? (int)number : 0;
    }

    public byte[]? Entry(string book, int number)
    {
        using var command = store.Command(
            "SELECT bytes FROM entries WHERE book = @book AND number = @number",
            ("book", book),
            ("number", (long)number)
        );
        return store.Guard(command.ExecuteScalar) as byte[];
    }

    public void PutEntry(string book, int number, byte[] bytes) =>
        MustAddOne(
            "INSERT INTO entries (book, number, bytes) VALUES (@book, @number, @bytes) ON CONFLICT DO NOTHING",
            $"entry {number}",
            ("book", book),
            ("number", (long)number),
            ("bytes", bytes)
        );

    public void PutBlock(string book, int entry, StoredBlock block) =>
        MustAddOne(
            "INSERT INTO lines (book, entry, block, count, figures, salts, words) "
                + "VALUES (@book, @entry, @block, @count, @figures, @salts, @words) ON CONFLICT DO NOTHING",
            $"block {block.Block} of entry {entry}",
            Values(book, entry, block)
        );

    public void DropBlocks(string book, int entry) =>
        Run("DELETE FROM lines WHERE book = @book AND entry = @entry", ("book", book), ("entry", (long)entry));

    public void ReplaceBlock(string book, int entry, StoredBlock block)
    {
        Run(
            "UPDATE lines SET count = @count, figures = @figures, salts = @salts, words = @words "
                + "WHERE book = @book AND entry = @entry AND block = @block",
            Values(book, entry, block)
        );
        using var command = store.Command("SELECT pg_current_xact_id()::xid::text");
        replacedBy = (string?)store.Guard(command.ExecuteScalar);
    }

    public void PutDerived(string book, int entry, DerivedBatch derived) =>
        Run(
            "INSERT INTO derived_batches (book, entry, sums, id_keys) VALUES (@book, @entry, @sums, @keys) "
                + "ON CONFLICT (book, entry) DO UPDATE SET sums = excluded.sums, id_keys = excluded.id_keys",
            ("book", book),
            ("entry", (long)entry),
            ("sums", derived.Sums),
            ("keys", derived.IdKeys)
        );

    public void Commit()
    {
        try
        {
            transaction.Commit();
        }
        catch (Exception fault) when (PostgresStore.IsOfTheDatabase(fault))
        {
            throw store.NotKept(fault);
        }
        finally
        {
            End();
        }
    }

    /// <summary>
    /// Writes the tables anew without what was replaced, once nobody reads the state before it any more. The server's log of
    /// writes, its archive and back-ups keep what they hold.
    /// </summary>
    public void Scrub()
    {
        var watch = Stopwatch.StartNew();
        while (IsStillRead())
        {
            if (watch.Elapsed > LongestWait)
            {
                throw new StoreException(
                    "The words are withheld, but another program still reads the state before it. When that has ended, "
                        + "remove them from the tables' files with: VACUUM FULL lines, derived_batches"
                );
            }
            Thread.Sleep(50);
        }
        Run("VACUUM (FULL) lines, derived_batches");
    }

    public void Dispose()
    {
        if (open)
        {
            End();
        }
        transaction.Dispose();
    }

    private void End()
    {
        open = false;
        try
        {
            // Rolls back what was not committed.
            transaction.Dispose();
        }
        catch (Exception fault) when (PostgresStore.IsOfTheDatabase(fault))
        {
            // The server has rolled back, or is gone and will.
        }
        store.Written();
    }

    // Or may be: whatever was begun on the server before the write, in any of its databases, keeps what was replaced.
    private bool IsStillRead()
    {
        if (replacedBy is null)
        {
            return false;
        }
        using var command = store.Command(
            "SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND (age(backend_xid) >= age(@replaced::xid) "
                + "OR datname = current_database() AND age(backend_xmin) >= age(@replaced::xid))",
            ("replaced", replacedBy)
        );
        return store.Guard(command.ExecuteScalar) is > 0L;
    }

    private static (string Name, object Value)[] Values(string book, int entry, StoredBlock block) =>
        [
            ("book", book),
            ("entry", (long)entry),
            ("block", (long)block.Block),
            ("count", (long)block.Count),
            ("figures", block.Figures),
            ("salts", block.Salts),
            ("words", block.Words),
        ];

    private void MustAddOne(string sql, string what, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = store.Command(sql, values);
        if (store.Guard(command.ExecuteNonQuery) != 1)
        {
            throw new StoreException($"There is {what} already.");
        }
    }

    private void Run(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = store.Command(sql, values);
        store.Guard(command.ExecuteNonQuery);
    }
}
