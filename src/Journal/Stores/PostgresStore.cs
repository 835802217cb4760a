using System.Data;
using System.Net.Sockets;
using Npgsql;

namespace Openbook.Journal;

/// <summary>
/// Books in a PostgreSQL database. What is read is one state, from the first reading to the next write or the end; of all
/// programs one writes at a time.
/// </summary>
public sealed class PostgresStore : IStore
{
    private const int BlocksAtOnce = 4;

    private readonly NpgsqlConnection connection;
    private readonly PostgresAddress address;
    private NpgsqlTransaction? reading;
    private PostgresWriter? writing;

    private PostgresStore(NpgsqlConnection connection, PostgresAddress address)
    {
        this.connection = connection;
        this.address = address;
    }

    /// <summary>Opens the store of a database, or makes it; a store of an older form is brought forward.</summary>
    /// <exception cref="StoreException">It cannot be reached, is another program's, or is newer than this program.</exception>
    public static PostgresStore Open(PostgresAddress address) => Open(address, orMake: true)!;

    /// <summary>Opens the store of a database; null if the database holds none yet.</summary>
    /// <exception cref="StoreException">It cannot be reached, is another program's, or is newer than this program.</exception>
    public static PostgresStore? OpenIfThere(PostgresAddress address) => Open(address, orMake: false);

    private static PostgresStore? Open(PostgresAddress address, bool orMake)
    {
        ArgumentNullException.ThrowIfNull(address);
        NpgsqlConnection? opened = null;
        try
        {
            opened = address.Connect();
            PostgresSchema.Open(opened);
            var form = PostgresSchema.Form(opened, address);
            if (form == 0 && !orMake)
            {
                return null;
            }
            if (form < PostgresSchema.Newest)
            {
                PostgresSchema.BringForward(opened, address);
            }
            var store = new PostgresStore(opened, address);
            opened = null;
            return store;
        }
        catch (Exception fault) when (IsOfTheDatabase(fault))
        {
            throw Unusable(address, fault);
        }
        finally
        {
            opened?.Dispose();
        }
    }

    public IReadOnlyList<string> Books() =>
        Query("SELECT DISTINCT book FROM entries ORDER BY book", reader => reader.GetString(0));

    public IReadOnlyList<EntryRow> Entries(string book, int after) =>
        Query(
            "SELECT number, bytes FROM entries WHERE book = @book AND number > @after ORDER BY number",
            reader => new EntryRow(Number(reader, 0), Bytes(reader, 1)),
            ("book", book),
            ("after", after == int.MinValue ? long.MinValue : after)
        );

    // A few at a time: whoever goes through them may ask for other things in between.
    public IEnumerable<StoredBlock> Blocks(string book, int entry)
    {
        const string Sql =
            "SELECT block, count, figures, salts, words FROM lines "
            + "WHERE book = @book AND entry = @entry AND block > @after ORDER BY block LIMIT @most";
        List<(long Place, StoredBlock Block)> some;
        var after = long.MinValue;
        do
        {
            some = Query(Sql, Block, ("book", book), ("entry", (long)entry), ("after", after), ("most", BlocksAtOnce));
            foreach (var (place, block) in some)
            {
                after = place;
                yield return block;
            }
        } while (some.Count == BlocksAtOnce);
    }

    public StoredBlock? Block(string book, int entry, int block) =>
        Query(
                "SELECT block, count, figures, salts, words FROM lines WHERE book = @book AND entry = @entry AND block = @block",
                Block,
                ("book", book),
                ("entry", (long)entry),
                ("block", (long)block)
            )
            .Select(found => found.Block)
            .FirstOrDefault();

    public byte[]? Sums(string book, int entry) => Derived("sums", book, entry);

    public byte[]? IdKeys(string book, int entry) => Derived("id_keys", book, entry);

    public (IReadOnlyList<int> WithLines, IReadOnlyList<int> Derived) EntriesWithRows(string book) =>
        (
            Query(
                "SELECT DISTINCT entry FROM lines WHERE book = @book ORDER BY entry",
                reader => Number(reader, 0),
                ("book", book)
            ),
            Query(
                "SELECT entry FROM derived_batches WHERE book = @book ORDER BY entry",
                reader => Number(reader, 0),
                ("book", book)
            )
        );

    public IReadOnlyList<string> Strays() =>
        Query(
            "SELECT book FROM (SELECT book FROM entries UNION SELECT book FROM lines UNION SELECT book FROM derived_batches) b "
                + "WHERE book NOT IN (SELECT book FROM entries WHERE number = 1) ORDER BY book",
            reader => reader.GetString(0)
        );

    public IStoreWriter Write()
    {
        if (writing is not null)
        {
            throw new StoreException("A write is under way already.");
        }
        return Guard(() =>
        {
            EndReading();
            MustBeOpen();
            return writing = PostgresWriter.Begin(this, connection);
        });
    }

    public void Dispose() => connection.Dispose();

    internal NpgsqlCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = new NpgsqlCommand(sql, connection);
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
        catch (Exception fault) when (IsOfTheDatabase(fault))
        {
            Forget();
            throw Unusable(address, fault);
        }
    }

    /// <summary>What to say of a write that the server did not acknowledge: it refused it, or went and nobody knows.</summary>
    internal StoreException NotKept(Exception fault) =>
        fault is PostgresException { SqlState: not ['5', '7', 'P', ..] }
            ? Unusable(address, fault)
            : new StoreException(
                $"The {address} was lost just when it should keep what was written. It may be there or not: look "
                    + "at the list of entries. What was given a key, as every form has, can be given again and is recorded once.",
                fault
            );

    /// <summary>The write has come to its end.</summary>
    internal void Written() => writing = null;

    internal static bool IsOfTheDatabase(Exception fault) =>
        fault
            is NpgsqlException
                or SocketException
                or IOException
                or TimeoutException
                or InvalidCastException
                or InvalidOperationException
                or OverflowException;

    private static StoreException Unusable(PostgresAddress address, Exception fault)
    {
        var why = address.WithoutPassword(
            (fault as PostgresException)?.MessageText ?? (fault.InnerException ?? fault).Message
        );
        return fault switch
        {
            PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } => new StoreException(
                $"The {address} is in use by another program. Try again when that has ended.",
                fault
            ),
            PostgresException { SqlState: ['2', '8' or 'D' or 'F', ..] } or PostgresException { SqlState: "3D000" } =>
                new StoreException($"The {address} does not let us in: {why}", fault),
            // The server is going down, or somebody ended the connection.
            PostgresException { SqlState: ['5', '7', 'P', ..] } => new StoreLostException(
                $"The connection to the {address} was lost: {why}",
                fault
            ),
            PostgresException => new StoreException($"The {address} cannot be read or written: {why}", fault),
            NpgsqlException or SocketException or IOException or TimeoutException => new StoreLostException(
                $"The {address} cannot be reached: {why}",
                fault
            ),
            _ => new StoreException($"The {address} cannot be read or written: {why}", fault),
        };
    }

    private byte[]? Derived(string column, string book, int entry) =>
        Query(
                $"SELECT {column} FROM derived_batches WHERE book = @book AND entry = @entry",
                reader => Bytes(reader, 0),
                ("book", book),
                ("entry", (long)entry)
            )
            .FirstOrDefault();

    private List<T> Query<T>(
        string sql,
        Func<NpgsqlDataReader, T> read,
        params ReadOnlySpan<(string Name, object Value)> values
    )
    {
        using var command = Command(sql, values);
        return Guard(() =>
        {
            BeginReading();
            var rows = new List<T>();
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add(read(reader));
            }
            return rows;
        });
    }

    // While a write is under way, what it wrote is read too.
    private void BeginReading()
    {
        if (writing is null && reading is null)
        {
            MustBeOpen();
            reading = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        }
    }

    private void EndReading()
    {
        reading?.Dispose();
        reading = null;
    }

    // After a fault the next reading begins anew, and the server may be there again by then.
    private void Forget()
    {
        try
        {
            EndReading();
        }
        catch (Exception fault) when (IsOfTheDatabase(fault))
        {
            reading = null;
        }
    }

    private void MustBeOpen()
    {
        if (connection.FullState is ConnectionState.Broken or ConnectionState.Closed)
        {
            connection.Close();
            PostgresSchema.Open(connection);
        }
    }

    private static (long Place, StoredBlock Block) Block(NpgsqlDataReader reader) =>
        (
            reader.GetInt64(0),
            new StoredBlock(Number(reader, 0), Number(reader, 1), Bytes(reader, 2), Bytes(reader, 3), Bytes(reader, 4))
        );

    // A number that no Openbook wrote comes out as the furthest that there is, so that verification meets it.
    private static int Number(NpgsqlDataReader reader, int column) =>
        (int)Math.Clamp(reader.GetInt64(column), int.MinValue, int.MaxValue);

    private static byte[] Bytes(NpgsqlDataReader reader, int column) => reader.GetFieldValue<byte[]>(column);
}
