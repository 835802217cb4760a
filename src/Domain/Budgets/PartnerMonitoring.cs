namespace Openbook.Domain;

/// <summary>Budgets and costs by partner and service. What a partner bears is what its statements say.</summary>
internal sealed class PartnerMonitoring(BookState book, Period period)
{
    public Outcome<IReadOnlyList<PartnerBudget>> Of(IReadOnlyList<YearPlan> plans, Statement last)
    {
        var refusals = new List<Refusal>();
        var budget = Shared(
            plans,
            plan => plan.Revised(),
            month => !period.IsYearEnd && month == period.Month,
            refusals
        );
        var budgetToDate = Shared(plans, plan => plan.Revised(), month => month <= period.Month, refusals);
        var budgetOfYear = Shared(plans, plan => plan.Revised(), _ => true, refusals);
        var toCome = Shared(plans, plan => plan.ToCome(), _ => true, refusals);
        var toDate = ToDate(last, refusals);
        if (refusals.Count > 0)
        {
            return Outcome<IReadOnlyList<PartnerBudget>>.Refused([.. refusals.Distinct()]);
        }
        var shares = Bear(last);
        var all = new[] { budget, budgetToDate, budgetOfYear, toCome, toDate, shares }.SelectMany(part => part.Keys);
        var keys = all.ToHashSet();
        var rows = new List<PartnerBudget>();
        foreach (var partner in book.Partners)
        {
            var own = book
                .Services.Select(service => new PartnerService(partner, service))
                .Where(keys.Contains)
                .Select(key => new PartnerBudget(
                    partner,
                    key.Service,
                    budget.GetValueOrDefault(key),
                    shares.GetValueOrDefault(key),
                    budgetToDate.GetValueOrDefault(key),
                    toDate.GetValueOrDefault(key),
                    budgetOfYear.GetValueOrDefault(key),
                    checked(toDate.GetValueOrDefault(key) + toCome.GetValueOrDefault(key))
                ))
                .ToList();
            if (own.Count > 0)
            {
                rows.AddRange(own);
                rows.Add(own.Aggregate(new PartnerBudget(partner, null, 0, 0, 0, 0, 0, 0), Add));
            }
        }
        return rows;
    }

    private Dictionary<PartnerService, long> Shared(
        IReadOnlyList<YearPlan> plans,
        Func<YearPlan, Dictionary<Month, long>> amounts,
        Func<Month, bool> counts,
        List<Refusal> refusals
    )
    {
        var sums = new Dictionary<TargetCost, long>();
        foreach (var plan in plans)
        {
            foreach (var (month, pence) in amounts(plan).Where(item => counts(item.Key)))
            {
                var key = new TargetCost(plan.Key.Service, month, plan.Key.Kind);
                sums[key] = checked(sums.GetValueOrDefault(key) + pence);
            }
        }
        var shared = new ShareOut(book).Of(sums);
        refusals.AddRange(shared.Refusals);
        return shared.IsDone ? shared.Value : [];
    }

    // Every period of the year up to this one: months from the start of the Book on, and then the year-end period.
    private Dictionary<PartnerService, long> ToDate(Statement last, List<Refusal> refusals)
    {
        var sums = new Dictionary<PartnerService, long>();
        Add(sums, last);
        var end = period.IsYearEnd ? period.Month : period.Month.Previous;
        for (var month = Month.Later(period.Year.April, book.Starts); month <= end; month = month.Next)
        {
            var statement = Statement.Of(book, Period.Of(month));
            refusals.AddRange(statement.Refusals);
            if (statement.IsDone)
            {
                Add(sums, statement.Value);
            }
        }
        return sums;
    }

    private static Dictionary<PartnerService, long> Bear(Statement statement)
    {
        var sums = new Dictionary<PartnerService, long>();
        Add(sums, statement);
        return sums;
    }

    private static void Add(Dictionary<PartnerService, long> sums, Statement statement)
    {
        foreach (var partner in statement.Partners)
        {
            foreach (var line in partner.Lines)
            {
                var key = new PartnerService(partner.Figures.Partner, line.Pool.Key.Service);
                sums[key] = checked(sums.GetValueOrDefault(key) + line.Part.Pence);
            }
        }
    }

    private static PartnerBudget Add(PartnerBudget a, PartnerBudget b) =>
        new(
            a.Partner,
            null,
            checked(a.BudgetPence + b.BudgetPence),
            checked(a.SharePence + b.SharePence),
            checked(a.BudgetToDatePence + b.BudgetToDatePence),
            checked(a.ShareToDatePence + b.ShareToDatePence),
            checked(a.BudgetOfYearPence + b.BudgetOfYearPence),
            checked(a.ForecastPence + b.ForecastPence)
        );
}
