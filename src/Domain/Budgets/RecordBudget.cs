namespace Openbook.Domain;

/// <summary>A line of a budget as read from a file, with the row it stands in.</summary>
/// <param name="Row">The row; the header is row 1.</param>
/// <param name="Line">The line.</param>
public sealed record BudgetRow(int Row, BudgetLine Line);

/// <summary>Decides whether budgets, virements and forecasts can be recorded.</summary>
public static class RecordBudget
{
    /// <summary>Records what was read of a file; if some of it could not be read, all other faults come with it.</summary>
    public static Outcome<BudgetRecorded> Decide(BookState book, Source source, Outcome<IReadOnlyList<BudgetRow>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return read.IsDone
            ? Decide(book, source, read.Value)
            : Outcome<BudgetRecorded>.Refused([
                .. read
                    .Refusals.Concat(read.Partial is { } rows ? Decide(book, source, rows).Refusals : [])
                    .OrderBy(refusal => refusal.Place?.Row ?? 0),
            ]);
    }

    /// <summary>Records the lines of a file, or says everything that is wrong with them.</summary>
    public static Outcome<BudgetRecorded> Decide(BookState book, Source source, IReadOnlyList<BudgetRow> rows)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(rows);
        var faults = new FaultList(source.Name);
        if (book.EntryOfSource(source.Sha256) is { } entry)
        {
            faults.Add(Refuse.FileKnown, $"{source.Name} was recorded as entry {Text.Of(entry)}.");
        }
        var budgeted = book
            .Budget.Parts.Where(part => part.OriginalPence is not null)
            .Select(part => Cell(part.Key, part.Month))
            .ToHashSet();
        var sizes = book.Budget.Sizes;
        foreach (var (row, line) in rows)
        {
            Check(book, row, line, faults);
            CheckOriginal(book, row, line, budgeted, faults);
            foreach (var amount in new[] { line.Original, line.Virement, line.Forecast })
            {
                sizes = Money.AddSize(sizes, amount?.Pence ?? 0);
            }
        }
        if (sizes > Money.Largest)
        {
            faults.Add(Refuse.TotalTooLarge, "The sizes of all amounts add up to more than £90 trillion.");
        }
        return faults.Any
            ? Outcome<BudgetRecorded>.Refused(faults.ToRefusals())
            : new BudgetRecorded(source, rows.Select(item => item.Line).ToEquatableList());
    }

    private static void Check(BookState book, int row, BudgetLine line, FaultList faults)
    {
        if (!book.Services.Contains(line.Service) && !book.Overheads.Contains(line.Service))
        {
            faults.Add(Refuse.ServiceUnknown, $"\"{line.Service}\" is not a service.", row, "service");
        }
        else if (line.Month is { } month && FinancialYear.Of(month) != line.Year)
        {
            faults.Add(Refuse.MonthOutsideYear, $"{month.ToWords()} is not in {line.Year}.", row, "month");
        }
        else if (MonthsOf(book, line).Count == 0)
        {
            var when = line.Month is { } named ? named.ToWords() : line.Year.ToString();
            faults.Add(Refuse.ServiceNotInForce, $"\"{line.Service}\" is not in force in {when}.", row, "service");
        }
        if (line.Kind == CostKind.Income && book.Overheads.Contains(line.Service))
        {
            faults.Add(Refuse.IncomeOnOverhead, $"\"{line.Service}\" is an overhead.", row, "kind");
        }
        if (line.Original is null && line.Virement is null && line.Forecast is null)
        {
            faults.Add(Refuse.BudgetEmpty, "The row states no amount.", row, "original");
        }
        if (line.Virement is not null && line.Reason.Length == 0)
        {
            faults.Add(Refuse.VirementWithoutReason, "The virement has no reason.", row, "reason");
        }
    }

    // What was first approved is recorded once: changes are virements.
    private static void CheckOriginal(
        BookState book,
        int row,
        BudgetLine line,
        HashSet<string> budgeted,
        FaultList faults
    )
    {
        if (line.Original is null)
        {
            return;
        }
        var key = new BudgetKey(line.Year, line.Service, line.Account, line.Kind);
        var cells = MonthsOf(book, line).Select(month => Cell(key, month)).ToList();
        if (cells.Exists(budgeted.Contains))
        {
            var what = line.Account.Length > 0 ? $"\"{line.Service}\", account {line.Account}," : $"\"{line.Service}\"";
            faults.Add(
                Refuse.BudgetRepeated,
                $"{what} has an original budget for {(line.Month is { } month ? month.ToWords() : line.Year.ToString())} already.",
                row,
                "original"
            );
        }
        budgeted.UnionWith(cells);
    }

    private static IReadOnlyList<Month> MonthsOf(BookState book, BudgetLine line) =>
        line.Month is not { } month ? BudgetSheet.MonthsOf(book, line.Year, line.Service)
        : BudgetSheet.IsInForce(book, line.Service, month) ? [month]
        : [];

    private static string Cell(BudgetKey key, Month month) =>
        $"{month} {key.Service} {CostWords.Of(key.Kind)} {key.Account}";
}
