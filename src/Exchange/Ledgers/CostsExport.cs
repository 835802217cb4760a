using System.Globalization;
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

    private static IReadOnlyList<string> Row(RecordedBatch batch, CostLine line)
    {
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

    // A number below zero is no formula, however many decimals it has.
    private static bool IsBelowZero(string text) =>
        text[0] == '-'
        && decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out _
        );
}
