using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Reads budgets: <c>year,service,account,kind,month,original,virement,forecast,reason</c>.</summary>
public static class BudgetFile
{
    /// <summary>The columns a file must have.</summary>
    public static IReadOnlyList<string> Required { get; } = ["year", "service"];

    /// <summary>The columns it may have.</summary>
    public static IReadOnlyList<string> Optional { get; } =
    ["account", "kind", "month", "original", "virement", "forecast", "reason"];

    /// <summary>The rows, or every fault.</summary>
    public static Outcome<IReadOnlyList<BudgetRow>> Read(SourceFile file)
    {
        var table = CsvTable.Read(file, Required, Optional);
        if (!table.IsDone)
        {
            return Outcome<IReadOnlyList<BudgetRow>>.Refused(table.Refusals);
        }
        var reader = new RowReader(table.Value);
        var rows = new List<BudgetRow>();
        foreach (var row in table.Value.Rows)
        {
            reader.Begin(row);
            var line = new BudgetLine(
                reader.Year("year"),
                reader.Code("service"),
                reader.Text("account", required: false),
                (CostKind)reader.Word("kind", CostWords.KindWords, required: false),
                reader.OptionalMonth("month"),
                reader.OptionalAmount("original"),
                reader.OptionalAmount("virement"),
                reader.OptionalAmount("forecast"),
                reader.Text("reason", required: false)
            );
            if (!reader.Faulted)
            {
                rows.Add(new BudgetRow(row.Number, line));
            }
        }
        var faults = reader.All;
        return faults.Count > 0
            ? Outcome<IReadOnlyList<BudgetRow>>.Partly(rows, faults)
            : Outcome.Of<IReadOnlyList<BudgetRow>>(rows);
    }
}
