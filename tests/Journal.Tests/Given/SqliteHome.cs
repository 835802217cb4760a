using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Openbook.Journal.Tests.Given;

/// <summary>A SQLite store in a folder of its own.</summary>
public sealed class SqliteHome : IStoreHome
{
    private readonly TempFolder folder = new();

    public string Folder => folder.Path;

    public string File => folder.At(SqliteStore.FileName);

    public IStore Open() => SqliteStore.Open(Folder);

    public DbConnection Raw() => RawOf(File);

    public static SqliteConnection RawOf(string file)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()
        );
        connection.Open();
        // What is changed here need not outlive the machine.
        connection.Run("PRAGMA synchronous = OFF");
        return connection;
    }

    /// <summary>What an open store holds its file by, to look at its settings and to change them.</summary>
    public static OpenSqlite Within(IStore store) =>
        new(typeof(SqliteStore).GetField("database", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(store)!);

    public IReadOnlyList<StoredTable> Tables()
    {
        using var raw = Raw();
        var names = raw.Query(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
            row => (string)row[0]
        );
        return [.. names.Select(name => new StoredTable(name, Columns(raw, name)))];
    }

    public IStoreHome Copy()
    {
        var copy = new SqliteHome();
        foreach (var file in Directory.EnumerateFiles(Folder))
        {
            System.IO.File.Copy(file, Path.Combine(copy.Folder, Path.GetFileName(file)));
        }
        return copy;
    }

    /// <summary>The bytes of every file of the store, one after another.</summary>
    public byte[] AllBytes() => [.. Directory.EnumerateFiles(Folder).Order().SelectMany(System.IO.File.ReadAllBytes)];

    public void Dispose() => folder.Dispose();

    private static List<StoredColumn> Columns(DbConnection raw, string table) =>
        raw.Query(
            $"PRAGMA table_info({table})",
            row => new StoredColumn((string)row[1], (string)row[2], (long)row[5] > 0)
        );
}
