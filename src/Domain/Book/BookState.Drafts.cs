namespace Openbook.Domain;

public sealed partial class BookState
{
    private readonly List<IssuedDraft> drafts = [];
    private readonly List<QueriedLine> queries = [];

    /// <summary>Every draft that was issued, oldest first; the last of a period is the one that councils answer.</summary>
    public IReadOnlyList<IssuedDraft> Drafts => drafts;

    /// <summary>Every query, oldest first.</summary>
    public IReadOnlyList<QueriedLine> Queries => queries;

    /// <summary>The draft of a period that was issued last, or null.</summary>
    public IssuedDraft? DraftOf(Period period) => drafts.FindLast(draft => draft.Period == period);

    /// <summary>The query that an entry recorded, or null.</summary>
    public QueriedLine? FindQuery(int entry) => queries.Find(query => query.Entry == entry);

    /// <summary>The council that runs the service in a period's month: it issues drafts and answers queries.</summary>
    public string HostOf(Period period) => VersionInForce(period.Month)?.Terms.Host ?? Host;

    internal void Issue(DraftIssued fact, Entry entry) => drafts.Add(new IssuedDraft(fact, entry));

    internal void Accept(DraftAccepted fact, Entry entry)
    {
        var draft = DraftAt(fact.Draft, entry);
        draft.Accept(entry);
        foreach (var query in queries.Where(item => item.IsOpen && IsOf(item, draft.Period, entry.By)))
        {
            query.SettledBy = entry.Number;
        }
    }

    internal void Query(LineQueried fact, Entry entry)
    {
        var draft = DraftAt(fact.Draft, entry);
        draft.TakeBack(entry.By);
        queries.Add(new QueriedLine(fact, draft.Period, entry));
    }

    internal void Answer(QueryAnswered fact, Entry entry)
    {
        var query =
            FindQuery(fact.Query)
            ?? throw new BookDamagedException(
                entry.Number,
                $"Entry {entry.Number} answers query {fact.Query}, which is not there."
            );
        query.Answer = new QueryAnswer(entry.Number, fact, DateOnly.FromDateTime(entry.RecordedAt));
    }

    private void LeaveQueries(Period period)
    {
        foreach (var query in queries.Where(item => item.Period == period))
        {
            query.IsLeft = true;
        }
    }

    private IssuedDraft DraftAt(int number, Entry entry) =>
        drafts.Find(draft => draft.Entry == number)
        ?? throw new BookDamagedException(
            entry.Number,
            $"Entry {entry.Number} is about draft {number}, which is not there."
        );

    private static bool IsOf(QueriedLine query, Period period, string council) =>
        query.Period == period && query.Council == council;
}
