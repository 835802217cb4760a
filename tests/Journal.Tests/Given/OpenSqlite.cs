using System.Reflection;

namespace Openbook.Journal.Tests.Given;

/// <summary>The database of a store as the store itself holds it.</summary>
public sealed class OpenSqlite(object database) : IDisposable
{
    private static readonly Type Kind = InJournal("SqliteDatabase");

    /// <summary>Opens a file as a store does.</summary>
    public static OpenSqlite Of(string file) => new(Call(Kind, null, "Open", file)!);

    /// <summary>Runs statements.</summary>
    public void Run(string sql) => Call(Kind, database, "Run", sql);

    /// <summary>The one value that a statement gives, as text.</summary>
    public string Value(string sql)
    {
        using var statement = (IDisposable)Call(Kind, database, "Prepare", sql)!;
        Assert.True((bool)Call(statement.GetType(), statement, "Step")!);
        return (string)Call(statement.GetType(), statement, "Text", 0)!;
    }

    /// <summary>Makes the store's tables in it.</summary>
    public void BringForward(string file) => Call(InJournal("SqliteSchema"), null, "BringForward", database, file);

    public void Dispose() => ((IDisposable)database).Dispose();

    private static Type InJournal(string name) =>
        typeof(SqliteStore).Assembly.GetType($"Openbook.Journal.{name}", throwOnError: true)!;

    private static object? Call(Type type, object? on, string method, params object[] values) =>
        type.GetMethod(
                    method,
                    BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic,
                    [.. values.Select(value => value.GetType())]
                )!
            .Invoke(on, BindingFlags.DoNotWrapExceptions, null, values, null);
}
