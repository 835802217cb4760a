namespace Openbook.Domain;

/// <summary>One sum of a batch: what the fold needs of its lines.</summary>
/// <param name="Month">The month the lines, or parts of spread lines, belong to.</param>
/// <param name="Service">Service or overhead.</param>
/// <param name="Kind">What they are for the accounts.</param>
/// <param name="PaidBy">The partner that paid or received.</param>
/// <param name="Customer">Of income, the supplier if it has the form of a code.</param>
/// <param name="Pence">What they add to the pool and to what the payer paid; income below zero.</param>
public sealed record BatchSum(Month Month, string Service, CostKind Kind, string PaidBy, string? Customer, long Pence);

/// <summary>
/// The sums of a batch by month, service, kind, payer and customer, with the lines that it reverses. They are derived from the
/// lines and can be made anew from them at any time; <c>verify</c> does.
/// </summary>
/// <param name="Sums">The sums, in a fixed order.</param>
/// <param name="Reversed">The lines that the batch reverses, in the order of its rows.</param>
/// <param name="AbsolutePence">The sizes of all amounts added up.</param>
public sealed record BatchSums(EquatableList<BatchSum> Sums, EquatableList<LineRef> Reversed, long AbsolutePence);

/// <summary>Adds lines up to <see cref="BatchSums"/>. The result does not depend on the order of the lines.</summary>
public sealed class BatchSummer
{
    private readonly Dictionary<SumKey, long> sums = [];
    private readonly List<LineRef> reversed = [];
    private long sizes;

    private sealed record SumKey(int Month, string Service, CostKind Kind, string PaidBy, string? Customer);

    /// <summary>Whether the amounts add up to more than a Book can hold.</summary>
    public bool TooLarge => sizes > Money.Largest;

    /// <summary>Adds one line or several alike, spread over its months.</summary>
    public void Add(Month from, Month to, string service, CostKind kind, string paidBy, string? customer, Money effect)
    {
        if (TooLarge)
        {
            return;
        }
        for (var month = from; month <= to; month = month.Next)
        {
            var key = new SumKey(month.Index, service, kind, paidBy, kind == CostKind.Income ? customer : null);
            sums.TryGetValue(key, out var before);
            sums[key] = checked(before + Spread.Part(effect, from, to, month).Pence);
        }
    }

    /// <summary>Adds to the sizes of amounts.</summary>
    public void AddSize(long pence) => sizes = Money.AddSize(sizes, pence);

    /// <summary>Notes a line that is reversed.</summary>
    public void Reverse(LineRef line) => reversed.Add(line);

    /// <summary>Adds a whole line.</summary>
    public void Add(CostLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        AddSize(line.Amount.Pence);
        Add(
            line.Month,
            line.LastMonth,
            line.Service,
            line.Kind,
            line.PaidBy,
            CustomerOf(line.Words?.Supplier),
            line.Effect
        );
        if (line.Nature == CostNature.Reversal && line.Corrects is { } target)
        {
            Reverse(target);
        }
    }

    /// <summary>What a supplier is as a customer: itself if it has the form of a code.</summary>
    public static string? CustomerOf(string? supplier) => Code.IsValid(supplier) ? supplier : null;

    /// <summary>The sums in a fixed order: by month, service, kind, payer and customer.</summary>
    public BatchSums ToSums() =>
        new(
            sums.OrderBy(pair => pair.Key.Month)
                .ThenBy(pair => pair.Key.Service, StringComparer.Ordinal)
                .ThenBy(pair => pair.Key.Kind)
                .ThenBy(pair => pair.Key.PaidBy, StringComparer.Ordinal)
                .ThenBy(pair => pair.Key.Customer, StringComparer.Ordinal)
                .Select(pair => new BatchSum(
                    new Month(pair.Key.Month),
                    pair.Key.Service,
                    pair.Key.Kind,
                    pair.Key.PaidBy,
                    pair.Key.Customer,
                    pair.Value
                ))
                .ToEquatableList(),
            reversed.ToEquatableList(),
            sizes
        );
}
