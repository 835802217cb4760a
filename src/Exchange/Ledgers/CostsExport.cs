using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>
/// Writes all cost lines of a Book as one CSV: each line's name and where its parts were posted, then the columns of the
/// canonical layout. Words that were withheld are empty and marked.
/// </summary>
public static class CostsExport
{
    /// <summary>The columns.</summary>
    public const string Header =
        "line,source,posted,line_id,date,month,to_month,service,cost_centre,account,nature,kind,amount,irrecoverable_vat,"
        + "paid_by,corrects,supplier,description,reference,withheld";

    /// <summary>Writes the lines.</summary>
    public static void Write(BookState book, ILinesOfEntry lines, TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(to);
        to.Write(Header + "\n");
        foreach (var row in Rows(book, lines))
        {
            to.Write(string.Join(',', row.Select(CsvText.Cell)) + "\n");
        }
    }

    /// <summary>The rows below the header, each cell as it is.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(BookState book, ILinesOfEntry lines)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(lines);
        return book.Batches.SelectMany(batch => lines.LinesOf(batch.Entry).Select(line => Row(batch, line)));
    }

    /// <summary>A line with what recorded it, each cell as it is.</summary>
    public static IReadOnlyList<string> Row(RecordedBatch batch, CostLine line)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(line);
        var first = batch.Posting.PeriodOf(line.Month);
        var last = batch.Posting.PeriodOf(line.LastMonth);
        return
        [
            line.Ref.ToString(),
            batch.Fact.Source.Name,
            first == last ? first.ToString() : $"{first} to {last}",
            line.LineId,
            Dates.Iso(line.Date),
            line.Month.ToString(),
            line.ToMonth?.ToString() ?? "",
            line.Service,
            line.CostCentre,
            line.Account,
            CostWords.Of(line.Nature),
            CostWords.Of(line.Kind),
            line.Amount.ToPlain(),
            line.IrrecoverableVat?.ToPlain() ?? "",
            line.PaidBy,
            line.Corrects?.ToString() ?? "",
            line.Words?.Supplier ?? "",
            line.Words?.Description ?? "",
            line.Words?.Reference ?? "",
            line.Words is null ? "yes" : "",
        ];
    }
}

/// <summary>Writes cells of CSV that people open in spreadsheets: quoted where needed, and never a live formula.</summary>
public static class CsvText
{
    /// <summary>A cell. Text that a spreadsheet would take for a formula gets an apostrophe in front; numbers do not.</summary>
    public static string Cell(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !IsBelowZero(text))
        {
            text = "'" + text;
        }
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // Amounts below zero, and exact shares, which have 12 decimals: Openbook writes no other numbers that begin with a minus.
    private static bool IsBelowZero(string text) =>
        Money.TryParse(text, out _) || (text[0] == '-' && text.Length > 14 && text[^13] == '.' && IsExact(text));

    private static bool IsExact(string text) =>
        text.AsSpan(1, text.Length - 14).IndexOfAnyExceptInRange('0', '9') < 0
        && text.AsSpan(text.Length - 12).IndexOfAnyExceptInRange('0', '9') < 0;
}
