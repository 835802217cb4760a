using Openbook.Domain;
using Openbook.Exchange;

namespace Openbook.Cli.Printing;

/// <summary>Prints budget monitoring as CSV: services first, then partners; amounts in pounds.</summary>
internal static class MonitorCsv
{
    public static void Print(Shell shell, MonitorReport report)
    {
        shell.Out.WriteLine(
            "book,period,partner,service,account,kind,budget,actual,accrued,budget_to_date,actual_to_date,accrued_to_date,"
                + "original,virement,revised,forecast,variance,movement"
        );
        foreach (var row in report.Rows.Append(report.Total))
        {
            Row(
                shell,
                report,
                ["", row.Service ?? "total", row.Account ?? "", row.Kind is { } kind ? CostWords.Of(kind) : ""],
                row.Period.RevisedPence,
                row.Period.ActualPence,
                row.Period.AccruedPence,
                row.ToDate.RevisedPence,
                row.ToDate.ActualPence,
                row.ToDate.AccruedPence,
                row.Year.OriginalPence,
                row.Year.VirementPence,
                row.Year.RevisedPence,
                row.ForecastPence,
                row.VariancePence,
                row.MovementPence
            );
        }
        foreach (var row in report.Partners)
        {
            Row(
                shell,
                report,
                [row.Partner, row.Service ?? "total", "", ""],
                row.BudgetPence,
                row.SharePence,
                null,
                row.BudgetToDatePence,
                row.ShareToDatePence,
                null,
                null,
                null,
                row.BudgetOfYearPence,
                row.ForecastPence,
                row.VariancePence,
                null
            );
        }
    }

    private static void Row(Shell shell, MonitorReport report, string[] names, params long?[] pence) =>
        shell.Out.WriteLine(
            string.Join(
                ',',
                new[] { report.Book, report.Period.ToString() }
                    .Concat(names.Select(CsvText.Cell))
                    .Concat(pence.Select(amount => amount is { } known ? new Money(known).ToPlain() : ""))
            )
        );
}
