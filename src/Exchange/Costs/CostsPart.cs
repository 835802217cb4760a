using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Reads one part of a file of costs into its lines' figures.</summary>
/// <param name="file">The file's name.</param>
/// <param name="header">Its columns.</param>
/// <param name="at">Where the part begins in the file.</param>
/// <param name="rooms">Lends it room for its lines.</param>
internal sealed class CostsPart(string file, CsvHeader header, int at, LineRooms rooms)
{
    private const int MostFaults = RecordCosts.MostFaults;
    private const int LongestText = 8192;
    private readonly NameTable names = new();
    private readonly CsvCell[] cells = new CsvCell[Math.Max(header.Width, 1)];
    private byte[] scratch = [];
    private int used;
    private int row;
    private Unreadable unreadable;
    private DateOnly lastDate;
    private ulong lastDateLow;
    private ushort lastDateHigh;
    private bool hasReturns;

    private LineRoom room = LineRoom.None;

    /// <summary>The lines read.</summary>
    public LineFigures[] Lines => room.Lines;

    /// <summary>Where each line begins in the file.</summary>
    public int[] Places => room.Places;

    public int Count { get; private set; }

    /// <summary>The rows seen, blank ones included.</summary>
    public int Rows { get; private set; }

    public List<Refusal> Faults { get; } = [];

    public bool BadQuotes { get; private set; }

    public IReadOnlyList<string> Names => names.Names;

    public Dictionary<int, string> Corrects { get; } = [];

    /// <summary>Reads whole records.</summary>
    public void Read(ReadOnlySpan<byte> data)
    {
        room = rooms.Rent();
        hasReturns = data.IndexOf((byte)'\r') >= 0;
        // A file with so many faults is refused whatever else is in it.
        for (var next = 0; next < data.Length && Faults.Count < MostFaults; Rows++)
        {
            var start = next;
            row = Rows + 2;
            var end = CsvCells.Read(data, ref next, cells, out var count);
            if (end == CsvCells.End.BadQuote)
            {
                BadQuotes = true;
                Fault(Refuse.QuoteWrong, "A double quote cannot be read.", null);
            }
            else if (count == 1 && cells[0].Length == 0 && !cells[0].Quoted)
            {
                continue;
            }
            else if (count != header.Width)
            {
                Faulted(CsvTable.CellsWrong(file, row, count, header.Width));
            }
            else
            {
                Grow();
                Lines[Count] = Line(data, Count);
                Places[Count] = at + start;
                Count++;
            }
        }
    }

    // Line ends alone do not tell how many lines there are: a file may be nothing but line ends.
    private void Grow()
    {
        if (Count == room.Lines.Length)
        {
            room.Grow();
        }
    }

    private LineFigures Line(ReadOnlySpan<byte> data, int place)
    {
        used = 0;
        unreadable = Unreadable.None;
        var line = new LineFigures { Row = row, Customer = -1 };
        var date = Date(data);
        line.Day = date.DayNumber;
        line.Month = Month(data, CostField.Month) ?? Domain.Month.Of(date);
        line.ToMonth = Month(data, CostField.ToMonth) ?? default;
        line.Service = Name(data, CostField.Service);
        line.PaidBy = Name(data, CostField.PaidBy);
        line.Pence = Amount(data, CostField.Amount, LineFigures.NoVat);
        line.VatPence = Amount(data, CostField.IrrecoverableVat, LineFigures.NoVat);
        line.Kind = (CostKind)Word(data, CostField.Kind, CostWords.KindWords);
        line.Nature = (CostNature)Word(data, CostField.Nature, CostWords.NatureWords);
        Texts(data, ref line, place);
        if (line.Pence == LineFigures.NoVat)
        {
            line.Pence = 0;
        }
        line.Unreadable = unreadable;
        return line;
    }

    private ReadOnlySpan<byte> Cell(ReadOnlySpan<byte> data, int field) =>
        header[field] < 0 ? [] : CsvCells.Text(data, cells[header[field]], ref scratch, ref used);

    private DateOnly Date(ReadOnlySpan<byte> data)
    {
        var text = Cell(data, CostField.Date);
        if (text.Length == 10)
        {
            // Most lines have the date of the line before.
            var low = BitConverter.ToUInt64(text);
            var high = BitConverter.ToUInt16(text[8..]);
            if (low == lastDateLow && high == lastDateHigh)
            {
                return lastDate;
            }
            if (Dates.TryParse(text, out var date))
            {
                (lastDate, lastDateLow, lastDateHigh) = (date, low, high);
                return date;
            }
        }
        Bad(Refuse.BadDate, CostField.Date, text, "is not a date");
        return new DateOnly(2000, 1, 1);
    }

    private Month? Month(ReadOnlySpan<byte> data, int field)
    {
        var text = Cell(data, field);
        if (text.IsEmpty)
        {
            return null;
        }
        if (Domain.Month.TryParse(text, out var month))
        {
            return month;
        }
        Bad(Refuse.BadMonth, field, text, "is not a month");
        return null;
    }

    private short Name(ReadOnlySpan<byte> data, int field)
    {
        var text = Cell(data, field);
        var place = text.IsEmpty ? -1 : names.Place(text);
        if (place < 0)
        {
            if (place == -2)
            {
                Bad(Refuse.WordUnknown, field, text, "is one of more than 30,000 different codes");
            }
            else
            {
                Bad(Refuse.BadCode, field, text, "is not a code");
            }
            return 0;
        }
        return (short)place;
    }

    private long Amount(ReadOnlySpan<byte> data, int field, long none)
    {
        var text = Cell(data, field);
        if (text.IsEmpty && field != CostField.Amount)
        {
            return none;
        }
        if (!Money.TryParse(text, out var amount))
        {
            Bad(Refuse.BadAmount, field, text, "is not an amount");
            return none;
        }
        return amount.Pence;
    }

    private int Word(ReadOnlySpan<byte> data, int field, IReadOnlyList<string> words)
    {
        var text = Cell(data, field);
        if (text.IsEmpty)
        {
            return 0;
        }
        for (var i = 0; i < words.Count; i++)
        {
            if (text.Length == words[i].Length && Ascii.Equals(text, words[i]))
            {
                return i;
            }
        }
        Bad(Refuse.WordUnknown, field, text, $"is not one of {string.Join(", ", words)}");
        return 0;
    }

    private void Texts(ReadOnlySpan<byte> data, ref LineFigures line, int place)
    {
        var id = Plain(data, CostField.LineId);
        if (!id.IsEmpty)
        {
            line.IdKey = IdKey.Of(id);
            if (id.Contains((byte)'#') && LineRef.TryParse(Encoding.UTF8.GetString(id), out _))
            {
                Bad(Refuse.LineIdForm, CostField.LineId, id, "has the form ENTRY#ROW");
            }
        }
        Plain(data, CostField.CostCentre);
        Plain(data, CostField.Account);
        var corrects = Plain(data, CostField.Corrects);
        if (!corrects.IsEmpty)
        {
            Corrects[place] = Encoding.UTF8.GetString(corrects);
        }
        for (var field = CostField.Supplier; field <= CostField.Reference; field++)
        {
            Short(Cell(data, field), field);
        }
        if (line.Kind == CostKind.Income && header[CostField.Supplier] >= 0)
        {
            var supplier = Cell(data, CostField.Supplier);
            var customer = names.Place(supplier);
            if (customer == -2)
            {
                Bad(Refuse.WordUnknown, CostField.Supplier, supplier, "is one of more than 30,000 different codes");
            }
            line.Customer = (short)Math.Max(customer, -1);
        }
    }

    // A text that stands in figures: on one line. Between quotes alone can a line end, and outside of them a return stand.
    private ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> data, int field)
    {
        var text = Cell(data, field);
        var mayEnd = hasReturns || (header[field] >= 0 && cells[header[field]].Quoted);
        if (mayEnd && text.IndexOfAny((byte)'\n', (byte)'\r') >= 0)
        {
            Bad(Refuse.BadText, field, text, "goes over more than one line");
        }
        Short(text, field);
        return text;
    }

    private void Short(ReadOnlySpan<byte> text, int field)
    {
        if (text.Length > LongestText)
        {
            Fault(Refuse.TextTooLong, $"The text has {Domain.Text.Grouped(text.Length)} bytes.", field);
        }
    }

    /// <summary>Gives back what was lent.</summary>
    public void Return()
    {
        rooms.Return(room);
        room = LineRoom.None;
    }

    private void Bad(RefusalCode code, int field, ReadOnlySpan<byte> found, string what)
    {
        if (found.IsEmpty)
        {
            Fault(Refuse.CellEmpty, $"The cell {header.Fields[field]} is empty.", field);
            return;
        }
        var text = Encoding.UTF8.GetString(found);
        text = text.Length > 60 ? text[..60] + "…" : text;
        Fault(code, $"\"{text}\" {what}.", field);
    }

    private void Fault(RefusalCode code, string what, int? field)
    {
        unreadable |= field switch
        {
            CostField.Date or CostField.Month or CostField.ToMonth => Unreadable.Month,
            CostField.Service => Unreadable.Service,
            CostField.PaidBy => Unreadable.PaidBy,
            _ => Unreadable.Other,
        };
        Faulted(code.Because(what, new Place(file, row, field is { } at ? header.Fields[at] : null)));
    }

    private void Faulted(Refusal refusal) => Faults.Add(refusal);
}
