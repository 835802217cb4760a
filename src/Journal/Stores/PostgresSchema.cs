using Npgsql;

namespace Openbook.Journal;

/// <summary>The forms of the PostgreSQL store. A store goes forward from form to form, each in one transaction.</summary>
internal static class PostgresSchema
{
    /// <summary>The form that this program writes.</summary>
    internal const int Newest = 3;

    /// <summary>The lock of whoever writes to a store or brings it forward: "Opbk".</summary>
    internal const long Lock = 0x4F70626B;

    /// <summary>What the session is told first; a server or database may have been set up otherwise.</summary>
    private const string Settings = """
        SELECT set_config('lock_timeout', '60s', false), set_config('idle_in_transaction_session_timeout', '0', false);
        SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
        """;

    // Bytes are packed already where that helps, so the server need not try.
    private const string First = """
        CREATE TABLE entries (
            book text COLLATE "C" NOT NULL,
            number bigint NOT NULL,
            bytes bytea NOT NULL,
            PRIMARY KEY (book, number)
        );
        CREATE TABLE lines (
            book text COLLATE "C" NOT NULL,
            entry bigint NOT NULL,
            block bigint NOT NULL,
            count bigint NOT NULL,
            figures bytea NOT NULL,
            salts bytea NOT NULL,
            words bytea NOT NULL,
            PRIMARY KEY (book, entry, block)
        );
        CREATE TABLE derived_batches (
            book text COLLATE "C" NOT NULL,
            entry bigint NOT NULL,
            sums bytea NOT NULL,
            id_keys bytea NOT NULL,
            PRIMARY KEY (book, entry)
        );
        ALTER TABLE lines ALTER figures SET STORAGE EXTERNAL, ALTER salts SET STORAGE EXTERNAL, ALTER words SET STORAGE EXTERNAL;
        CREATE TABLE openbook_store (form integer NOT NULL);
        """;

    // Tables of the schema in use, and whether the one with the form is among them; what extensions brought is nobody's.
    private const string Tables = """
        SELECT count(*), count(*) FILTER (WHERE c.relname = 'openbook_store'), current_schema() IS NULL
        FROM pg_class c
        WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
          AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
          AND NOT EXISTS (
            SELECT FROM pg_depend d
            WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
          )
        """;

    /// <summary>Opens a connection with the settings on which the store's promises rest.</summary>
    internal static void Open(NpgsqlConnection connection)
    {
        connection.Open();
        Run(connection, Settings);
    }

    /// <summary>The form of the store, 0 if there is none yet.</summary>
    /// <exception cref="StoreException">The database is not ours or is newer than this program.</exception>
    internal static int Form(NpgsqlConnection connection, PostgresAddress address)
    {
        var (tables, ours, lost) = Counted(connection);
        if (lost)
        {
            throw new StoreException($"The {address} has no schema that can be used: see its search path.");
        }
        var form = ours == 1 ? Written(connection) : 0;
        if (form == 0 && tables > 0)
        {
            throw new StoreException($"The {address} holds the tables of another program. Name a database of its own.");
        }
        return form <= Newest
            ? form
            : throw new StoreException(
                $"The store in {address} was written by a newer Openbook (form {form}; this program knows {Newest}). Use that one."
            );
    }

    /// <summary>Makes the store, or takes it to the newest form: one program at a time, whole or not at all.</summary>
    internal static void BringForward(NpgsqlConnection connection, PostgresAddress address)
    {
        using var transaction = connection.BeginTransaction(System.Data.IsolationLevel.ReadCommitted);
        Run(connection, $"SELECT pg_advisory_xact_lock({Lock})");
        // Another program may have been first.
        var form = Form(connection, address);
        if (form == 0)
        {
            Run(connection, First);
            Run(connection, $"INSERT INTO openbook_store (form) VALUES ({Newest})");
        }
        else if (form < Newest)
        {
            Run(connection, $"UPDATE openbook_store SET form = {Newest}");
        }
        transaction.Commit();
    }

    private static (long Tables, long Ours, bool Lost) Counted(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(Tables, connection);
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1), reader.GetBoolean(2));
    }

    // 0 if the table is not one that Openbook made.
    private static int Written(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(
            "SELECT CASE WHEN count(*) = 1 THEN max((to_jsonb(o) ->> 'form')::integer) END FROM openbook_store o",
            connection
        );
        return command.ExecuteScalar() as int? ?? 0;
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
