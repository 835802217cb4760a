namespace Openbook.Domain;

/// <summary>The words of a cost line were removed; its figures stay.</summary>
/// <param name="Line">The line.</param>
/// <param name="Customer">Of a line from a listed customer its code, so that the income is still shared as agreed.</param>
public sealed record WordsWithheld(LineRef Line, string? Customer) : Fact
{
    /// <summary>The stored kind.</summary>
    public const string StoredKind = "words-withheld";

    /// <inheritdoc/>
    public override string Kind => StoredKind;

    internal override void ApplyTo(BookState book, Entry entry) => book.Withhold(this);
}
