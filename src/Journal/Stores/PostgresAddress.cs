using System.Collections.Concurrent;
using System.Data.Common;
using Npgsql;

namespace Openbook.Journal;

/// <summary>Where a PostgreSQL store is: the words of a connection, completed with what Openbook needs.</summary>
public sealed class PostgresAddress
{
    // One for each connection that this process uses, since a pool, if there is one, belongs to its source.
    private static readonly ConcurrentDictionary<string, NpgsqlDataSource> Sources = new(StringComparer.Ordinal);

    private readonly NpgsqlConnectionStringBuilder words;

    private PostgresAddress(NpgsqlConnectionStringBuilder words) => this.words = words;

    /// <summary>A connection that is still to be opened.</summary>
    internal NpgsqlConnection Connect() => Sources.GetOrAdd(words.ConnectionString, Source).CreateConnection();

    /// <summary>Reads words such as <c>Host=db.example.org;Database=openbook;Username=openbook</c>; null if they are none.</summary>
    public static PostgresAddress? Parse(string text)
    {
        try
        {
            var read = new NpgsqlConnectionStringBuilder(text);
            return string.IsNullOrWhiteSpace(read.Host) ? null : new PostgresAddress(Completed(read, text));
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidCastException)
        {
            // What the driver says of it may repeat the password.
            return null;
        }
    }

    /// <summary>The database and its host, without user and password.</summary>
    public override string ToString() =>
        $"PostgreSQL database {words.Database ?? words.Username ?? "?"} on {words.Host}";

    /// <summary>A text without the password that came with the connection.</summary>
    internal string WithoutPassword(string text) =>
        string.IsNullOrEmpty(words.Password) ? text : text.Replace(words.Password, "…", StringComparison.Ordinal);

    private static NpgsqlDataSource Source(string connection)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(connection);
        builder.EnableTransportSecurity();
        // Only types that every PostgreSQL has are used: the catalogue need not be read at each start.
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        return builder.Build();
    }

    // What a person wrote counts; the rest is set for one command that opens the store once.
    private static NpgsqlConnectionStringBuilder Completed(NpgsqlConnectionStringBuilder words, string text)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = text }
            .Keys!.Cast<string>()
            .Select(key => key.Replace(" ", "", StringComparison.Ordinal))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        Unless("Pooling", () => words.Pooling = false);
        Unless("CommandTimeout", () => words.CommandTimeout = 0);
        Unless("TcpKeepalive", () => words.TcpKeepAlive = true);
        Unless("ApplicationName", () => words.ApplicationName = "openbook");
        Unless("GssEncryptionMode", () => words.GssEncryptionMode = GssEncryptionMode.Disable);
        words.IncludeErrorDetail = false;
        words.PersistSecurityInfo = false;
        words.Enlist = false;
        return words;

        void Unless(string name, Action set)
        {
            if (!given.Contains(name))
            {
                set();
            }
        }
    }
}
