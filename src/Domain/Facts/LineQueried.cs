namespace Openbook.Domain;

/// <summary>
/// The council for which it is recorded queried a line of a draft. If it had accepted the draft before, it does so no longer.
/// </summary>
/// <param name="Draft">The draft: the entry that issued it.</param>
/// <param name="Line">The line.</param>
/// <param name="Words">What the council asks or says.</param>
public sealed record LineQueried(int Draft, LineRef Line, string Words) : Fact
{
    /// <summary>The stored kind.</summary>
    public const string StoredKind = "line-queried";

    /// <inheritdoc/>
    public override string Kind => StoredKind;

    internal override void ApplyTo(BookState book, Entry entry) => book.Query(this, entry);
}
