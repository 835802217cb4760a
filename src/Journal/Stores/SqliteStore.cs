using Microsoft.Data.Sqlite;

namespace Openbook.Journal;

/// <summary>Books in one SQLite file: write-ahead log, flushed to disk at each commit.</summary>
public sealed class SqliteStore : IStore
{
    /// <summary>The name of the file in its folder.</summary>
    public const string FileName = "openbook.db";

    private readonly SqliteConnection connection;
    private readonly string path;

    private SqliteStore(SqliteConnection connection, string path)
    {
        this.connection = connection;
        this.path = path;
    }

    /// <summary>Whether a folder holds a store.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Opens the store of a folder, or makes it; a store of an older form is brought forward.</summary>
    /// <exception cref="StoreException">It cannot be reached, is no store, or is newer than this program.</exception>
    public static SqliteStore Open(string folder)
    {
        var file = Path.Combine(folder, FileName);
        try
        {
            Directory.CreateDirectory(folder);
            var opened = new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = file,
                    Pooling = false,
                    DefaultTimeout = 60,
                }.ToString()
            );
            opened.Open();
            Run(opened, "PRAGMA busy_timeout=60000; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;");
            SqliteSchema.MustBeOurs(opened, file);
            Run(opened, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA trusted_schema=OFF;");
            Run(opened, "PRAGMA cache_size=-8000; PRAGMA wal_autocheckpoint=4000;");
            SqliteSchema.BringForward(opened, file);
            return new SqliteStore(opened, file);
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw Unreachable(file, fault);
        }
    }

    public IReadOnlyList<string> Books() =>
        Query("SELECT DISTINCT book FROM entries ORDER BY book", reader => reader.GetString(0));

    public IReadOnlyList<(int Number, byte[] Bytes)> Entries(string book, int after) =>
        Query(
            "SELECT number, bytes FROM entries WHERE book = $book AND number > $after ORDER BY number",
            reader => (Number(reader, 0), Bytes(reader, 1)),
            ("$book", book),
            ("$after", after == int.MinValue ? long.MinValue : after)
        );

    public IEnumerable<StoredBlock> Blocks(string book, int entry)
    {
        using var command = Command(
            "SELECT block, count, figures, salts, words FROM lines WHERE book = $book AND entry = $entry ORDER BY block",
            ("$book", book),
            ("$entry", entry)
        );
        using var reader = Guard(command.ExecuteReader);
        while (Guard(reader.Read))
        {
            yield return Block(reader);
        }
    }

    public StoredBlock? Block(string book, int entry, int block) =>
        Query(
                "SELECT block, count, figures, salts, words FROM lines WHERE book = $book AND entry = $entry AND block = $block",
                Block,
                ("$book", book),
                ("$entry", entry),
                ("$block", block)
            )
            .FirstOrDefault();

    public byte[]? Sums(string book, int entry) => Derived("sums", book, entry);

    public byte[]? IdKeys(string book, int entry) => Derived("id_keys", book, entry);

    public (IReadOnlyList<int> WithLines, IReadOnlyList<int> Derived) EntriesWithRows(string book) =>
        (
            Query(
                "SELECT DISTINCT entry FROM lines WHERE book = $book ORDER BY entry",
                reader => Number(reader, 0),
                ("$book", book)
            ),
            Query(
                "SELECT entry FROM derived_batches WHERE book = $book ORDER BY entry",
                reader => Number(reader, 0),
                ("$book", book)
            )
        );

    public IReadOnlyList<string> Strays() =>
        Query(
            "SELECT book FROM (SELECT book FROM entries UNION SELECT book FROM lines UNION SELECT book FROM derived_batches) "
                + "WHERE book NOT IN (SELECT book FROM entries WHERE number = 1) ORDER BY book",
            reader => reader.GetString(0)
        );

    public IStoreWriter Write() => Guard(() => new SqliteWriter(this, connection));

    public void Dispose() => connection.Dispose();

    internal SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }
        return command;
    }

    /// <summary>Runs something and turns the database's complaint into one that a person can act on.</summary>
    internal T Guard<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (Exception fault) when (fault is SqliteException or InvalidCastException or OverflowException)
        {
            throw Unreachable(path, fault);
        }
    }

    private static StoreException Unreachable(string path, Exception fault) =>
        fault is SqliteException { SqliteErrorCode: 5 or 6 }
            ? new StoreException(
                $"The store {path} is in use by another program. Try again when that has ended.",
                fault
            )
            : new StoreException($"The store {path} cannot be read or written: {fault.Message}", fault);

    private byte[]? Derived(string column, string book, int entry) =>
        Query(
                $"SELECT {column} FROM derived_batches WHERE book = $book AND entry = $entry",
                reader => Bytes(reader, 0),
                ("$book", book),
                ("$entry", entry)
            )
            .FirstOrDefault();

    private List<T> Query<T>(
        string sql,
        Func<SqliteDataReader, T> read,
        params ReadOnlySpan<(string Name, object Value)> values
    )
    {
        using var command = Command(sql, values);
        return Guard(() =>
        {
            var rows = new List<T>();
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add(read(reader));
            }
            return rows;
        });
    }

    private static StoredBlock Block(SqliteDataReader reader) =>
        new(Number(reader, 0), Number(reader, 1), Bytes(reader, 2), Bytes(reader, 3), Bytes(reader, 4));

    // A number that no Openbook wrote comes out as the furthest that there is, so that verification meets it.
    private static int Number(SqliteDataReader reader, int column) =>
        (int)Math.Clamp(reader.GetInt64(column), int.MinValue, int.MaxValue);

    internal static byte[] Bytes(SqliteDataReader reader, int column) => reader.GetFieldValue<byte[]>(column);

    internal static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
