namespace Openbook.Domain;

/// <summary>
/// The host issued the draft of a period's statements to the councils. It decides no figure: a later draft of the period takes
/// its place, and the period can be closed with a draft or without.
/// </summary>
/// <param name="Period">The period.</param>
/// <param name="Until">The day until which the councils should answer, inclusive.</param>
/// <param name="StatementSha256">
/// The lower-case hex SHA-256 of the canonical statement as drafted, without its head: as long as the statement comes to the
/// same, the draft holds.
/// </param>
public sealed record DraftIssued(Period Period, DateOnly Until, string StatementSha256) : Fact
{
    /// <summary>The stored kind.</summary>
    public const string StoredKind = "draft-issued";

    /// <inheritdoc/>
    public override string Kind => StoredKind;

    internal override void ApplyTo(BookState book, Entry entry) => book.Issue(this, entry);
}
