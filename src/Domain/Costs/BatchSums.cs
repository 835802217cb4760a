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
    private readonly PenceBy<SumKey> sums = new();
    private List<LineRef>? reversed;
    private long sizes;

    private sealed record SumKey(int Month, string Service, CostKind Kind, string PaidBy, string? Customer)
    {
        // Written out: what the compiler would make asks for comparers of types of ours, which are compiled at each start.
        public bool Equals(SumKey? other) =>
            other is not null
            && Month == other.Month
            && Kind == other.Kind
            && Service == other.Service
            && PaidBy == other.PaidBy
            && Customer == other.Customer;

        public override int GetHashCode() =>
            unchecked(
                KeyHash.Of(Service, Customer, new Month(Month), Kind) * 31
                + PaidBy.GetHashCode(StringComparison.Ordinal)
            );
    }

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
            sums.Add(key, Spread.Part(effect, from, to, month).Pence);
        }
    }

    /// <summary>Adds to the sizes of amounts.</summary>
    public void AddSize(long pence) => sizes = Money.AddSize(sizes, pence);

    /// <summary>Notes a line that is reversed.</summary>
    public void Reverse(LineRef line) => (reversed ??= []).Add(line);

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
    public BatchSums ToSums()
    {
        var sorted = new List<PenceOf<SumKey>>();
        foreach (var sum in sums)
        {
            sorted.Add(sum);
        }
        sorted.Sort(InOrder);
        return new BatchSums(
            sorted
                .ConvertAll(sum => new BatchSum(
                    new Month(sum.Key.Month),
                    sum.Key.Service,
                    sum.Key.Kind,
                    sum.Key.PaidBy,
                    sum.Key.Customer,
                    sum.Pence
                ))
                .ToEquatableList(),
            reversed is null ? EquatableList<LineRef>.Empty : reversed.ToEquatableList(),
            sizes
        );
    }

    private static int InOrder(PenceOf<SumKey> one, PenceOf<SumKey> other)
    {
        var (a, b) = (one.Key, other.Key);
        return a.Month != b.Month ? a.Month.CompareTo(b.Month)
            : a.Service != b.Service ? string.CompareOrdinal(a.Service, b.Service)
            : a.Kind != b.Kind ? (int)a.Kind - (int)b.Kind
            : a.PaidBy != b.PaidBy ? string.CompareOrdinal(a.PaidBy, b.PaidBy)
            : string.CompareOrdinal(a.Customer, b.Customer);
    }
}
