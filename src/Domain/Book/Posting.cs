namespace Openbook.Domain;

/// <summary>
/// Which periods were open when something was recorded, and so where it is posted: in its month; if that is closed, in the
/// year-end period of its year if that is open; else in the first open month.
/// </summary>
/// <param name="FirstOpen">The first open month; null while no version counts, when every month is open.</param>
/// <param name="OpenYearEnd">The financial year whose year-end period is open, if any.</param>
public sealed record Posting(Month? FirstOpen, FinancialYear? OpenYearEnd)
{
    /// <summary>The period in which a line of a month is posted.</summary>
    public Period PeriodOf(Month forMonth)
    {
        if (FirstOpen is not { } open || forMonth >= open)
        {
            return Period.Of(forMonth);
        }
        return OpenYearEnd == FinancialYear.Of(forMonth) ? OpenYearEnd.Value.YearEnd : Period.Of(open);
    }

    /// <summary>Whether a line of some months, first and last inclusive, or a part of it is posted in a period.</summary>
    public bool IsIn(Period period, Month from, Month to)
    {
        for (var month = from; month <= to; month = month.Next)
        {
            if (PeriodOf(month) == period)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>
    /// What of a line is posted in a period: the parts of its amount that fall to months posted there. Over all periods these parts
    /// add up to the amount.
    /// </summary>
    /// <param name="period">The period.</param>
    /// <param name="amount">The line's amount; the part has its sign.</param>
    /// <param name="from">The first month, inclusive.</param>
    /// <param name="to">The last month, inclusive.</param>
    public Money PartIn(Period period, Money amount, Month from, Month to)
    {
        var part = Money.Zero;
        for (var month = from; month <= to; month = month.Next)
        {
            if (PeriodOf(month) == period)
            {
                part += Spread.Part(amount, from, to, month);
            }
        }
        return part;
    }

    /// <summary>The month in which a payment of a month is posted; never a year-end period.</summary>
    public Month MonthOf(Month month) => FirstOpen is { } open ? Month.Later(month, open) : month;
}

/// <summary>A payment with the entry that recorded it.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="Entry">The entry.</param>
public sealed record PostedPayment(Payment Payment, int Entry);

/// <summary>What has been posted in one period.</summary>
/// <param name="period">The period.</param>
public sealed class Postings(Period period)
{
    /// <summary>The period.</summary>
    public Period Period => period;

    private readonly List<PostedPayment> payments = [];

    /// <summary>What keeps posted sums apart; the customer is still what the line says.</summary>
    /// <param name="ForMonth">The month the costs belong to.</param>
    /// <param name="Service">Service or overhead.</param>
    /// <param name="Kind">What they are for the accounts.</param>
    /// <param name="Supplier">Of income, the supplier if it has the form of a code.</param>
    public sealed record PostingKey(Month ForMonth, string Service, CostKind Kind, string? Supplier)
    {
        // Written out: what the compiler would make asks for comparers of types of ours, which are compiled at each start.

        /// <inheritdoc/>
        public bool Equals(PostingKey? other) =>
            other is not null
            && ForMonth.Index == other.ForMonth.Index
            && Kind == other.Kind
            && Service == other.Service
            && Supplier == other.Supplier;

        /// <inheritdoc/>
        public override int GetHashCode() => KeyHash.Of(Service, Supplier, ForMonth, Kind);
    }

    /// <summary>The sums in pence, income below zero.</summary>
    public PenceBy<PostingKey> Pools { get; } = new();

    /// <summary>What each partner paid suppliers, less what it received from customers, in pence.</summary>
    public PenceBy<string> Paid { get; } = new();

    /// <summary>Payments between partners.</summary>
    public IReadOnlyList<PostedPayment> Payments => payments;

    /// <summary>Payments that a partner made, less those it received, in pence.</summary>
    public long SettledPence(string partner)
    {
        var settled = 0L;
        foreach (var (payment, _) in payments)
        {
            settled += payment.From == partner ? payment.Amount.Pence : 0;
            settled -= payment.To == partner ? payment.Amount.Pence : 0;
        }
        return settled;
    }

    internal void Add(BatchSum sum)
    {
        Pools.Add(new PostingKey(sum.Month, sum.Service, sum.Kind, sum.Customer), sum.Pence);
        Paid.Add(sum.PaidBy, sum.Pence);
    }

    internal void Pay(PostedPayment payment) => payments.Add(payment);
}
