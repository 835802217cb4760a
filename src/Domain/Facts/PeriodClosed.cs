namespace Openbook.Domain;

/// <summary>A partner's figures in a closed period.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="SharePence">What it bears.</param>
/// <param name="PaidPence">What it paid suppliers, less what it received from customers.</param>
/// <param name="BalancePence">Share less paid.</param>
/// <param name="Carry">Its carry after the period, in trillionths of a penny.</param>
public sealed record ClosedFigures(string Partner, long SharePence, long PaidPence, long BalancePence, string Carry);

/// <summary>
/// A period was closed: its statements never change again. The fact carries the figures, so that arithmetic that comes to
/// another result is found.
/// </summary>
/// <param name="Period">The period.</param>
/// <param name="Rules">The penny rules used.</param>
/// <param name="Partners">Each partner's figures, in the Book's order.</param>
/// <param name="StatementSha256">The lower-case hex SHA-256 of the canonical statement without its head.</param>
public sealed record PeriodClosed(
    Period Period,
    string Rules,
    EquatableList<ClosedFigures> Partners,
    string StatementSha256
) : Fact
{
    /// <summary>The stored kind.</summary>
    public const string StoredKind = "period-closed";

    /// <inheritdoc/>
    public override string Kind => StoredKind;

    internal override void ApplyTo(BookState book, Entry entry) => book.Close(this, entry);
}
