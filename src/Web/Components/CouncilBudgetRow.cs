namespace Openbook.Web.Components;

/// <summary>A row of a table of councils' budgets.</summary>
/// <param name="Period">The period reported.</param>
/// <param name="Row">The figures.</param>
/// <param name="Name">What the row is called.</param>
/// <param name="Why">Where its budgets are worked out.</param>
public sealed record CouncilBudgetRow(Period Period, PartnerBudget Row, string Name, string Why);
