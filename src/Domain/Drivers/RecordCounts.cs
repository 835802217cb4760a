namespace Openbook.Domain;

/// <summary>A count as read from a file, with the row it stands in.</summary>
/// <param name="Row">The row; the header is row 1.</param>
/// <param name="Count">The count.</param>
public sealed record CountRow(int Row, DriverCount Count);

/// <summary>Decides whether counts can be recorded. A recount and a driver that no service uses yet are welcome.</summary>
public static class RecordCounts
{
    /// <summary>Records what was read of a file; if some of it could not be read, all other faults come with it.</summary>
    public static Outcome<CountsRecorded> Decide(BookState book, Source source, Outcome<IReadOnlyList<CountRow>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (read.IsDone)
        {
            return Decide(book, source, read.Value);
        }
        // What is left out cannot be said of a file with rows that cannot be read.
        var more = read.Partial is { } rows
            ? Decide(book, source, rows).Refusals.Where(refusal => refusal.Code != Refuse.CountsIncomplete)
            : [];
        return Outcome<CountsRecorded>.Refused([
            .. read.Refusals.Concat(more).OrderBy(refusal => refusal.Place?.Row ?? 0),
        ]);
    }

    private sealed record Counted(int Day, string Driver, string Partner = "");

    /// <summary>Records the counts of a file, or says everything that is wrong with them.</summary>
    public static Outcome<CountsRecorded> Decide(BookState book, Source source, IReadOnlyList<CountRow> rows)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(rows);
        var refusals = new List<Refusal>();
        var seen = new HashSet<Counted>();
        foreach (var (row, count) in rows)
        {
            if (!book.Partners.Contains(count.Partner))
            {
                refusals.Add(
                    Refuse.PartnerUnknown.Because(
                        $"\"{count.Partner}\" is not a partner.",
                        new Place(source.Name, row, "partner")
                    )
                );
            }
            if (!seen.Add(new Counted(count.Date.DayNumber, count.Driver, count.Partner)))
            {
                refusals.Add(
                    Refuse.CountRepeated.Because(
                        $"A second count of \"{count.Driver}\" for {count.Partner} on {Dates.Words(count.Date)}.",
                        new Place(source.Name, row, "count")
                    )
                );
            }
        }
        refusals.AddRange(Incomplete(book, source, rows));
        return refusals.Count > 0
            ? Outcome<CountsRecorded>.Refused(refusals)
            : new CountsRecorded(source, rows.Select(item => item.Count).ToEquatableList());
    }

    /// <summary>
    /// The councils that a count of a day must name: those of the version in force in its month, or of the newest if none is.
    /// A day before the agreement's first month is taken as in it.
    /// </summary>
    public static IReadOnlyList<Partner> CouncilsOn(BookState book, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(book);
        var month = Month.Later(Month.Of(date), book.Starts);
        return (book.VersionInForce(month) ?? book.Newest)?.Terms.Partners ?? EquatableList<Partner>.Empty;
    }

    private static IEnumerable<Refusal> Incomplete(BookState book, Source source, IReadOnlyList<CountRow> rows)
    {
        foreach (var group in rows.GroupBy(item => new Counted(item.Count.Date.DayNumber, item.Count.Driver)))
        {
            var date = DateOnly.FromDayNumber(group.Key.Day);
            var missing = CouncilsOn(book, date)
                .Select(partner => partner.Code)
                .Except(group.Select(item => item.Count.Partner))
                .ToList();
            if (missing.Count > 0)
            {
                yield return Refuse.CountsIncomplete.Because(
                    $"The counts of \"{group.Key.Driver}\" on {Dates.Words(date)} leave out {Text.List(missing)}.",
                    new Place(source.Name, group.First().Row, "partner")
                );
            }
        }
    }
}
