namespace Openbook.Domain;

/// <summary>Decides whether the host's answer to a query can be recorded.</summary>
public static class AnswerQuery
{
    /// <summary>Answers a query, once. That a line will be corrected corrects nothing: the correction is an act of its own.</summary>
    /// <param name="book">The Book.</param>
    /// <param name="query">The query: the entry that recorded it.</param>
    /// <param name="outcome">Whether the line stands.</param>
    /// <param name="words">What the host says; already checked.</param>
    /// <param name="by">The council that answers: the host.</param>
    public static Outcome<QueryAnswered> Decide(
        BookState book,
        int query,
        QueryOutcome outcome,
        string words,
        string by
    )
    {
        ArgumentNullException.ThrowIfNull(book);
        if (book.FindQuery(query) is not { } found)
        {
            return Refuse.QueryUnknown.Because($"There is no query {Text.Of(query)}.");
        }
        if (DraftRules.Closed(book, found.Period) is { } closed)
        {
            return closed;
        }
        if (!found.IsOpen)
        {
            return Refuse.QueryNotOpen.Because(
                found.Answer is { } answer
                    ? $"Query {Text.Of(query)} was answered by entry {Text.Of(answer.Entry)}."
                    : $"Query {Text.Of(query)} was settled when {DraftRules.Name(book, found.Council)} accepted the draft."
            );
        }
        return DraftRules.HostOnly(book, found.Period, by) is { } stranger
            ? stranger
            : new QueryAnswered(query, outcome, words);
    }
}
