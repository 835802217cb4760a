namespace Openbook.Domain;

/// <summary>What holds for everything about drafts: while a period is open, and who may do what.</summary>
internal static class DraftRules
{
    /// <summary>Why nothing about a draft of a period can be recorded any more, or null.</summary>
    public static Refusal? Closed(BookState book, Period period) =>
        book.FindClosed(period) is null
            ? null
            : Refuse.DraftNotOpen.Because($"{Words.Begin(period.ToWords())} is closed.");

    /// <summary>What stands against a council doing what is the host's, or null.</summary>
    public static Refusal? HostOnly(BookState book, Period period, string by) =>
        by == book.HostOf(period)
            ? null
            : Refuse.NotByHost.Because(
                $"{Name(book, by)} is not the host of {period.ToWords()}; {Name(book, book.HostOf(period))} is."
            );

    /// <summary>What stands against a council answering a draft, or null.</summary>
    public static Refusal? CouncilOnly(BookState book, Period period, string by) =>
        !book.Partners.Contains(by) ? Refuse.ByNotPartner.Because($"\"{by}\" is not a partner.")
        : by == book.HostOf(period) ? Refuse.NotForHost.Because($"{Name(book, by)} is the host of {period.ToWords()}.")
        : Named(book, period).Contains(by) ? null
        : Refuse.NotInDraft.Because($"{Name(book, by)} has no statement for {period.ToWords()}.");

    /// <summary>The councils that should answer a draft, in the Book's order: all that have a statement, but the host.</summary>
    public static IReadOnlyList<string> Councils(BookState book, Period period)
    {
        var host = book.HostOf(period);
        return [.. Named(book, period).Where(council => council != host)];
    }

    /// <summary>
    /// Whether the statements of a period no longer come to what was drafted: for a closed period what was closed counts. A
    /// period that can no longer be worked out does not come to it either.
    /// </summary>
    public static bool IsOvertaken(BookState book, IssuedDraft draft) =>
        book.FindClosed(draft.Period) is { } closed
            ? closed.Fact.StatementSha256 != draft.Fact.StatementSha256
            : Statement.Of(book, draft.Period) is not { IsDone: true } now
                || StatementJson.Sha256(now.Value) != draft.Fact.StatementSha256;

    /// <summary>A council by name.</summary>
    public static string Name(BookState book, string council) => BookNames.Of(book).Partner(council);

    private static IReadOnlyList<string> Named(BookState book, Period period) =>
        book.FindClosed(period) is { } closed ? closed.Result.Shown
        : Statement.Of(book, period) is { IsDone: true } statement
            ? [.. statement.Value.Partners.Select(partner => partner.Figures.Partner)]
        : [.. book.VersionInForce(period.Month)?.Terms.Partners.Select(partner => partner.Code) ?? []];
}
