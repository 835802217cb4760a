namespace Openbook.Journal;

/// <summary>The forms of the SQLite store. A store goes forward from form to form, each in one transaction.</summary>
internal static class SqliteSchema
{
    /// <summary>
    /// The form that this program writes. In the second the blocks of lines have a check in front, in the third the salts of a block
    /// come from one secret; a program that knows only an earlier form would take that for damage. The tables are the same, and blocks
    /// of an earlier form stay as they are.
    /// </summary>
    internal const int Newest = 3;

    // Marks the file as one of ours: "Opbk".
    private const int ApplicationId = 0x4F70626B;

    private const string First = """
        CREATE TABLE entries (
            book TEXT NOT NULL,
            number INTEGER NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (book, number)
        ) STRICT;
        CREATE TABLE lines (
            book TEXT NOT NULL,
            entry INTEGER NOT NULL,
            block INTEGER NOT NULL,
            count INTEGER NOT NULL,
            figures BLOB NOT NULL,
            salts BLOB NOT NULL,
            words BLOB NOT NULL,
            PRIMARY KEY (book, entry, block)
        ) STRICT;
        CREATE TABLE derived_batches (
            book TEXT NOT NULL,
            entry INTEGER NOT NULL,
            sums BLOB NOT NULL,
            id_keys BLOB NOT NULL,
            PRIMARY KEY (book, entry)
        ) STRICT;
        """;

    /// <summary>Throws if the file is not ours or is newer than this program; nothing in it has been touched then.</summary>
    internal static void MustBeOurs(SqliteDatabase database, string path)
    {
        var version = database.Number("PRAGMA user_version");
        var isEmpty = version == 0 && database.Number("SELECT count(*) FROM sqlite_schema") == 0;
        // Read last: another process may be making the store at this moment.
        if (!isEmpty && database.Number("PRAGMA application_id") != ApplicationId)
        {
            throw new StoreException($"The file {path} is a database of another program.");
        }
        if (version > Newest)
        {
            throw new StoreException(
                $"The store {path} was written by a newer Openbook (form {version}; this program knows {Newest}). Use that one."
            );
        }
    }

    internal static void BringForward(SqliteDatabase database, string path)
    {
        if (database.Number("PRAGMA user_version") == Newest)
        {
            return;
        }
        database.Run("BEGIN IMMEDIATE");
        // Another process may have been first.
        var form = database.Number("PRAGMA user_version");
        if (form == 0)
        {
            if (database.Number("SELECT count(*) FROM sqlite_schema") > 0)
            {
                database.Run("ROLLBACK");
                throw new StoreException($"The file {path} is a database of another program.");
            }
            database.Run(First);
            database.Run($"PRAGMA application_id={ApplicationId}");
        }
        if (form < Newest)
        {
            database.Run($"PRAGMA user_version={Newest}");
        }
        database.Run("COMMIT");
    }
}
