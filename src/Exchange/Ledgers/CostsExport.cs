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
        foreach (var batch in book.Batches)
        {
            foreach (var line in lines.LinesOf(batch.Entry))
            {
                to.Write(Row(batch, line) + "\n");
            }
        }
    }

    private static string Row(RecordedBatch batch, CostLine line)
    {
        var first = batch.Posting.PeriodOf(line.Month);
        var last = batch.Posting.PeriodOf(line.LastMonth);
        string[] cells =
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
        return string.Join(',', cells.Select(CsvText.Cell));
    }
}

/// <summary>Writes cells of CSV that people open in spreadsheets: quoted where needed, and never a live formula.</summary>
public static class CsvText
{
    /// <summary>A cell. Text that a spreadsheet would take for a formula gets an apostrophe in front; numbers do not.</summary>
    public static string Cell(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !Money.TryParse(text, out _))
        {
            text = "'" + text;
        }
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
