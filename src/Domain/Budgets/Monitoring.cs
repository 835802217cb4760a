namespace Openbook.Domain;

/// <summary>
/// Budget monitoring: what was budgeted, spent and is expected, by service, account and partner, for a period and the year to
/// it. Spending counts in the period in which it is posted, as on the statements.
/// </summary>
public sealed class Monitoring
{
    private readonly BookState book;
    private readonly Period period;
    private readonly FinancialYear year;
    private readonly Spending spending;
    private readonly HashSet<BudgetKey> budgeted;

    private Monitoring(BookState book, ILinesOfEntry lines, Period period)
    {
        this.book = book;
        this.period = period;
        year = period.Year;
        spending = new Spending(book, lines, year);
        budgeted =
        [
            .. book.Budget.Parts.Select(part => part.Key).Where(key => key.Year == year),
            .. book.Budget.Forecasts.Select(forecast => forecast.Key).Where(key => key.Year == year),
        ];
    }

    /// <summary>The report of a period, or every reason why there is none. The Book is not changed.</summary>
    /// <param name="book">The Book.</param>
    /// <param name="lines">Its cost lines.</param>
    /// <param name="period">A month or an open or closed year-end period.</param>
    public static Outcome<MonitorReport> Of(BookState book, ILinesOfEntry lines, Period period)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(lines);
        var last = Statement.Of(book, period);
        if (!last.IsDone)
        {
            return Outcome<MonitorReport>.Refused(last.Refusals);
        }
        var work = new Monitoring(book, lines, period);
        return work.budgeted.Count == 0
            ? Refuse.BudgetMissing.Because($"No budget for {period.Year} is recorded.")
            : work.Report(last.Value);
    }

    private Outcome<MonitorReport> Report(Statement last)
    {
        var plans = Keys().Select(key => new YearPlan(book, spending, key, period, Accounts(key))).ToList();
        var partners = new PartnerMonitoring(book, period).Of(plans, last);
        if (!partners.IsDone)
        {
            return Outcome<MonitorReport>.Refused(partners.Refusals);
        }
        var rows = plans.ConvertAll(plan => plan.Row());
        return new MonitorReport
        {
            Book = book.Code,
            Partnership = last.Partnership,
            Period = period,
            IsClosed = last.IsClosed,
            Head = new Head(book.LastEntry, book.Head),
            Rows = rows,
            Months = [.. MonthsOf(plans)],
            Total = Total(rows),
            Partners = partners.Value,
            Virements = [.. book.Budget.Virements.Where(item => item.Key.Year == year)],
            Exceeded = Exceeded(rows),
        };
    }

    private IEnumerable<MonitorMonth> MonthsOf(List<YearPlan> plans)
    {
        var revised = plans.ConvertAll(plan => plan.Revised());
        var toCome = plans.ConvertAll(plan => plan.ToCome());
        for (var month = year.April; month <= year.March; month = month.Next)
        {
            var inMonth = Period.Of(month);
            yield return new MonitorMonth(
                inMonth,
                revised.Aggregate(0L, (sum, plan) => checked(sum + plan.GetValueOrDefault(month))),
                month <= period.Month ? SpentIn(inMonth) : 0,
                toCome.Aggregate(0L, (sum, plan) => checked(sum + plan.GetValueOrDefault(month)))
            );
        }
        if (period.IsYearEnd)
        {
            yield return new MonitorMonth(period, 0, SpentIn(period), 0);
        }
    }

    private long SpentIn(Period posted) =>
        spending
            .Keys.Where(key => key.Period == posted)
            .Aggregate(0L, (sum, key) => checked(sum + spending.ActualPence(key) + spending.AccruedPence(key)));

    // A line counts against the budget of its account, else against that of its service.
    private IEnumerable<BudgetKey> Keys() =>
        budgeted
            .Union(spending.Keys.Select(BudgetOf))
            .OrderBy(key => StepDown.IndexOf(book.Services, key.Service) is var at && at < 0 ? int.MaxValue : at)
            .ThenBy(key => StepDown.IndexOf(book.Overheads, key.Service))
            .ThenBy(key => (int)key.Kind)
            .ThenBy(key => key.Account, StringComparer.Ordinal);

    private BudgetKey BudgetOf(SpendingKey key)
    {
        var own = new BudgetKey(year, key.Service, key.Account, key.Kind);
        return budgeted.Contains(own) ? own : own with { Account = "" };
    }

    private List<SpendingKey> Accounts(BudgetKey key) => [.. spending.Keys.Where(spent => BudgetOf(spent) == key)];

    private static MonitorRow Total(List<MonitorRow> rows) =>
        new()
        {
            Service = null,
            Account = null,
            Kind = null,
            Period = rows.Aggregate(BudgetFigures.None, (sum, row) => sum + row.Period),
            ToDate = rows.Aggregate(BudgetFigures.None, (sum, row) => sum + row.ToDate),
            Year = rows.Aggregate(BudgetFigures.None, (sum, row) => sum + row.Year),
            ForecastPence = rows.Aggregate(0L, (sum, row) => checked(sum + row.ForecastPence)),
            IsForecastStated = rows.Exists(row => row.IsForecastStated),
        };

    private List<BudgetExceeded> Exceeded(List<MonitorRow> rows)
    {
        var approvers = (book.VersionInForce(period.Month) ?? book.Newest)!.Terms.Partners;
        return
        [
            .. rows.Where(row => row.Kind != CostKind.Income)
                .GroupBy(row => (row.Service, row.Kind))
                .Select(group =>
                    (group.Key, Pence: group.Aggregate(0L, (sum, row) => checked(sum + row.VariancePence)))
                )
                .Where(item => item.Pence > 0)
                .Select(item => new BudgetExceeded(
                    item.Key.Service!,
                    item.Key.Kind!.Value,
                    item.Pence,
                    [.. approvers.Select(partner => partner.Code)]
                )),
        ];
    }
}
