namespace Openbook.Domain;

/// <summary>What a budget is kept by.</summary>
/// <param name="Year">The financial year.</param>
/// <param name="Service">Service or overhead.</param>
/// <param name="Account">The subjective code; empty for the service as a whole.</param>
/// <param name="Kind">What it is for the accounts.</param>
public sealed record BudgetKey(FinancialYear Year, string Service, string Account, CostKind Kind);

/// <summary>The part of a budget line that falls to a month. Amounts are in pence, income below zero.</summary>
/// <param name="Key">Which budget.</param>
/// <param name="Month">The month.</param>
/// <param name="OriginalPence">The budget as first approved; null if the line has none.</param>
/// <param name="VirementPence">The change; 0 for none.</param>
public sealed record BudgetPart(BudgetKey Key, Month Month, long? OriginalPence, long VirementPence);

/// <summary>What is expected, in pence, income below zero.</summary>
/// <param name="Key">Of which budget.</param>
/// <param name="Month">The month; null for the whole year.</param>
/// <param name="Pence">How much.</param>
public sealed record Forecast(BudgetKey Key, Month? Month, long Pence);

/// <summary>A virement with its reason, as it is listed under a report.</summary>
/// <param name="Key">Which budget.</param>
/// <param name="Pence">How much, income below zero.</param>
/// <param name="Reason">Why.</param>
/// <param name="Entry">The entry that recorded it.</param>
public sealed record Virement(BudgetKey Key, long Pence, string Reason, int Entry);

/// <summary>
/// The budgets of a Book so far. A line without a month is released in equal parts over the months of its year in which its
/// service is in force when it is recorded, odd pence to the earliest, as a spread cost is.
/// </summary>
public sealed class BudgetSheet
{
    private readonly List<BudgetPart> parts = [];
    private readonly List<Forecast> forecasts = [];
    private readonly List<Virement> virements = [];
    private readonly Dictionary<BudgetKey, List<int>> entries = [];
    private long sizes;

    /// <summary>The parts, in the order of recording.</summary>
    public IReadOnlyList<BudgetPart> Parts => parts;

    /// <summary>The forecasts in the order of recording: a later one replaces an earlier one of the same key and month.</summary>
    public IReadOnlyList<Forecast> Forecasts => forecasts;

    /// <summary>The virements, in the order of recording.</summary>
    public IReadOnlyList<Virement> Virements => virements;

    /// <summary>The entries that recorded a service's budget of a year, first to last.</summary>
    public IReadOnlyList<int> EntriesOf(FinancialYear year, string service) =>
        [
            .. entries
                .Where(item => item.Key.Year == year && item.Key.Service == service)
                .SelectMany(item => item.Value)
                .Distinct()
                .Order(),
        ];

    /// <summary>The sizes of all amounts added up, in pence.</summary>
    internal long Sizes => sizes;

    /// <summary>The months of a year in which a service or overhead is in force, as the agreement is now.</summary>
    internal static IReadOnlyList<Month> MonthsOf(BookState book, FinancialYear year, string service)
    {
        var months = new List<Month>();
        for (var month = year.April; month <= year.March; month = month.Next)
        {
            if (IsInForce(book, service, month))
            {
                months.Add(month);
            }
        }
        return months;
    }

    /// <summary>Whether a service or overhead is in force in a month.</summary>
    internal static bool IsInForce(BookState book, string service, Month month) =>
        month >= book.Starts
        && book.VersionInForce(month)?.Terms is { } terms
        && terms.Covers(month)
        && (terms.FindService(service) is not null || terms.FindOverhead(service) is not null);

    internal void Add(BookState book, BudgetLine line, int entry)
    {
        var key = new BudgetKey(line.Year, line.Service, line.Account, line.Kind);
        entries.TryAdd(key, []);
        entries[key].Add(entry);
        var months = line.Month is { } only ? [only] : MonthsOf(book, line.Year, line.Service);
        var original = Effect(line.Kind, line.Original);
        var virement = Effect(line.Kind, line.Virement);
        sizes = Money.AddSize(Money.AddSize(sizes, original ?? 0), virement ?? 0);
        for (var i = 0; i < months.Count && (original is not null || virement is not null); i++)
        {
            parts.Add(
                new BudgetPart(
                    key,
                    months[i],
                    original is { } pence ? Spread.Part(new Money(pence), months.Count, i).Pence : null,
                    Spread.Part(new Money(virement ?? 0), months.Count, i).Pence
                )
            );
        }
        if (virement is { } change)
        {
            virements.Add(new Virement(key, change, line.Reason, entry));
        }
        if (Effect(line.Kind, line.Forecast) is { } expected)
        {
            sizes = Money.AddSize(sizes, expected);
            forecasts.Add(new Forecast(key, line.Month, expected));
        }
    }

    private static long? Effect(CostKind kind, Money? amount) =>
        amount is null ? null
        : kind == CostKind.Income ? -amount.Value.Pence
        : amount.Value.Pence;
}
