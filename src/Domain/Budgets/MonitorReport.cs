namespace Openbook.Domain;

/// <summary>A budget and what was spent against it over some time, in pence; income below zero.</summary>
/// <param name="OriginalPence">The budget as first approved.</param>
/// <param name="VirementPence">The changes since.</param>
/// <param name="ActualPence">What was paid, received or moved in the ledger.</param>
/// <param name="AccruedPence">What is owed but not yet invoiced, less accruals taken back.</param>
public sealed record BudgetFigures(long OriginalPence, long VirementPence, long ActualPence, long AccruedPence)
{
    /// <summary>The budget as it is now.</summary>
    public long RevisedPence => checked(OriginalPence + VirementPence);

    /// <summary>What counts against it.</summary>
    public long SpentPence => checked(ActualPence + AccruedPence);

    /// <summary>Both added.</summary>
    public static BudgetFigures operator +(BudgetFigures a, BudgetFigures b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return new(
            checked(a.OriginalPence + b.OriginalPence),
            checked(a.VirementPence + b.VirementPence),
            checked(a.ActualPence + b.ActualPence),
            checked(a.AccruedPence + b.AccruedPence)
        );
    }

    /// <summary>Nothing.</summary>
    public static BudgetFigures None { get; } = new(0, 0, 0, 0);
}

/// <summary>One budget in one month of its year.</summary>
/// <param name="Period">The month, or the year-end period if that is reported.</param>
/// <param name="Figures">Budget and, unless it is after the period reported, what was spent.</param>
/// <param name="ToComePence">What is still expected in it.</param>
public sealed record BudgetMonth(Period Period, BudgetFigures Figures, long ToComePence);

/// <summary>A budget in a period, in the year to date, and how it is expected to end.</summary>
public sealed record MonitorRow
{
    /// <summary>Service or overhead; null in a total.</summary>
    public required string? Service { get; init; }

    /// <summary>The subjective code; empty for what has none, null in a total.</summary>
    public required string? Account { get; init; }

    /// <summary>What it is for the accounts; null in a total.</summary>
    public required CostKind? Kind { get; init; }

    /// <summary>The period alone.</summary>
    public required BudgetFigures Period { get; init; }

    /// <summary>From the start of the year to the period.</summary>
    public required BudgetFigures ToDate { get; init; }

    /// <summary>The budget of the whole year: original and virements; actual and accrued are those to date.</summary>
    public required BudgetFigures Year { get; init; }

    /// <summary>What the year is expected to come to, in pence.</summary>
    public required long ForecastPence { get; init; }

    /// <summary>Whether somebody recorded that forecast; else it is what was spent so far and the budget of the months to come.</summary>
    public required bool IsForecastStated { get; init; }

    /// <summary>Forecast less revised budget: above zero more is spent, or less received, than the budget says.</summary>
    public long VariancePence => checked(ForecastPence - Year.RevisedPence);

    /// <summary>How the variance has changed since the last close; null if there is nothing to compare with.</summary>
    public long? MovementPence { get; init; }

    /// <summary>What is still expected in the year, in pence: the forecast less what was spent.</summary>
    public long ToComePence => checked(ForecastPence - Year.SpentPence);

    /// <summary>The months that the figures add up from; empty in a total.</summary>
    public EquatableList<BudgetMonth> Months { get; init; } = EquatableList<BudgetMonth>.Empty;

    /// <summary>The variance in words.</summary>
    public string Sense =>
        (Math.Sign(VariancePence), Kind) switch
        {
            (0, _) => "on budget",
            (> 0, CostKind.Income) => "less income than budgeted",
            (< 0, CostKind.Income) => "more income than budgeted",
            (> 0, _) => "over budget",
            _ => "under budget",
        };
}

/// <summary>A partner's part of budget and costs, in pence; overheads are in the services that bear them.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Service">The service; null in its total.</param>
/// <param name="BudgetPence">Its part of the period's revised budget.</param>
/// <param name="SharePence">What it bears in the period.</param>
/// <param name="BudgetToDatePence">Its part of the revised budget from the start of the year.</param>
/// <param name="ShareToDatePence">What it bears from the start of the year.</param>
/// <param name="BudgetOfYearPence">Its part of the year's revised budget.</param>
/// <param name="ForecastPence">What it is expected to bear in the year.</param>
public sealed record PartnerBudget(
    string Partner,
    string? Service,
    long BudgetPence,
    long SharePence,
    long BudgetToDatePence,
    long ShareToDatePence,
    long BudgetOfYearPence,
    long ForecastPence
)
{
    /// <summary>Forecast less budget of the year.</summary>
    public long VariancePence => checked(ForecastPence - BudgetOfYearPence);
}

/// <summary>A service whose budget is expected to be exceeded, and who must approve that before it is spent.</summary>
/// <param name="Service">Service or overhead.</param>
/// <param name="Kind">What the budget is for.</param>
/// <param name="Pence">By how much.</param>
/// <param name="Approvers">Every partner of the agreement in force.</param>
public sealed record BudgetExceeded(string Service, CostKind Kind, long Pence, IReadOnlyList<string> Approvers);

/// <summary>A period of the year in money, in pence; income below zero.</summary>
/// <param name="Period">The month, or the year-end period if anything is posted in it.</param>
/// <param name="RevisedPence">Its revised budget.</param>
/// <param name="SpentPence">What was spent in it, if it is not after the period reported.</param>
/// <param name="ToComePence">What is expected in it, if it is.</param>
public sealed record MonitorMonth(Period Period, long RevisedPence, long SpentPence, long ToComePence);

/// <summary>Budget monitoring of a period.</summary>
public sealed record MonitorReport
{
    /// <summary>The Book's code.</summary>
    public required string Book { get; init; }

    /// <summary>The partnership's name.</summary>
    public required string Partnership { get; init; }

    /// <summary>The period.</summary>
    public required Period Period { get; init; }

    /// <summary>Whether it is closed.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>The last entry looked at.</summary>
    public required Head Head { get; init; }

    /// <summary>By service, account and kind, in the agreement's order.</summary>
    public required IReadOnlyList<MonitorRow> Rows { get; init; }

    /// <summary>The year month by month, for all rows together.</summary>
    public required IReadOnlyList<MonitorMonth> Months { get; init; }

    /// <summary>All of them.</summary>
    public required MonitorRow Total { get; init; }

    /// <summary>By partner and service, each partner's total last.</summary>
    public required IReadOnlyList<PartnerBudget> Partners { get; init; }

    /// <summary>The virements of the year.</summary>
    public required IReadOnlyList<Virement> Virements { get; init; }

    /// <summary>Budgets that are expected to be exceeded.</summary>
    public required IReadOnlyList<BudgetExceeded> Exceeded { get; init; }

    /// <summary>The same report with the movement since an earlier one.</summary>
    public MonitorReport Since(MonitorReport earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return this with
        {
            Rows =
            [
                .. Rows.Select(row =>
                    Moved(
                        row,
                        earlier.Rows.FirstOrDefault(other =>
                            other.Service == row.Service && other.Account == row.Account && other.Kind == row.Kind
                        )
                    )
                ),
            ],
            Total = Moved(Total, earlier.Total),
        };
    }

    private static MonitorRow Moved(MonitorRow row, MonitorRow? before) =>
        row with
        {
            MovementPence = checked(row.VariancePence - (before?.VariancePence ?? 0)),
        };
}
