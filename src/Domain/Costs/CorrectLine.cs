namespace Openbook.Domain;

/// <summary>What is to be different in the right line; null leaves it as it was.</summary>
/// <param name="Amount">The right amount.</param>
/// <param name="Service">The right service.</param>
/// <param name="Month">The right month; the right line is then not spread.</param>
/// <param name="PaidBy">The partner that really paid.</param>
public sealed record LineChange(
    Money? Amount = null,
    string? Service = null,
    Month? Month = null,
    string? PaidBy = null
);

/// <summary>Decides a correction: the reversal of a line and the right line, in one act, both naming the line.</summary>
public static class CorrectLine
{
    /// <summary>The name of the source of corrections.</summary>
    public const string SourceName = "correction";

    /// <summary>Corrects a line, or says everything that stands against it.</summary>
    /// <param name="book">The Book.</param>
    /// <param name="line">The line to correct.</param>
    /// <param name="change">What is to be different.</param>
    /// <param name="today">The date of the reversal.</param>
    /// <param name="known">The lines recorded before.</param>
    public static Outcome<CostsDecision> Decide(
        BookState book,
        CostLine line,
        LineChange change,
        DateOnly today,
        IKnownLines known
    )
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(change);
        if (line.Nature == CostNature.Reversal)
        {
            return Refuse.ReversalOfReversal.Because($"Line {line.Ref} is itself a reversal.");
        }
        var words = WordsOf(book, line);
        var reversal = line with
        {
            Ref = new LineRef(0, 1),
            LineId = "",
            Date = today,
            Nature = CostNature.Reversal,
            Amount = -line.Amount,
            IrrecoverableVat = line.IrrecoverableVat is { } vat ? -vat : null,
            Corrects = line.Ref,
            Words = words,
        };
        var right = line with
        {
            Ref = new LineRef(0, 2),
            LineId = "",
            Month = change.Month ?? line.Month,
            ToMonth = change.Month is null ? line.ToMonth : null,
            Service = change.Service ?? line.Service,
            Amount = change.Amount ?? line.Amount,
            IrrecoverableVat = change.Amount is null ? line.IrrecoverableVat : null,
            PaidBy = change.PaidBy ?? line.PaidBy,
            Corrects = line.Ref,
            Words = words,
        };
        if (Same(line, right))
        {
            return Refuse.NothingToCorrect.Because($"Line {line.Ref} is so already.");
        }
        var batch = ListedLines.ToBatch(SourceName, [reversal, right]);
        return RecordCosts.Decide(book, batch, known, new RecordCostsOptions());
    }

    // A withheld line from a listed customer still counts as that customer's.
    private static LineWords WordsOf(BookState book, CostLine line) =>
        line.Words
        ?? new LineWords(book.Withheld.TryGetValue(line.Ref, out var withheld) ? withheld.Customer ?? "" : "", "", "");

    private static bool Same(CostLine line, CostLine right) =>
        line.Month == right.Month
        && line.ToMonth == right.ToMonth
        && line.Service == right.Service
        && line.Amount == right.Amount
        && line.PaidBy == right.PaidBy;
}
