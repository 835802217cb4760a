namespace Openbook.Domain;

/// <summary>How a check before a close came out.</summary>
public enum CheckResult
{
    /// <summary>In order.</summary>
    Good,

    /// <summary>A person should look at it; the period can be closed all the same.</summary>
    Look,

    /// <summary>The period cannot be closed.</summary>
    Stops,
}

/// <summary>One check before a close.</summary>
/// <param name="What">What is checked.</param>
/// <param name="Result">How it came out.</param>
/// <param name="Found">What was found, in plain English, with what to do.</param>
public sealed record CloseCheck(string What, CheckResult Result, string Found)
{
    /// <summary>Whether it counts and adds up the period's cost lines.</summary>
    public bool IsOfCosts { get; init; }

    /// <summary>A cost line that it names; null for none.</summary>
    public LineRef? Line { get; init; }
}

/// <summary>What a person looks at before a period is closed.</summary>
public static class CloseChecks
{
    /// <summary>The checks of a period, as seen on a day. The Book is left as it is.</summary>
    /// <param name="book">The Book.</param>
    /// <param name="period">The period.</param>
    /// <param name="lines">The Book's cost lines, to find accruals that were not taken back.</param>
    /// <param name="today">The day.</param>
    public static IReadOnlyList<CloseCheck> Of(BookState book, Period period, ILinesOfEntry lines, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(lines);
        var obstacles = Closing.Close(book, period).Refusals;
        return
        [
            Ended(period, today),
            Costs(book, period),
            Accruals(book, period, lines),
            DraftCheck.Of(DraftReport.Of(book, period), BookNames.Of(book).Partners),
            .. obstacles.Select(refusal => new CloseCheck(
                "Agreement, counts and order",
                CheckResult.Stops,
                $"{refusal.What} {refusal.Remedy}"
            )),
            .. obstacles.Count > 0
                ? []
                : new[]
                {
                    new CloseCheck(
                        "Agreement, counts and order",
                        CheckResult.Good,
                        "The agreement is approved, every count is recent enough, and this period is the next."
                    ),
                },
        ];
    }

    private static CloseCheck Ended(Period period, DateOnly today) =>
        today > period.LastDay
            ? new CloseCheck(
                "The period has ended",
                CheckResult.Good,
                $"Its last day was {Dates.Words(period.LastDay)}."
            )
            : new CloseCheck(
                "The period has ended",
                CheckResult.Look,
                $"It ends on {Dates.Words(period.LastDay)}. Costs that come after the close go into a later period."
            );

    private static CloseCheck Costs(BookState book, Period period)
    {
        var batches = book
            .Batches.Where(batch => batch.Fact.Sums!.Sums.Any(sum => batch.Posting.PeriodOf(sum.Month) == period))
            .ToList();
        var pence = book.PostingsOf(period).Pools.Total;
        return batches.Count > 0
            ? new CloseCheck(
                "Costs are in",
                CheckResult.Good,
                $"{Text.Count(batches.Count, "record")} of costs, {new Money(pence).ToPounds()} net in this period. Compare that with the ledgers."
            )
            {
                IsOfCosts = true,
            }
            : new CloseCheck(
                "Costs are in",
                period.IsYearEnd ? CheckResult.Good : CheckResult.Look,
                period.IsYearEnd ? "Nothing came late for this year." : "No costs are recorded for this period."
            );
    }

    // An accrual stands in for a bill; once the bill is in, both would count.
    private static CloseCheck Accruals(BookState book, Period period, ILinesOfEntry lines)
    {
        var open = book
            .Batches.SelectMany(batch => lines.LinesOf(batch.Entry))
            .Where(line => line.Nature == CostNature.Accrual && line.Month < period.Month && !book.IsReversed(line.Ref))
            .ToList();
        return open.Count == 0
            ? new CloseCheck("Accruals are taken back", CheckResult.Good, "No accrual of an earlier month is left.")
            : new CloseCheck(
                "Accruals are taken back",
                CheckResult.Look,
                $"{Text.Count(open.Count, "accrual")} of earlier months "
                    + $"{(open.Count == 1 ? "is" : "are")} not taken back, such as line {open[0].Ref} of {open[0].Amount.ToPounds()}. "
                    + "If the bill has come, record a reversal of it."
            )
            {
                Line = open[0].Ref,
            };
    }
}
