using Openbook.Web.Components;

namespace Openbook.Web.Books;

/// <summary>A council's decision on a version of the agreement.</summary>
/// <param name="Council">The council's code.</param>
/// <param name="Approval">Its approval; null if it has not decided.</param>
public sealed record Decision(string Council, Approval? Approval);

/// <summary>A version of the agreement and how far its approval has come.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Entry">The entry that proposed it.</param>
/// <param name="State">How it stands, in a sentence.</param>
/// <param name="Counts">Whether every approval has taken effect.</param>
/// <param name="Decisions">What each council decided, in order.</param>
/// <param name="Clauses">What it says.</param>
/// <param name="Text">The text itself.</param>
public sealed record VersionState(
    int Number,
    int Entry,
    string State,
    bool Counts,
    IReadOnlyList<Decision> Decisions,
    IReadOnlyList<Clause> Clauses,
    string Text
)
{
    /// <summary>A version as it stands; null if there is none of that number.</summary>
    public static VersionState? Of(BookState book, int number)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.Versions.FirstOrDefault(item => item.Number == number) is not { } version
            ? null
            : new VersionState(
                number,
                version.Entry,
                StateOf(book, version),
                version.Counts,
                [
                    .. book.PartiesTo(version)
                        .Select(council => new Decision(
                            council,
                            version.Approvals.LastOrDefault(approval => approval.Partner == council)
                        )),
                ],
                Components.Clauses.Of(version.Terms),
                version.Text
            );
    }

    /// <summary>Every version, newest first.</summary>
    public static IReadOnlyList<VersionState> All(BookState book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return [.. book.Versions.Reverse().Select(version => Of(book, version.Number)!)];
    }

    private static string StateOf(BookState book, AgreementVersion version)
    {
        if (!version.Counts)
        {
            var waiting = book.PartiesTo(version)
                .Where(council => !version.IsApprovedBy(council, book.Today))
                .Select(council => BookNames.Of(book).Partner(council))
                .ToList();
            return $"Proposed to count from {Dates.Words(version.From.First)}. It waits for {Domain.Text.List(waiting)}.";
        }
        var next = book.Versions.FirstOrDefault(item => item.Number > version.Number && item.Counts);
        return next is null
                ? $"In force since {Dates.Words(version.InForceFrom!.Value.First)}, approved by every council."
            : next.InForceFrom <= version.InForceFrom
                ? $"Approved by every council, and replaced by version {Domain.Text.Of(next.Number)} before it began."
            : $"In force from {Dates.Words(version.InForceFrom!.Value.First)} to "
                + $"{Dates.Words(next.InForceFrom!.Value.Previous.Last)}, then replaced by version {Domain.Text.Of(next.Number)}.";
    }
}
