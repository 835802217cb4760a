using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Reads the fields of one row through a map.</summary>
internal sealed class MappedLine(CostMap map, MapHeader header, MapFaults faults, NameTable names)
{
    private const int LongestText = 8192;
    private readonly string[] texts = new string[7];
    private TableRow row = new(0, []);
    private Unreadable unreadable;

    /// <summary>The texts of the line that was read last, in the order of <see cref="LineTexts"/>.</summary>
    public ReadOnlySpan<string> Texts => texts;

    /// <summary>The figures of a row; what cannot be read is a fault, and something harmless stands in for it.</summary>
    public LineFigures Read(TableRow from)
    {
        row = from;
        unreadable = Unreadable.None;
        var date = Date();
        var line = new LineFigures
        {
            Row = row.Number,
            Day = date.DayNumber,
            Month = Month("month") ?? Domain.Month.Of(date),
            ToMonth = Month("to_month") ?? default,
            Service = Name("service"),
            PaidBy = Name("paid_by"),
            Customer = -1,
            Pence = (header["debit"] < 0 ? Amount("amount", required: true) : DebitLessCredit()) ?? 0,
            VatPence = Amount("irrecoverable_vat", required: false) ?? LineFigures.NoVat,
            Kind = (CostKind)Word("kind", CostWords.KindWords),
            Nature = (CostNature)Word("nature", CostWords.NatureWords),
        };
        texts[0] = OneLine("line_id");
        texts[1] = OneLine("cost_centre");
        texts[2] = OneLine("account");
        texts[3] = Words("supplier");
        texts[4] = Words("description");
        texts[5] = Words("reference");
        texts[6] = OneLine("corrects");
        line.IdKey = IdKey.Of(texts[0]);
        if (LineRef.TryParse(texts[0], out _))
        {
            Fault(
                Refuse.LineIdForm,
                "line_id",
                $"{MapFaults.Quote(texts[0])} has the form ENTRY#ROW.",
                Unreadable.Other
            );
        }
        if (line.Kind == CostKind.Income)
        {
            line.Customer = (short)Math.Max(names.Place(Encoding.UTF8.GetBytes(texts[3])), -1);
        }
        line.Unreadable = unreadable;
        return line;
    }

    // What the map makes of a field's cell; true if it is the map's own value, in canonical form.
    private bool Given(string field, out TableCell cell)
    {
        var place = header[field];
        cell = place < 0 ? TableCell.Empty : row[place];
        if (place < 0)
        {
            cell = new TableCell(map.Fixed.GetValueOrDefault(field, ""));
            return true;
        }
        var isListed = map.Words.TryGetValue(field, out var words);
        if (isListed && !cell.IsEmpty && words!.TryGetValue(CostMap.Plain(cell.Text), out var word))
        {
            cell = new TableCell(word);
            return true;
        }
        var isOpen = !isListed || !CostMap.CodeFields.Contains(field);
        if (!isOpen || cell.IsEmpty)
        {
            if (map.Otherwise.TryGetValue(field, out var otherwise))
            {
                cell = new TableCell(otherwise);
                return true;
            }
            if (!isOpen && (!cell.IsEmpty || CostsFile.Required.Contains(field)))
            {
                faults.Word(field, cell.Text, row.Number);
                unreadable |= Which(field);
                cell = TableCell.Empty;
                return true;
            }
        }
        return false;
    }

    private DateOnly Date()
    {
        Given("date", out var cell);
        return Date("date", cell) ?? new DateOnly(2000, 1, 1);
    }

    private DateOnly? Date(string field, TableCell cell)
    {
        if (cell.IsEmpty)
        {
            Fault(Refuse.CellEmpty, field, $"The cell for {field} is empty.", Unreadable.Month);
            return null;
        }
        if (Dates.TryParse(cell.Text, out var date) && (cell.Kind == CellKind.Date || header[field] < 0))
        {
            return date;
        }
        var found = new HashSet<DateOnly>();
        var isNoDay = cell.Kind == CellKind.Date;
        foreach (var form in map.Dates)
        {
            var match = form.Read(cell.Text, out var read);
            isNoDay |= match == DateMatch.NoSuchDay;
            if (match == DateMatch.Yes)
            {
                found.Add(read);
            }
        }
        if (found.Count == 1)
        {
            return found.Single();
        }
        var forms = Text.List([.. map.Dates.Select(form => form.Name)])
            .Replace(" and ", " or ", StringComparison.Ordinal);
        var what =
            found.Count > 1 ? $"may be {string.Join(" or ", found.Select(Dates.Words))}"
            : isNoDay ? "is no day that there is, or not in 1974 to 2199"
            : $"is no date of the form {forms}";
        Fault(Refuse.CellNotDate, field, $"{MapFaults.Quote(cell.Text)} {what}.", Unreadable.Month);
        return null;
    }

    private Month? Month(string field)
    {
        var isGiven = Given(field, out var cell);
        if (cell.IsEmpty)
        {
            return null;
        }
        if (Domain.Month.TryParse(cell.Text, out var month))
        {
            return month;
        }
        return !isGiven && Date(field, cell) is { } date ? Domain.Month.Of(date) : null;
    }

    private short Name(string field)
    {
        Given(field, out var cell);
        if (cell.IsEmpty)
        {
            if (!unreadable.HasFlag(Which(field)))
            {
                Fault(Refuse.CellEmpty, field, $"The cell for {field} is empty.", Which(field));
            }
            return 0;
        }
        var place = names.Place(Encoding.UTF8.GetBytes(cell.Text));
        if (place >= 0)
        {
            return (short)place;
        }
        faults.Word(field, cell.Text, row.Number);
        unreadable |= Which(field);
        return 0;
    }

    private long? Amount(string field, bool required)
    {
        var isGiven = Given(field, out var cell);
        if (cell.IsEmpty)
        {
            if (required)
            {
                Fault(Refuse.CellEmpty, field, $"The cell for {field} is empty.", Unreadable.Other);
            }
            return null;
        }
        var isRead = AmountText.TryRead(cell.Text, out var amount, out var needed);
        var lacking = isGiven || cell.Kind == CellKind.Number ? AmountForms.None : needed & ~map.Amounts;
        if (isRead && lacking == AmountForms.None && cell.Kind != CellKind.Date)
        {
            return amount.Pence;
        }
        var what =
            isRead && cell.Kind != CellKind.Date
                ? $"is an amount only with {Text.List(AmountWords.Of(lacking))}"
                : "is no amount in whole pence";
        Fault(Refuse.CellNotAmount, field, $"{MapFaults.Quote(cell.Text)} {what}.", Unreadable.Other);
        return null;
    }

    private long? DebitLessCredit()
    {
        if (row[header["debit"]].IsEmpty && row[header["credit"]].IsEmpty)
        {
            Fault(Refuse.CellEmpty, "debit", "The cells for debit and credit are both empty.", Unreadable.Other);
            return null;
        }
        var (debit, credit) = (Amount("debit", required: false), Amount("credit", required: false));
        return (debit ?? 0) - (credit ?? 0);
    }

    private int Word(string field, IReadOnlyList<string> known)
    {
        Given(field, out var cell);
        for (var i = 0; i < known.Count; i++)
        {
            if (cell.Text == known[i])
            {
                return i;
            }
        }
        if (!cell.IsEmpty)
        {
            faults.Word(field, cell.Text, row.Number);
            unreadable |= Unreadable.Other;
        }
        return 0;
    }

    private string OneLine(string field)
    {
        var text = Words(field);
        if (text.AsSpan().IndexOfAny('\n', '\r') >= 0)
        {
            Fault(Refuse.BadText, field, "The text goes over more than one line.", Unreadable.Other);
        }
        return text;
    }

    private string Words(string field)
    {
        Given(field, out var cell);
        var text = cell.Text;
        if (text.Length > LongestText / 4 && Encoding.UTF8.GetByteCount(text) > LongestText)
        {
            Fault(Refuse.TextTooLong, field, $"The text has {Text.Grouped(text.Length)} characters.", Unreadable.Other);
        }
        foreach (var c in text)
        {
            if (char.IsControl(c) && c is not ('\t' or '\n' or '\r'))
            {
                Fault(Refuse.BadText, field, $"The text holds the control character {(int)c:X2}.", Unreadable.Other);
                break;
            }
        }
        return text;
    }

    private static Unreadable Which(string field) =>
        field switch
        {
            "service" => Unreadable.Service,
            "paid_by" => Unreadable.PaidBy,
            _ => Unreadable.Other,
        };

    private void Fault(RefusalCode code, string field, string what, Unreadable which)
    {
        unreadable |= which;
        faults.Add(code, what, row.Number, header[field]);
    }
}
