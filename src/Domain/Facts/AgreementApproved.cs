namespace Openbook.Domain;

/// <summary>A council approved a version of the agreement.</summary>
/// <param name="Version">The version.</param>
/// <param name="Partner">The council.</param>
/// <param name="Body">Who decided for it.</param>
/// <param name="On">The day of the decision.</param>
/// <param name="Effective">The day from which the decision has effect, when call-in is over.</param>
public sealed record AgreementApproved(int Version, string Partner, string Body, DateOnly On, DateOnly Effective) : Fact
{
    /// <summary>The stored kind.</summary>
    public const string StoredKind = "agreement-approved";

    /// <inheritdoc/>
    public override string Kind => StoredKind;

    internal override void ApplyTo(BookState book, Entry entry) => book.Approve(this, entry);
}
