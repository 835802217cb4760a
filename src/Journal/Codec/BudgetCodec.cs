using System.Text.Json.Nodes;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>Budgets as they are stored: amounts in pence, as in the file.</summary>
internal static class BudgetCodec
{
    public static JsonObject Write(BudgetRecorded fact) =>
        new()
        {
            ["source"] = FactCodec.Write(fact.Source),
            ["lines"] = new JsonArray([
                .. fact.Lines.Select(line => new JsonObject
                {
                    ["year"] = line.Year.ToString(),
                    ["service"] = line.Service,
                    ["account"] = line.Account,
                    ["kind"] = CostWords.Of(line.Kind),
                    ["month"] = line.Month?.ToString(),
                    ["original_pence"] = line.Original?.Pence,
                    ["virement_pence"] = line.Virement?.Pence,
                    ["forecast_pence"] = line.Forecast?.Pence,
                    ["reason"] = line.Reason,
                }),
            ]),
        };

    public static BudgetRecorded Read(JsonReading from) =>
        new(FactCodec.ReadSource(from.Object("source")), from.Objects("lines").Select(ReadLine).ToEquatableList());

    private static BudgetLine ReadLine(JsonReading from)
    {
        var line = new BudgetLine(
            FinancialYear.TryParse(from.Text("year"), out var year)
                ? year
                : throw new FormatException("year is not a financial year."),
            from.Text("service"),
            from.Text("account"),
            CostWords.TryKind(from.Text("kind"), out var kind) ? kind : throw new FormatException("kind is not known."),
            from.OptionalText("month") is { } month ? JsonReading.ToMonth(month, "month") : null,
            Amount(from, "original_pence"),
            Amount(from, "virement_pence"),
            Amount(from, "forecast_pence"),
            from.Text("reason")
        );
        from.Finish();
        return line;
    }

    private static Money? Amount(JsonReading from, string name) =>
        from.OptionalNumber(name) is { } pence ? new Money(pence) : null;
}
