namespace Openbook.Domain;

/// <summary>Decides whether a council's query about a line can be recorded.</summary>
public static class QueryLine
{
    /// <summary>
    /// Queries a line of a draft: of the open period in which the line, or a part of it, is posted. A council has one open query
    /// about a line and period at a time. If it had accepted the draft, it does so no longer: its latest word counts.
    /// </summary>
    /// <param name="book">The Book.</param>
    /// <param name="line">The line.</param>
    /// <param name="period">The period; null for the one whose draft was issued last of those in which the line is posted.</param>
    /// <param name="words">What the council asks or says; already checked.</param>
    /// <param name="by">The council.</param>
    public static Outcome<LineQueried> Decide(BookState book, CostLine line, Period? period, string words, string by)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(line);
        var found = DraftFor(book, line, period);
        if (!found.IsDone)
        {
            return Outcome<LineQueried>.Refused(found.Refusals);
        }
        var draft = found.Value;
        if (DraftRules.CouncilOnly(book, draft.Period, by) is { } stranger)
        {
            return stranger;
        }
        return OpenQuery(book, draft.Period, line.Ref, by) is { } open
            ? Refuse.QueriedAlready.Because(
                $"{DraftRules.Name(book, by)} has queried line {line.Ref}: query {Text.Of(open.Entry)}."
            )
            : new LineQueried(draft.Entry, line.Ref, words);
    }

    /// <summary>The periods in which a line, or a part of it, is posted, first to last.</summary>
    public static IReadOnlyList<Period> PeriodsOf(BookState book, CostLine line)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(line);
        var posting = book.Batches.First(batch => batch.Entry == line.Ref.Entry).Posting;
        return [.. LinePlace.Of(book, line, posting).Select(place => place.Period).Distinct()];
    }

    private static Outcome<IssuedDraft> DraftFor(BookState book, CostLine line, Period? period)
    {
        var posted = PeriodsOf(book, line);
        if (period is { } asked)
        {
            if (!posted.Contains(asked))
            {
                return Refuse.LineNotInDraft.Because($"Line {line.Ref} is not posted in {asked.ToWords()}.");
            }
            posted = [asked];
        }
        var open = posted.Where(item => book.FindClosed(item) is null).ToList();
        if (open.Count == 0)
        {
            return DraftRules.Closed(book, posted[^1])!;
        }
        return open.Select(book.DraftOf).OfType<IssuedDraft>().MaxBy(draft => draft.Entry) is { } draft
            ? draft
            : Refuse.DraftMissing.Because($"No draft of {open[0].ToWords()} is issued.");
    }

    private static QueriedLine? OpenQuery(BookState book, Period period, LineRef line, string by) =>
        book.Queries.FirstOrDefault(query =>
            query.IsOpen && query.Period == period && query.Fact.Line == line && query.Council == by
        );
}
