using System.Data.Common;

namespace Openbook.Journal.Tests.Given;

/// <summary>Plain SQL on a store's rows.</summary>
public static class RawRows
{
    public static List<T> Query<T>(
        this DbConnection raw,
        string sql,
        Func<object[], T> read,
        params (string Name, object Value)[] values
    )
    {
        using var command = Command(raw, sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(read(row));
        }
        return rows;
    }

    public static int Run(this DbConnection raw, string sql, params (string Name, object Value)[] values)
    {
        using var command = Command(raw, sql, values);
        return command.ExecuteNonQuery();
    }

    private static DbCommand Command(DbConnection raw, string sql, (string Name, object Value)[] values)
    {
        var command = raw.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
