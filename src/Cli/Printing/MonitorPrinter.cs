using Openbook.Domain;

namespace Openbook.Cli.Printing;

/// <summary>Prints budget monitoring as text.</summary>
internal static class MonitorPrinter
{
    public static void Print(Shell shell, MonitorReport report)
    {
        shell.Out.WriteLine(Style.Bold(shell, report.Partnership));
        shell.Out.WriteLine(
            $"Budget monitoring for {report.Period.ToWords()}, {(report.IsClosed ? "closed" : "still open: it can change")}"
        );
        shell.Out.WriteLine();
        InPeriod(shell, report);
        shell.Out.WriteLine();
        OfYear(shell, report);
        shell.Out.WriteLine();
        ByPartner(shell, report);
        Notes(shell, report);
        shell.Out.WriteLine();
        shell.Out.WriteLine(
            Style.Faint(shell, $"Head of the Book: entry {Text.Of(report.Head.Entry)}, {report.Head.Hash}")
        );
    }

    private static void InPeriod(Shell shell, MonitorReport report)
    {
        var table = new TextTable(
            "Service",
            "Account",
            "What",
            ">Budget of the period",
            ">Actual",
            ">Accrued",
            ">Budget to date",
            ">Actual to date",
            ">Accrued to date"
        );
        foreach (var row in report.Rows.Append(report.Total))
        {
            table.Row(
                row.Service ?? "Total",
                row.Account ?? "",
                What(row),
                Pounds(row.Period.RevisedPence),
                Pounds(row.Period.ActualPence),
                Pounds(row.Period.AccruedPence),
                Pounds(row.ToDate.RevisedPence),
                Pounds(row.ToDate.ActualPence),
                Pounds(row.ToDate.AccruedPence)
            );
        }
        table.Print(shell);
    }

    private static void OfYear(Shell shell, MonitorReport report)
    {
        var table = new TextTable(
            $"{report.Period.Year}",
            "Account",
            "What",
            ">Original",
            ">Virements",
            ">Revised",
            ">Forecast",
            ">Variance",
            "",
            ">Movement"
        );
        foreach (var row in report.Rows.Append(report.Total))
        {
            table.Row(
                row.Service ?? "Total",
                row.Account ?? "",
                What(row),
                Pounds(row.Year.OriginalPence),
                Pounds(row.Year.VirementPence),
                Pounds(row.Year.RevisedPence),
                Pounds(row.ForecastPence),
                Pounds(row.VariancePence),
                row.Sense,
                row.MovementPence is { } moved ? Pounds(moved) : "-"
            );
        }
        table.Print(shell);
    }

    private static void ByPartner(Shell shell, MonitorReport report)
    {
        var table = new TextTable(
            "Partner",
            "Service",
            ">Budget of the period",
            ">Share",
            ">Budget to date",
            ">Share to date",
            $">Budget {report.Period.Year}",
            ">Forecast",
            ">Variance"
        );
        foreach (var row in report.Partners)
        {
            table.Row(
                row.Partner,
                row.Service ?? "all",
                Pounds(row.BudgetPence),
                Pounds(row.SharePence),
                Pounds(row.BudgetToDatePence),
                Pounds(row.ShareToDatePence),
                Pounds(row.BudgetOfYearPence),
                Pounds(row.ForecastPence),
                Pounds(row.VariancePence)
            );
        }
        table.Print(shell);
    }

    private static void Notes(Shell shell, MonitorReport report)
    {
        if (report.Virements.Count + report.Exceeded.Count > 0)
        {
            shell.Out.WriteLine();
        }
        foreach (var virement in report.Virements)
        {
            shell.Out.WriteLine(
                $"Virement on {virement.Key.Service}, entry {Text.Of(virement.Entry)}: {Pounds(virement.Pence)}. "
                    + $"{virement.Reason}"
            );
        }
        foreach (var exceeded in report.Exceeded)
        {
            shell.Out.WriteLine(
                $"The {CostWords.Of(exceeded.Kind)} budget of {exceeded.Service} would be exceeded by "
                    + $"{Pounds(exceeded.Pence)}: {Text.List(exceeded.Approvers)} must approve it before it is spent."
            );
        }
    }

    private static string What(MonitorRow row) => row.Kind is { } kind ? CostWords.Of(kind) : "";

    private static string Pounds(long pence) => new Money(pence).ToPounds();
}
