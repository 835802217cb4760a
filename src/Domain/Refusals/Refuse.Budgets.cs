namespace Openbook.Domain;

#pragma warning disable CS1591 // Each code carries its own meaning.

public static partial class Refuse
{
    // Budgets.
    public static readonly RefusalCode BudgetEmpty = new(
        "budget-empty",
        "A row of a budget states no amount.",
        "Fill in original, virement or forecast, or leave the row out."
    );
    public static readonly RefusalCode BudgetRepeated = new(
        "budget-repeated",
        "A service has an original budget for that month or year already.",
        "Record the change as a virement with its reason."
    );
    public static readonly RefusalCode VirementWithoutReason = new(
        "virement-without-reason",
        "A virement gives no reason.",
        "Say in reason why the budget was changed."
    );
    public static readonly RefusalCode MonthOutsideYear = new(
        "month-outside-year",
        "The month of a budget is not in its year.",
        "Name a month of that year, April to March, or leave the month out."
    );

    public static readonly RefusalCode BudgetMissing = new(
        "budget-missing",
        "Monitoring is asked for in a year that has no budget.",
        "Record a budget of that year first."
    );

    private static RefusalCode[] OfBudgets =>
        [BudgetEmpty, BudgetRepeated, VirementWithoutReason, MonthOutsideYear, BudgetMissing];
}
