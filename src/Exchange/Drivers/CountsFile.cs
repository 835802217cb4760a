using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Reads counts of drivers: <c>date,driver,partner,count,source</c>.</summary>
public static class CountsFile
{
    /// <summary>The columns a file must have.</summary>
    public static IReadOnlyList<string> Required { get; } = ["date", "driver", "partner", "count"];

    /// <summary>The columns it may have.</summary>
    public static IReadOnlyList<string> Optional { get; } = ["source"];

    /// <summary>The rows, or every fault.</summary>
    public static Outcome<IReadOnlyList<CountRow>> Read(SourceFile file)
    {
        var table = CsvTable.Read(file, Required, Optional);
        if (!table.IsDone)
        {
            return Outcome<IReadOnlyList<CountRow>>.Refused(table.Refusals);
        }
        var reader = new RowReader(table.Value);
        var rows = new List<CountRow>();
        foreach (var row in table.Value.Rows)
        {
            reader.Begin(row);
            var count = new DriverCount(
                reader.Date("date"),
                reader.Code("driver"),
                reader.Code("partner"),
                reader.Count("count"),
                reader.Text("source", required: false)
            );
            if (!reader.Faulted)
            {
                rows.Add(new CountRow(row.Number, count));
            }
        }
        var faults = reader.All;
        return faults.Count > 0
            ? Outcome<IReadOnlyList<CountRow>>.Partly(rows, faults)
            : Outcome.Of<IReadOnlyList<CountRow>>(rows);
    }
}
