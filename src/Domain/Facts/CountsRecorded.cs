namespace Openbook.Domain;

/// <summary>One count of a driver for one partner.</summary>
/// <param name="Date">The day on which it was counted.</param>
/// <param name="Driver">What was counted.</param>
/// <param name="Partner">For whom.</param>
/// <param name="Count">How many.</param>
/// <param name="Source">Who says so: a system's report, a signed return.</param>
public sealed record DriverCount(DateOnly Date, string Driver, string Partner, Weight Count, string Source);

/// <summary>Drivers were counted. A later count for a date counted before replaces it from then on.</summary>
/// <param name="Source">The file.</param>
/// <param name="Counts">The counts.</param>
public sealed record CountsRecorded(Source Source, EquatableList<DriverCount> Counts) : Fact
{
    /// <summary>The stored kind.</summary>
    public const string StoredKind = "counts-recorded";

    /// <inheritdoc/>
    public override string Kind => StoredKind;

    internal override void ApplyTo(BookState book, Entry entry) => book.Record(this, entry);
}
