namespace Openbook.Domain;

/// <summary>What a payment between partners is for.</summary>
public enum PaymentPurpose
{
    /// <summary>Paid in advance of the statements.</summary>
    OnAccount,

    /// <summary>Settles a balance.</summary>
    Settlement,

    /// <summary>Brought over from before the Book began.</summary>
    Opening,
}

/// <summary>Money moved between partners.</summary>
/// <param name="Date">The day on which it moved.</param>
/// <param name="From">The partner that paid.</param>
/// <param name="To">The partner that received.</param>
/// <param name="Amount">How much; above zero.</param>
/// <param name="Reference">The bank's or ledger's reference.</param>
/// <param name="For">What for.</param>
public sealed record Payment(DateOnly Date, string From, string To, Money Amount, string Reference, PaymentPurpose For);

/// <summary>Payments between partners were recorded.</summary>
/// <param name="Source">The file.</param>
/// <param name="Payments">The payments.</param>
public sealed record PaymentsRecorded(Source Source, EquatableList<Payment> Payments) : Fact
{
    /// <summary>The stored kind.</summary>
    public const string StoredKind = "payments-recorded";

    /// <summary>The words for what a payment is for, in order.</summary>
    public static IReadOnlyList<string> PurposeWords { get; } = ["on-account", "settlement", "opening"];

    /// <inheritdoc/>
    public override string Kind => StoredKind;

    /// <summary>The word for what a payment is for.</summary>
    public static string WordOf(PaymentPurpose purpose) => PurposeWords[(int)purpose];

    internal override void ApplyTo(BookState book, Entry entry) => book.Record(this, entry);
}
