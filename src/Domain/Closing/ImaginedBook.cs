namespace Openbook.Domain;

/// <summary>A Book in memory that goes on with facts nobody has recorded. Nothing of it is kept.</summary>
internal sealed class ImaginedBook(BookState book)
{
    /// <summary>The Book.</summary>
    public BookState State => book;

    /// <summary>Takes up a fact as the next entry.</summary>
    public void Record(Fact fact) =>
        book.Apply(
            new Entry
            {
                Number = book.LastEntry + 1,
                RecordedAt = book.LastRecordedAt,
                Actor = "",
                By = "",
                Effective = DateOnly.MinValue,
                Fact = fact,
                Previous = book.Head,
                Hash = BookState.NoHash,
            }
        );

    /// <summary>Takes up lines that were decided on.</summary>
    public void Record(CostsDecision lines)
    {
        var source = new Source(lines.Batch.Source, lines.Batch.Sha256);
        Record(new CostsRecorded(source, lines.Count, lines.Total.Pence, "", 0) { Sums = lines.Sums });
    }

    /// <summary>Lets every party approve the newest version on a day.</summary>
    public void Agree(DateOnly day)
    {
        var version = book.Versions[^1];
        foreach (var partner in book.PartiesTo(version))
        {
            Record(new AgreementApproved(version.Number, partner, "taken as approved", day, day));
        }
        book.Advance(day);
    }

    /// <summary>Closes every month up to one, and the year-end periods that stand in the way; says why not.</summary>
    public IReadOnlyList<Refusal> CloseThrough(Month last)
    {
        foreach (var period in Closing.Through(book, last))
        {
            book.Advance(period.LastDay);
            var worked = PeriodWork.Of(book, period);
            if (!worked.IsDone)
            {
                return worked.Refusals;
            }
            book.CloseImagined(worked.Value);
        }
        return [];
    }
}
