using SQLitePCL;

namespace Openbook.Journal;

/// <summary>What SQLite complains of.</summary>
/// <param name="code">Its code, without what it adds for this version of itself.</param>
/// <param name="message">Its words.</param>
internal sealed class SqliteFault(int code, string message) : Exception(message)
{
    /// <summary>Whether somebody else holds the file just now.</summary>
    public bool IsBusy => code is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;
}

/// <summary>
/// An open SQLite file. It stands right on the library's functions: what ADO.NET brings along takes longer to load than a small
/// command may take.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    private const int CodeMask = 0xFF;
    private readonly sqlite3 handle;

    static SqliteDatabase() => Batteries_V2.Init();

    private SqliteDatabase(sqlite3 handle) => this.handle = handle;

    /// <summary>Opens a file for reading and writing; makes it if it is not there.</summary>
    /// <exception cref="SqliteFault">It cannot be opened.</exception>
    public static SqliteDatabase Open(string file)
    {
        var code = raw.sqlite3_open_v2(file, out var handle, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE, null);
        if (code != raw.SQLITE_OK)
        {
            handle?.Dispose();
            throw new SqliteFault(code & CodeMask, raw.sqlite3_errstr(code).utf8_to_string());
        }
        return new SqliteDatabase(handle);
    }

    /// <summary>Whether no transaction is open.</summary>
    public bool IsOutsideTransaction => raw.sqlite3_get_autocommit(handle) != 0;

    /// <summary>Runs statements that give no rows.</summary>
    public void Run(string sql) => Check(raw.sqlite3_exec(handle, sql));

    /// <summary>Prepares one statement.</summary>
    public SqliteStatement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(handle, sql, out var statement));
        return new SqliteStatement(this, statement);
    }

    /// <summary>The one number that a statement gives.</summary>
    public long Number(string sql)
    {
        using var statement = Prepare(sql);
        statement.Step();
        return statement.Number(0);
    }

    public void Dispose() => handle.Dispose();

    internal void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw new SqliteFault(code & CodeMask, raw.sqlite3_errmsg(handle).utf8_to_string());
        }
    }
}

/// <summary>A prepared statement. Values are bound to places from 1, columns are read from 0.</summary>
internal sealed class SqliteStatement(SqliteDatabase database, sqlite3_stmt handle) : IDisposable
{
    private int bound;

    /// <summary>Binds the next value.</summary>
    public SqliteStatement Bind(string value)
    {
        database.Check(raw.sqlite3_bind_text(handle, ++bound, value));
        return this;
    }

    /// <summary>Binds the next value.</summary>
    public SqliteStatement Bind(long value)
    {
        database.Check(raw.sqlite3_bind_int64(handle, ++bound, value));
        return this;
    }

    /// <summary>Binds the next value.</summary>
    public SqliteStatement Bind(byte[] value)
    {
        database.Check(raw.sqlite3_bind_blob(handle, ++bound, value));
        return this;
    }

    /// <summary>Goes to the next row; false if there is none. A statement that gives no rows has run then.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        database.Check(code);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Makes it ready to be run again with other values.</summary>
    public void Reset()
    {
        database.Check(raw.sqlite3_reset(handle));
        bound = 0;
    }

    /// <summary>Whether a column holds nothing.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    /// <summary>A whole number.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    /// <summary>A text.</summary>
    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    /// <summary>Bytes.</summary>
    /// <exception cref="SqliteFault">There are none: the column is null.</exception>
    public byte[] Bytes(int column) =>
        IsNull(column)
            ? throw new SqliteFault(raw.SQLITE_MISMATCH, "a value that must be there is not")
            : raw.sqlite3_column_blob(handle, column).ToArray();

    public void Dispose() => handle.Dispose();
}
