using System.Text.Json.Nodes;

namespace Openbook.Domain;

/// <summary>Budget monitoring as JSON; amounts are pence, income below zero.</summary>
public static class MonitorJson
{
    /// <summary>The whole report.</summary>
    public static JsonObject Of(MonitorReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new JsonObject
        {
            ["book"] = report.Book,
            ["period"] = report.Period.ToString(),
            ["year"] = report.Period.Year.ToString(),
            ["status"] = report.IsClosed ? "closed" : "open",
            ["head"] = new JsonObject { ["entry"] = report.Head.Entry, ["hash"] = report.Head.Hash },
            ["rows"] = new JsonArray([.. report.Rows.Select(Of)]),
            ["total"] = Of(report.Total),
            ["partners"] = new JsonArray([.. report.Partners.Select(Of)]),
            ["virements"] = new JsonArray([
                .. report.Virements.Select(item => new JsonObject
                {
                    ["service"] = item.Key.Service,
                    ["account"] = item.Key.Account,
                    ["kind"] = CostWords.Of(item.Key.Kind),
                    ["virement_pence"] = item.Pence,
                    ["reason"] = item.Reason,
                    ["entry"] = item.Entry,
                }),
            ]),
            ["exceeded"] = new JsonArray([
                .. report.Exceeded.Select(item => new JsonObject
                {
                    ["service"] = item.Service,
                    ["kind"] = CostWords.Of(item.Kind),
                    ["by_pence"] = item.Pence,
                    ["approvers"] = new JsonArray([
                        .. item.Approvers.Select(partner => (JsonNode)JsonValue.Create(partner)),
                    ]),
                }),
            ]),
        };
    }

    private static JsonObject Of(MonitorRow row) =>
        new()
        {
            ["service"] = row.Service,
            ["account"] = row.Account,
            ["kind"] = row.Kind is { } kind ? CostWords.Of(kind) : null,
            ["month"] = Of(row.Period),
            ["year_to_date"] = Of(row.ToDate),
            ["original_pence"] = row.Year.OriginalPence,
            ["virement_pence"] = row.Year.VirementPence,
            ["revised_pence"] = row.Year.RevisedPence,
            ["forecast_pence"] = row.ForecastPence,
            ["forecast_stated"] = row.IsForecastStated,
            ["variance_pence"] = row.VariancePence,
            ["sense"] = row.Sense,
            ["movement_pence"] = row.MovementPence,
        };

    private static JsonObject Of(BudgetFigures figures) =>
        new()
        {
            ["original_pence"] = figures.OriginalPence,
            ["virement_pence"] = figures.VirementPence,
            ["revised_pence"] = figures.RevisedPence,
            ["actual_pence"] = figures.ActualPence,
            ["accrued_pence"] = figures.AccruedPence,
        };

    private static JsonObject Of(PartnerBudget row) =>
        new()
        {
            ["partner"] = row.Partner,
            ["service"] = row.Service,
            ["budget_pence"] = row.BudgetPence,
            ["share_pence"] = row.SharePence,
            ["budget_to_date_pence"] = row.BudgetToDatePence,
            ["share_to_date_pence"] = row.ShareToDatePence,
            ["budget_of_year_pence"] = row.BudgetOfYearPence,
            ["forecast_pence"] = row.ForecastPence,
            ["variance_pence"] = row.VariancePence,
        };
}
