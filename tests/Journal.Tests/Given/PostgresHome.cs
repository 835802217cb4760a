using System.Data.Common;
using System.Reflection;
using Npgsql;
using Openbook.Postgres;

namespace Openbook.Journal.Tests.Given;

/// <summary>A PostgreSQL store in a database of its own; a copy of it is a schema of its own beside it.</summary>
public sealed class PostgresHome : IStoreHome
{
    private static int copies;
    private readonly TestDatabase database;
    private readonly string schema;

    public PostgresHome()
        : this(new TestDatabase(TestCluster.Shared!), "public") { }

    private PostgresHome(TestDatabase database, string schema)
    {
        this.database = database;
        this.schema = schema;
    }

    /// <summary>The words that connect to it.</summary>
    public string Connection =>
        new NpgsqlConnectionStringBuilder(database.Connection) { SearchPath = schema }.ConnectionString;

    public PostgresAddress Address => PostgresAddress.Parse(Connection)!;

    public IStore Open() => PostgresStore.Open(Address);

    DbConnection IStoreHome.Raw() => Raw();

    public NpgsqlConnection Raw()
    {
        var raw = database.Raw();
        // What is changed here need not outlive the machine.
        raw.Run($"SET search_path = {schema}; SET synchronous_commit = off");
        return raw;
    }

    /// <summary>The connection of an open store, to look at its settings and to change them.</summary>
    public static NpgsqlConnection ConnectionOf(IStore store) =>
        (NpgsqlConnection)
            typeof(PostgresStore)
                .GetField("connection", BindingFlags.Instance | BindingFlags.NonPublic)!
                .GetValue(store)!;

    // The table with the form is to PostgreSQL what the file's header is to SQLite.
    public IReadOnlyList<StoredTable> Tables()
    {
        using var raw = Raw();
        var columns = raw.Query(
            """
            SELECT c.relname::text, a.attname::text, format_type(a.atttypid, NULL), i.indisprimary IS NOT NULL
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
            LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary AND a.attnum = ANY (i.indkey)
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> 'openbook_store'
            ORDER BY c.relname, a.attnum
            """,
            row => (Table: (string)row[0], Column: new StoredColumn((string)row[1], (string)row[2], (bool)row[3]))
        );
        return
        [
            .. columns
                .GroupBy(row => row.Table, row => row.Column)
                .Select(table => new StoredTable(table.Key, [.. table])),
        ];
    }

    public IStoreHome Copy()
    {
        var copy = $"copy{Interlocked.Increment(ref copies)}";
        using var raw = Raw();
        var tables = Tables().Select(table => table.Name).Append("openbook_store");
        raw.Run(
            $"CREATE SCHEMA {copy};"
                + string.Concat(
                    tables.Select(table =>
                        $"CREATE TABLE {copy}.{table} (LIKE {table} INCLUDING ALL);"
                        + $"INSERT INTO {copy}.{table} SELECT * FROM {table};"
                    )
                )
        );
        return new PostgresHome(database, copy);
    }

    public void Dispose()
    {
        if (schema == "public")
        {
            database.Dispose();
            return;
        }
        using var raw = Raw();
        raw.Run($"SET client_min_messages = error; DROP SCHEMA {schema} CASCADE");
    }
}
