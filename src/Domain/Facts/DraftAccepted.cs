namespace Openbook.Domain;

/// <summary>The council for which it is recorded accepted a draft. Its open queries about the period are settled by that.</summary>
/// <param name="Draft">The draft: the entry that issued it.</param>
public sealed record DraftAccepted(int Draft) : Fact
{
    /// <summary>The stored kind.</summary>
    public const string StoredKind = "draft-accepted";

    /// <inheritdoc/>
    public override string Kind => StoredKind;

    internal override void ApplyTo(BookState book, Entry entry) => book.Accept(this, entry);
}
