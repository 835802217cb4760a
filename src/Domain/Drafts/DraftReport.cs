namespace Openbook.Domain;

/// <summary>What a council last said to a draft.</summary>
public enum DraftAnswer
{
    /// <summary>Nothing yet.</summary>
    Waiting,

    /// <summary>It accepts the draft.</summary>
    Accepted,

    /// <summary>It waits for the answer to a query.</summary>
    Querying,

    /// <summary>Its queries are answered, and it has not accepted the draft since.</summary>
    Answered,
}

/// <summary>How a council stands to a draft.</summary>
/// <param name="Council">The council.</param>
/// <param name="Answer">What it last said.</param>
/// <param name="Entry">The entry that says so; null if it said nothing.</param>
/// <param name="On">The day on which that was recorded; null if it said nothing.</param>
public sealed record CouncilAnswer(string Council, DraftAnswer Answer, int? Entry, DateOnly? On);

/// <summary>How the draft of a period stands: who accepts it, and what is queried.</summary>
public sealed record DraftReport
{
    /// <summary>The Book's code.</summary>
    public required string Book { get; init; }

    /// <summary>The period.</summary>
    public required Period Period { get; init; }

    /// <summary>Whether the period is closed: then nothing of this changes any more.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>The host: it issues the draft and answers queries.</summary>
    public required string Host { get; init; }

    /// <summary>The draft that was issued last; null if none was.</summary>
    public required IssuedDraft? Draft { get; init; }

    /// <summary>Whether the statements no longer come to what was drafted; of a closed period, whether it was closed otherwise.</summary>
    public required bool IsOvertaken { get; init; }

    /// <summary>The councils that should answer, in the Book's order; the host is none of them.</summary>
    public required IReadOnlyList<CouncilAnswer> Councils { get; init; }

    /// <summary>Every query about the period, of earlier drafts too, oldest first.</summary>
    public required IReadOnlyList<QueriedLine> Queries { get; init; }

    /// <summary>The queries that wait for the host's answer.</summary>
    public IEnumerable<QueriedLine> OpenQueries => Queries.Where(query => query.IsOpen);

    /// <summary>How many councils accept the draft.</summary>
    public int Accepted => Councils.Count(item => item.Answer == DraftAnswer.Accepted);

    /// <summary>How many of the councils accepted the draft, in a sentence without its full stop: "Every council accepted it".</summary>
    /// <param name="names">The names of councils by code.</param>
    /// <param name="what">What the draft is called in it.</param>
    public string WhoAccepted(IReadOnlyDictionary<string, string> names, string what = "it")
    {
        ArgumentNullException.ThrowIfNull(names);
        if (Councils.Count == 1)
        {
            var council = names.GetValueOrDefault(Councils[0].Council, Councils[0].Council);
            return $"{council} {(Accepted == 1 ? "accepted" : "has not accepted")} {what}";
        }
        return Accepted == Councils.Count
            ? $"Every council accepted {what}"
            : $"{Text.Of(Accepted)} of {Text.Count(Councils.Count, "council")} accepted {what}";
    }

    /// <summary>
    /// Whether there is a draft that still holds, every council accepts it, and no query is open: one may be of a council that
    /// has no statement any more.
    /// </summary>
    public bool IsAccepted => Draft is not null && !IsOvertaken && Accepted == Councils.Count && !OpenQueries.Any();

    /// <summary>The report of a period. The Book is left as it is.</summary>
    public static DraftReport Of(BookState book, Period period)
    {
        ArgumentNullException.ThrowIfNull(book);
        var draft = book.DraftOf(period);
        var queries = book.Queries.Where(query => query.Period == period).ToList();
        return new DraftReport
        {
            Book = book.Code,
            Period = period,
            IsClosed = book.FindClosed(period) is not null,
            Host = book.HostOf(period),
            Draft = draft,
            IsOvertaken = draft is not null && DraftRules.IsOvertaken(book, draft),
            Councils = [.. DraftRules.Councils(book, period).Select(council => AnswerOf(council, draft, queries))],
            Queries = queries,
        };
    }

    /// <summary>The report of a period, or why there is none: the period is neither closed nor can it be shown.</summary>
    public static Outcome<DraftReport> Find(BookState book, Period period)
    {
        ArgumentNullException.ThrowIfNull(book);
        return
            book.DraftOf(period) is null
            && book.FindClosed(period) is null
            && Closing.CanBeShown(book, period) is { } refusal
            ? refusal
            : Of(book, period);
    }

    /// <summary>The reports of every period of which a draft was issued, in the order of the first drafts.</summary>
    public static IReadOnlyList<DraftReport> All(BookState book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return [.. book.Drafts.Select(draft => draft.Period).Distinct().Select(period => Of(book, period))];
    }

    private static CouncilAnswer AnswerOf(string council, IssuedDraft? draft, List<QueriedLine> queries)
    {
        if (draft?.AcceptanceOf(council) is { } accepted)
        {
            return new CouncilAnswer(council, DraftAnswer.Accepted, accepted.Entry, accepted.On);
        }
        var mine = queries.Where(query => query.Council == council).ToList();
        if (mine.FindLast(query => query.IsOpen) is { } open)
        {
            return new CouncilAnswer(council, DraftAnswer.Querying, open.Entry, open.On);
        }
        // An answer to an earlier draft no longer counts.
        return mine.FindLast(query => query.Answer is not null && query.Fact.Draft == draft?.Entry) is { } answered
            ? new CouncilAnswer(council, DraftAnswer.Answered, answered.Answer!.Entry, answered.Answer.On)
            : new CouncilAnswer(council, DraftAnswer.Waiting, null, null);
    }
}
