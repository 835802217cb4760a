using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Examples;

/// <summary>Budget monitoring by hand: in pounds, what was budgeted, spent and is expected.</summary>
public sealed class MonitorTests
{
    private const string Agreed = """
        agree camden, islington from 2016-10
          service networks: equal
          service desktop: fixed camden 3 islington 1
          overhead management over networks, desktop
        """;

    private const string Budgeted =
        Agreed
        + """

            budget 2016/17 networks original 600.01
            budget 2016/17 desktop original 1200.00
            budget 2016/17 networks income original 60.00
            """;

    [Fact]
    public void A_budget_of_the_year_is_released_over_its_months_in_force_odd_pennies_first()
    {
        var book = Telling.Of(Budgeted);
        Assert.Equal(
            ["100.01 of 100.01", "-10.00 of -10.00", "200.00 of 200.00"],
            Rows(
                book,
                "2016-10",
                row =>
                    $"{new Money(row.Period.RevisedPence).ToPlain()} of {new Money(row.ToDate.RevisedPence).ToPlain()}"
            )
        );
        Assert.Equal(
            ["100.00 of 200.01", "-10.00 of -20.00", "200.00 of 400.00"],
            Rows(
                book,
                "2016-11",
                row =>
                    $"{new Money(row.Period.RevisedPence).ToPlain()} of {new Money(row.ToDate.RevisedPence).ToPlain()}"
            )
        );
    }

    [Fact]
    public void A_row_adds_up_from_its_months()
    {
        var book = Telling.Of(
            Budgeted
                + """

                budget 2016/17 networks forecast 700.00
                cost 2016-10 networks 7.00 camden
                cost 2016-11 networks 9.00 camden accrual
                """
        );
        var report = Monitored(book, "2016-11");
        foreach (var row in report.Rows)
        {
            Assert.Equal(row.Year.RevisedPence, row.Months.Sum(month => month.Figures.RevisedPence));
            Assert.Equal(row.Year.SpentPence, row.Months.Sum(month => month.Figures.SpentPence));
            Assert.Equal(row.ToComePence, row.Months.Sum(month => month.ToComePence));
        }
        Assert.Equal(70_000 - 1600, report.Rows[0].ToComePence);
    }

    [Fact]
    public void A_line_counts_against_the_budget_of_its_account_and_else_of_its_service()
    {
        var book = Telling.Of(
            Budgeted
                + """

                budget 2016/17 networks account 4000 original 60.00
                cost 2016-10 networks 7.00 camden account 4000
                cost 2016-10 networks 3.00 camden account 5000
                cost 2016-10 networks 1.00 camden
                cost 2016-10 desktop 5.00 islington capital
                """
        );
        Assert.Equal(
            [
                "networks  Revenue 4.00",
                "networks 4000 Revenue 7.00",
                "networks  Income 0.00",
                "desktop  Revenue 0.00",
                "desktop  Capital 5.00",
            ],
            Rows(
                book,
                "2016-10",
                row => $"{row.Service} {row.Account} {row.Kind} {new Money(row.Period.SpentPence).ToPlain()}"
            )
        );
    }

    [Fact]
    public void Accruals_stand_apart_until_they_are_taken_back()
    {
        var book = Telling.Of(
            Budgeted
                + """

                cost 2016-10 networks 40.00 camden accrual as a1
                cost 2016-10 networks 2.00 camden as w1
                close 2016-10
                cost 2016-10 networks -40.00 camden reverses a1
                cost 2016-10 networks -2.00 camden reverses w1
                cost 2016-10 networks 39.50 camden
                """
        );
        Assert.Equal("2.00 and 40.00 owed", Networks(book, "2016-10", row => row.Period));
        Assert.Equal("37.50 and -40.00 owed", Networks(book, "2016-11", row => row.Period));
        Assert.Equal("39.50 and 0.00 owed", Networks(book, "2016-11", row => row.ToDate));
    }

    [Fact]
    public void Without_a_forecast_the_rest_of_the_year_is_expected_as_budgeted()
    {
        var book = Telling.Of(Budgeted + "\ncost 2016-10 networks 150.01 camden\nclose 2016-10");
        Assert.Equal(
            ["650.01 +50.00 over budget", "1000.00 -200.00 under budget", "-50.00 +10.00 less income than budgeted"],
            InOrderOfRows(Monitored(book, "2016-10"))
        );
    }

    [Fact]
    public void A_forecast_replaces_the_one_before_and_a_virement_adds_up_with_its_reason()
    {
        var book = Telling.Of(
            Budgeted
                + """

                budget 2016/17 networks forecast 900.00
                budget 2016/17 networks virement 100.00 because growth
                budget 2016/17 networks virement -0.01 because rounding
                budget 2016/17 networks forecast 800.00
                cost 2016-10 networks 150.01 camden
                """
        );
        var report = Monitored(book, "2016-10");
        var row = report.Rows[0];
        Assert.True(row.IsForecastStated);
        Assert.Equal(
            (60_001, 9_999, 70_000, 80_000),
            (row.Year.OriginalPence, row.Year.VirementPence, row.Year.RevisedPence, row.ForecastPence)
        );
        Assert.Equal(["growth 10000", "rounding -1"], report.Virements.Select(item => $"{item.Reason} {item.Pence}"));
        var exceeded = Assert.Single(report.Exceeded);
        Assert.Equal(
            ("networks", 10_000L, "camden islington"),
            (exceeded.Service, exceeded.Pence, string.Join(' ', exceeded.Approvers))
        );
    }

    [Fact]
    public void Each_partner_has_its_part_of_the_budget_by_the_weights_of_the_month_and_of_overheads_by_planned_costs()
    {
        var book = Telling.Of(
            Budgeted
                + """

                budget 2016/17 management original 90.00
                cost 2016-10 networks 100.00 camden
                cost 2016-10 desktop 100.00 camden
                cost 2016-10 management 8.00 islington
                """
        );
        // October: networks 100.01 and 5.00 of management, desktop 200.00 and 10.00; income -10.00 is shared equally.
        Assert.Equal(
            [
                "camden networks 47.51 52.00",
                "camden desktop 157.50 78.00",
                "camden  205.01 130.00",
                "islington networks 47.50 52.00",
                "islington desktop 52.50 26.00",
                "islington  100.00 78.00",
            ],
            Monitored(book, "2016-10")
                .Partners.Select(row =>
                    $"{row.Partner} {row.Service} {new Money(row.BudgetPence).ToPlain()} {new Money(row.SharePence).ToPlain()}"
                )
        );
    }

    [Fact]
    public void The_movement_is_the_difference_from_the_report_of_the_last_close()
    {
        var book = Telling.Of(Budgeted + "\ncost 2016-10 networks 150.01 camden\nclose 2016-10");
        var then = Monitored(book, "2016-10");
        Telling.Continue(book, "cost 2016-11 networks 130.00 camden");
        var now = Monitored(book, "2016-11").Since(then);
        Assert.Equal([3_000, 1_000, -20_000], now.Rows.Select(row => row.MovementPence!.Value));
        Assert.Equal(-16_000, now.Total.MovementPence);
    }

    [Fact]
    public void The_year_end_period_adds_to_the_year_and_has_no_budget_of_its_own()
    {
        var book = Telling.Of(
            Budgeted
                + """

                cost 2016-10 networks 600.00 camden
                close through 2017-03
                cost 2017-03 networks 1.25 camden
                """
        );
        var report = Monitored(book, "2016/17-13");
        Assert.Equal(
            (0, 125, 60_125),
            (report.Rows[0].Period.RevisedPence, report.Rows[0].Period.SpentPence, report.Rows[0].ForecastPence)
        );
        Assert.Equal(60_125, report.Partners.Where(row => row.Service == "networks").Sum(row => row.ShareToDatePence));
    }

    [Theory]
    [InlineData("budget 2016/17 nowhere original 1.00", "service-unknown")]
    [InlineData("budget 2015/16 networks original 1.00", "service-not-in-force")]
    [InlineData("budget 2016/17 networks in 2016-09 original 1.00", "service-not-in-force")]
    [InlineData("budget 2016/17 networks in 2017-04 original 1.00", "month-outside-year")]
    [InlineData("budget 2016/17 networks original 1.00", "budget-repeated")]
    [InlineData("budget 2016/17 networks in 2016-12 original 1.00", "budget-repeated")]
    [InlineData("budget 2016/17 networks virement 1.00", "virement-without-reason")]
    [InlineData("budget 2016/17 networks", "budget-empty")]
    [InlineData("budget 2016/17 management income original 1.00", "income-on-overhead")]
    [InlineData("budget 2016/17 desktop account 1 original 90071992547000.00", "total-too-large")]
    public void What_cannot_be_a_budget_is_refused(string command, string code)
    {
        var telling = new Telling();
        foreach (var (known, below) in Telling.Commands(Budgeted))
        {
            Assert.Empty(telling.Do(known, below));
        }
        Assert.Equal([code], telling.Do(command, []).Select(refusal => refusal.Code.Code));
    }

    [Fact]
    public void A_year_without_a_budget_and_a_month_that_cannot_be_worked_out_are_refused()
    {
        var book = Telling.Of(Agreed);
        Assert.Equal("budget-missing", Monitoring.Of(book.State, book, In.Period("2016-10")).Refusals[0].Code.Code);
        Assert.Equal(
            "period-out-of-reach",
            Monitoring.Of(book.State, book, In.Period("2016-09")).Refusals[0].Code.Code
        );
    }

    private static MonitorReport Monitored(ABook book, string period)
    {
        var report = Monitoring.Of(book.Again(), book, In.Period(period));
        Assert.True(report.IsDone, report.IsDone ? "" : report.Refusals[0].ToString());
        AddsUp(report.Value);
        return report.Value;
    }

    // Whatever is asked of it, partners and rows come to the same.
    private static void AddsUp(MonitorReport report)
    {
        var totals = report.Partners.Where(row => row.Service is null).ToList();
        Assert.Equal(report.Total.Period.RevisedPence, totals.Sum(row => row.BudgetPence));
        Assert.Equal(report.Total.ToDate.RevisedPence, totals.Sum(row => row.BudgetToDatePence));
        Assert.Equal(report.Total.Year.RevisedPence, totals.Sum(row => row.BudgetOfYearPence));
        Assert.Equal(report.Total.Period.SpentPence, totals.Sum(row => row.SharePence));
        Assert.Equal(report.Total.ToDate.SpentPence, totals.Sum(row => row.ShareToDatePence));
        Assert.Equal(report.Total.ForecastPence, totals.Sum(row => row.ForecastPence));
    }

    private static IEnumerable<string> Rows(ABook book, string period, Func<MonitorRow, string> show) =>
        Monitored(book, period).Rows.Select(show);

    private static string Networks(ABook book, string period, Func<MonitorRow, BudgetFigures> figures)
    {
        var found = figures(Monitored(book, period).Rows[0]);
        return $"{new Money(found.ActualPence).ToPlain()} and {new Money(found.AccruedPence).ToPlain()} owed";
    }

    private static IEnumerable<string> InOrderOfRows(MonitorReport report) =>
        report
            .Rows.OrderBy(row => row.Kind)
            .Select(row =>
                $"{new Money(row.ForecastPence).ToPlain()} {(row.VariancePence > 0 ? "+" : "")}{new Money(row.VariancePence).ToPlain()} {row.Sense}"
            );
}
