using System.Data.Common;
using System.Reflection;
using Openbook.Postgres;
using Xunit.Sdk;

namespace Openbook.Journal.Tests.Given;

/// <summary>Where a kind of store keeps its rows for one test: empty at first, gone after it.</summary>
public interface IStoreHome : IDisposable
{
    /// <summary>Opens the store as the program does; several may be open at a time.</summary>
    IStore Open();

    /// <summary>The rows themselves, for whoever would change them behind the program's back.</summary>
    DbConnection Raw();

    /// <summary>The tables of the store, read from its own catalogue.</summary>
    IReadOnlyList<StoredTable> Tables();

    /// <summary>A home of its own with the same rows; nothing may be open.</summary>
    IStoreHome Copy();
}

/// <summary>A column as the catalogue has it.</summary>
public sealed record StoredColumn(string Name, string Type, bool IsKey);

/// <summary>A table as the catalogue has it.</summary>
public sealed record StoredTable(string Name, IReadOnlyList<StoredColumn> Columns)
{
    public IEnumerable<StoredColumn> Keys => Columns.Where(column => column.IsKey);

    public IEnumerable<StoredColumn> Values => Columns.Where(column => !column.IsKey);
}

/// <summary>Every kind of store that keeps Books. Another one is added here, and every test runs on it too.</summary>
public static class StoreHomes
{
    private static readonly Dictionary<string, Func<IStoreHome>> All = new() { ["sqlite"] = () => new SqliteHome() };

    // Where there can be no server, the tests of PostgreSQL alone say so.
    static StoreHomes()
    {
        if (TestCluster.Shared is not null)
        {
            All["postgres"] = () => new PostgresHome();
        }
    }

    public static IEnumerable<string> Names => All.Keys;

    public static IStoreHome Make(string name) => All[name]();
}

/// <summary>Runs a theory once for each kind of store, with its name as the first argument.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EveryStoreAttribute(params object[] more) : DataAttribute
{
    public object[] More { get; } = more;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        StoreHomes.Names.Select(name => (object[])[name, .. More]);
}
