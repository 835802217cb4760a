using Npgsql;

namespace Openbook.Postgres;

/// <summary>A database of its own on a test server, gone after the test.</summary>
public sealed class TestDatabase : IDisposable
{
    private static int made;
    private readonly TestCluster cluster;
    private readonly string name;

    /// <summary>Makes an empty one.</summary>
    public TestDatabase(TestCluster cluster)
    {
        this.cluster = cluster ?? throw new InvalidOperationException(TestCluster.WhyNot);
        name = $"t{Environment.ProcessId}_{Interlocked.Increment(ref made)}";
        Run($"CREATE DATABASE {name}");
        Connection = new NpgsqlConnectionStringBuilder(cluster.Connection) { Database = name }.ConnectionString;
    }

    /// <summary>The words that connect to it.</summary>
    public string Connection { get; }

    /// <summary>A connection of its own, outside of any pool.</summary>
    public NpgsqlConnection Raw() => Opened(Connection);

    /// <summary>Takes it away, whoever is still connected.</summary>
    public void Dispose() => Run($"DROP DATABASE {name} WITH (FORCE)");

    // Not from a pool: the server may have been restarted since.
    private static NpgsqlConnection Opened(string words)
    {
        var opened = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(words) { Pooling = false }.ConnectionString
        );
        opened.Open();
        return opened;
    }

    private void Run(string sql)
    {
        using var connection = Opened(cluster.Connection);
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
