namespace Openbook.Journal;

/// <summary>Books in one SQLite file: write-ahead log, flushed to disk at each commit.</summary>
public sealed class SqliteStore : IStore
{
    /// <summary>The name of the file in its folder.</summary>
    public const string FileName = "openbook.db";

    private readonly SqliteDatabase database;
    private readonly string path;

    private SqliteStore(SqliteDatabase database, string path)
    {
        this.database = database;
        this.path = path;
    }

    /// <summary>Where SQLite keeps its log of writes.</summary>
    internal string Log => path + "-wal";

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
            return Opened(file);
        }
        catch (Exception fault) when (fault is SqliteFault or IOException or UnauthorizedAccessException)
        {
            throw Unreachable(file, fault);
        }
    }

    public IReadOnlyList<string> Books() =>
        Query("SELECT DISTINCT book FROM entries ORDER BY book", row => row.Text(0));

    public IReadOnlyList<EntryRow> Entries(string book, int after) =>
        Query(
            "SELECT number, bytes FROM entries WHERE book = ? AND number > ? ORDER BY number",
            row => new EntryRow(Number(row, 0), row.Bytes(1)),
            statement => statement.Bind(book).Bind(after == int.MinValue ? long.MinValue : after)
        );

    public IEnumerable<StoredBlock> Blocks(string book, int entry)
    {
        using var statement = Guard(() =>
            database
                .Prepare(
                    "SELECT block, count, figures, salts, words FROM lines WHERE book = ? AND entry = ? ORDER BY block"
                )
                .Bind(book)
                .Bind(entry)
        );
        while (Guard(() => statement.Step() ? Block(statement) : null) is { } block)
        {
            yield return block;
        }
    }

    public StoredBlock? Block(string book, int entry, int block) =>
        Query(
                "SELECT block, count, figures, salts, words FROM lines WHERE book = ? AND entry = ? AND block = ?",
                Block,
                statement => statement.Bind(book).Bind(entry).Bind(block)
            )
            .FirstOrDefault();

    public byte[]? Sums(string book, int entry) => Derived("sums", book, entry);

    public byte[]? IdKeys(string book, int entry) => Derived("id_keys", book, entry);

    public (IReadOnlyList<int> WithLines, IReadOnlyList<int> Derived) EntriesWithRows(string book) =>
        (
            Query(
                "SELECT DISTINCT entry FROM lines WHERE book = ? ORDER BY entry",
                row => Number(row, 0),
                statement => statement.Bind(book)
            ),
            Query(
                "SELECT entry FROM derived_batches WHERE book = ? ORDER BY entry",
                row => Number(row, 0),
                statement => statement.Bind(book)
            )
        );

    public IReadOnlyList<string> Strays() =>
        Query(
            "SELECT book FROM (SELECT book FROM entries UNION SELECT book FROM lines UNION SELECT book FROM derived_batches) "
                + "WHERE book NOT IN (SELECT book FROM entries WHERE number = 1) ORDER BY book",
            row => row.Text(0)
        );

    public IStoreWriter Write() => Guard(() => new SqliteWriter(this, database));

    public void Dispose() => database.Dispose();

    /// <summary>Runs something and turns the database's complaint into one that a person can act on.</summary>
    internal T Guard<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (SqliteFault fault)
        {
            throw Unreachable(path, fault);
        }
    }

    private static SqliteStore Opened(string file)
    {
        var opened = SqliteDatabase.Open(file);
        try
        {
            // Blocks of lines are long: large pages save calls. A store that is there keeps the pages that it has.
            opened.Run(
                "PRAGMA page_size=16384; PRAGMA busy_timeout=60000; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
            );
            SqliteSchema.MustBeOurs(opened, file);
            opened.Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA trusted_schema=OFF;");
            opened.Run("PRAGMA cache_size=-8000; PRAGMA wal_autocheckpoint=1000;");
            SqliteSchema.BringForward(opened, file);
            return new SqliteStore(opened, file);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    private static StoreException Unreachable(string path, Exception fault) =>
        fault is SqliteFault { IsBusy: true }
            ? new StoreException(
                $"The store {path} is in use by another program. Try again when that has ended.",
                fault
            )
            : new StoreException($"The store {path} cannot be read or written: {fault.Message}.", fault);

    private byte[]? Derived(string column, string book, int entry) =>
        Query(
                $"SELECT {column} FROM derived_batches WHERE book = ? AND entry = ?",
                row => row.Bytes(0),
                statement => statement.Bind(book).Bind(entry)
            )
            .FirstOrDefault();

    private List<T> Query<T>(
        string sql,
        Func<SqliteStatement, T> read,
        Func<SqliteStatement, SqliteStatement>? bind = null
    ) =>
        Guard(() =>
        {
            using var statement = database.Prepare(sql);
            bind?.Invoke(statement);
            var rows = new List<T>();
            while (statement.Step())
            {
                rows.Add(read(statement));
            }
            return rows;
        });

    private static StoredBlock Block(SqliteStatement row) =>
        new(Number(row, 0), Number(row, 1), row.Bytes(2), row.Bytes(3), row.Bytes(4));

    // A number that no Openbook wrote comes out as the furthest that there is, so that verification meets it.
    private static int Number(SqliteStatement row, int column) =>
        (int)Math.Clamp(row.Number(column), int.MinValue, int.MaxValue);
}
