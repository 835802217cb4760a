namespace Openbook.Domain;

/// <summary>
/// A version of the agreement was put to the councils. The first starts the Book. It counts only when every partner of the
/// old and the new version has approved it (a change of cost basis needs the consent of every council).
/// </summary>
/// <param name="Book">The Book's code.</param>
/// <param name="Version">1 for the first, then one more each.</param>
/// <param name="From">The first month for which it is to count.</param>
/// <param name="Text">The agreement's text, as written.</param>
/// <param name="Terms">What the text says.</param>
public sealed record AgreementProposed(string Book, int Version, Month From, string Text, AgreementTerms Terms) : Fact
{
    /// <summary>The stored kind.</summary>
    public const string StoredKind = "agreement-proposed";

    /// <inheritdoc/>
    public override string Kind => StoredKind;

    internal override void ApplyTo(BookState book, Entry entry) => book.Propose(this, entry);
}
