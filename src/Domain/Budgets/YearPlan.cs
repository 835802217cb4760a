namespace Openbook.Domain;

/// <summary>One budget over its year, as a period sees it: months up to the period are spent, those after it are to come.</summary>
/// <param name="book">The Book.</param>
/// <param name="spending">What was spent in the year.</param>
/// <param name="key">The budget.</param>
/// <param name="period">The period that is reported.</param>
/// <param name="spent">What counts against it.</param>
internal sealed class YearPlan(
    BookState book,
    Spending spending,
    BudgetKey key,
    Period period,
    IReadOnlyList<SpendingKey> spent
)
{
    public BudgetKey Key => key;

    /// <summary>The revised budget of each month, in pence.</summary>
    public Dictionary<Month, long> Revised()
    {
        var months = new Dictionary<Month, long>();
        foreach (var part in Parts())
        {
            months[part.Month] = checked(
                months.GetValueOrDefault(part.Month) + (part.OriginalPence ?? 0) + part.VirementPence
            );
        }
        return months;
    }

    /// <summary>What is expected in the months after the period, in pence.</summary>
    public Dictionary<Month, long> ToCome()
    {
        if (WholeYear() is { } year)
        {
            var left = Left();
            var rest = new Money(checked(year.Pence - SpentToDate()));
            return left.Select((month, i) => (month, Spread.Part(rest, left.Count, i).Pence))
                .ToDictionary(item => item.month, item => item.Pence);
        }
        var months = Revised().Where(item => item.Key > period.Month).ToDictionary();
        foreach (var forecast in Forecasts().Where(item => item.Month > period.Month))
        {
            months[forecast.Month!.Value] = forecast.Pence;
        }
        return months;
    }

    public MonitorRow Row() =>
        new()
        {
            Service = key.Service,
            Account = key.Account,
            Kind = key.Kind,
            Period = Figures(month => !period.IsYearEnd && month == period.Month, posted => posted == period),
            ToDate = Figures(month => month <= period.Month, IsToDate),
            Year = Figures(_ => true, IsToDate),
            ForecastPence = ToCome().Values.Aggregate(SpentToDate(), (sum, pence) => checked(sum + pence)),
            IsForecastStated = WholeYear() is not null || Forecasts().Any(item => item.Month > period.Month),
            Months = Months().ToEquatableList(),
        };

    private IEnumerable<BudgetMonth> Months()
    {
        var toCome = ToCome();
        for (var month = key.Year.April; month <= key.Year.March; month = month.Next)
        {
            var inMonth = Period.Of(month);
            yield return new BudgetMonth(
                inMonth,
                Figures(other => other == inMonth.Month, posted => posted == inMonth && IsToDate(posted)),
                toCome.GetValueOrDefault(month)
            );
        }
        if (period.IsYearEnd)
        {
            yield return new BudgetMonth(period, Figures(_ => false, posted => posted == period), 0);
        }
    }

    private IEnumerable<BudgetPart> Parts() => book.Budget.Parts.Where(part => part.Key == key);

    private IEnumerable<Forecast> Forecasts() => book.Budget.Forecasts.Where(item => item.Key == key);

    private Forecast? WholeYear() => Forecasts().LastOrDefault(item => item.Month is null);

    // Where nothing is left of the year, what is still expected belongs to its last month.
    private List<Month> Left()
    {
        var left = BudgetSheet.MonthsOf(book, key.Year, key.Service).Where(month => month > period.Month).ToList();
        return left.Count > 0 ? left : [period.Month];
    }

    private long SpentToDate() => Figures(_ => false, IsToDate).SpentPence;

    private bool IsToDate(Period posted) =>
        posted.Month < period.Month || (posted.Month == period.Month && (period.IsYearEnd || !posted.IsYearEnd));

    private BudgetFigures Figures(Func<Month, bool> ofMonth, Func<Period, bool> ofPeriod)
    {
        var parts = Parts().Where(part => ofMonth(part.Month)).ToList();
        var keys = spent.Where(item => ofPeriod(item.Period)).ToList();
        return new BudgetFigures(
            parts.Aggregate(0L, (sum, part) => checked(sum + (part.OriginalPence ?? 0))),
            parts.Aggregate(0L, (sum, part) => checked(sum + part.VirementPence)),
            keys.Aggregate(0L, (sum, item) => checked(sum + spending.ActualPence(item))),
            keys.Aggregate(0L, (sum, item) => checked(sum + spending.AccruedPence(item)))
        );
    }
}
