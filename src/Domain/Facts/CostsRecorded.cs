namespace Openbook.Domain;

/// <summary>
/// Lines of cost and income were recorded from one source. The fact holds what proves the lines; the lines themselves and
/// their words are kept beside it.
/// </summary>
/// <param name="Source">The file; a correction made by hand has the source <c>correction</c>.</param>
/// <param name="Count">How many lines.</param>
/// <param name="TotalPence">The sum of their amounts as in the file.</param>
/// <param name="LinesSha256">The lower-case hex SHA-256 of the lines' canonical bytes.</param>
/// <param name="Skipped">How many rows of the file were left out because they were known.</param>
public sealed record CostsRecorded(Source Source, int Count, long TotalPence, string LinesSha256, int Skipped) : Fact
{
    /// <summary>The stored kind.</summary>
    public const string StoredKind = "costs-recorded";

    /// <inheritdoc/>
    public override string Kind => StoredKind;

    /// <summary>What the fold needs of the lines. Derived from them; no part of the stored fact.</summary>
    public BatchSums? Sums { get; init; }

    /// <summary>Equal if the stored parts are.</summary>
    public bool Equals(CostsRecorded? other) =>
        other is not null
        && Source == other.Source
        && Count == other.Count
        && TotalPence == other.TotalPence
        && LinesSha256 == other.LinesSha256
        && Skipped == other.Skipped;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Source, Count, TotalPence, LinesSha256, Skipped);

    internal override void ApplyTo(BookState book, Entry entry) => book.Record(this, entry);
}
