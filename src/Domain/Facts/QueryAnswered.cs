namespace Openbook.Domain;

/// <summary>How the host answers a query.</summary>
public enum QueryOutcome
{
    /// <summary>The line stands as it is.</summary>
    Stands,

    /// <summary>The host will correct the line, which is an act of its own.</summary>
    ToCorrect,
}

/// <summary>The host answered a query.</summary>
/// <param name="Query">The query: the entry that recorded it.</param>
/// <param name="Outcome">Whether the line stands.</param>
/// <param name="Words">What the host says.</param>
public sealed record QueryAnswered(int Query, QueryOutcome Outcome, string Words) : Fact
{
    /// <summary>The stored kind.</summary>
    public const string StoredKind = "query-answered";

    /// <summary>The words for an outcome, in order.</summary>
    public static IReadOnlyList<string> OutcomeWords { get; } = ["stands", "to-correct"];

    /// <inheritdoc/>
    public override string Kind => StoredKind;

    /// <summary>The word for an outcome.</summary>
    public static string WordOf(QueryOutcome outcome) => OutcomeWords[(int)outcome];

    internal override void ApplyTo(BookState book, Entry entry) => book.Answer(this, entry);
}
