namespace Openbook.Domain;

/// <summary>Decides whether a council's acceptance of a draft can be recorded.</summary>
public static class AcceptDraft
{
    /// <summary>
    /// Accepts the newest draft of a period. The council's open queries about the period are settled by that: who accepts
    /// waits for no answer.
    /// </summary>
    /// <param name="book">The Book.</param>
    /// <param name="period">The period.</param>
    /// <param name="seen">The draft that the council looked at; null for the newest.</param>
    /// <param name="by">The council.</param>
    public static Outcome<DraftAccepted> Decide(BookState book, Period period, int? seen, string by)
    {
        ArgumentNullException.ThrowIfNull(book);
        if (DraftRules.Closed(book, period) is { } closed)
        {
            return closed;
        }
        if (book.DraftOf(period) is not { } draft)
        {
            return Refuse.DraftMissing.Because($"No draft of {period.ToWords()} is issued.");
        }
        if (DraftRules.CouncilOnly(book, period, by) is { } stranger)
        {
            return stranger;
        }
        var refusals = new List<Refusal>();
        if (seen is { } number && number != draft.Entry)
        {
            refusals.Add(
                Refuse.DraftReplaced.Because(
                    $"The draft of {period.ToWords()} is draft {Text.Of(draft.Entry)}, not {Text.Of(number)}."
                )
            );
        }
        if (draft.AcceptanceOf(by) is not null)
        {
            refusals.Add(
                Refuse.AcceptedAlready.Because(
                    $"{DraftRules.Name(book, by)} has accepted draft {Text.Of(draft.Entry)}."
                )
            );
        }
        else if (DraftRules.IsOvertaken(book, draft))
        {
            refusals.Add(
                Refuse.DraftOvertaken.Because(
                    $"Draft {Text.Of(draft.Entry)} of {period.ToWords()} no longer shows what would be closed."
                )
            );
        }
        return refusals.Count > 0 ? Outcome<DraftAccepted>.Refused(refusals) : new DraftAccepted(draft.Entry);
    }
}
