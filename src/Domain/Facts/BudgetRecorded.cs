namespace Openbook.Domain;

/// <summary>A line of a budget: what may be spent on a service, a change of it, or what is expected to be spent in the end.</summary>
/// <param name="Year">The financial year.</param>
/// <param name="Service">Service or overhead.</param>
/// <param name="Account">The subjective code; empty for the service as a whole.</param>
/// <param name="Kind">What it is for the accounts.</param>
/// <param name="Month">The month it is for; null for the year in equal parts of its months in force.</param>
/// <param name="Original">The budget as first approved, income as what is to be received; null if it is not stated.</param>
/// <param name="Virement">A change of the budget; null for none.</param>
/// <param name="Forecast">What is now expected for the month or year; it replaces what was expected before.</param>
/// <param name="Reason">Why: required with a virement.</param>
public sealed record BudgetLine(
    FinancialYear Year,
    string Service,
    string Account,
    CostKind Kind,
    Month? Month,
    Money? Original,
    Money? Virement,
    Money? Forecast,
    string Reason
);

/// <summary>Budgets, virements and forecasts were recorded.</summary>
/// <param name="Source">The file.</param>
/// <param name="Lines">The lines.</param>
public sealed record BudgetRecorded(Source Source, EquatableList<BudgetLine> Lines) : Fact
{
    /// <summary>The stored kind.</summary>
    public const string StoredKind = "budget-recorded";

    /// <inheritdoc/>
    public override string Kind => StoredKind;

    internal override void ApplyTo(BookState book, Entry entry) => book.Record(this, entry);
}
