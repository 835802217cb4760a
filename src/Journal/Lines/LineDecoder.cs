using System.Text;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>A stored line: its figures, and its words or the digest that took their place.</summary>
internal readonly ref struct StoredLine
{
    /// <summary>The canonical figures, without the digest of the words and without line end.</summary>
    public ReadOnlySpan<byte> Figures { get; init; }

    public ReadOnlySpan<byte> Salt { get; init; }

    /// <summary>Supplier, description and reference as canonical CSV; empty if withheld.</summary>
    public ReadOnlySpan<byte> Words { get; init; }

    /// <summary>The digest of withheld words; empty if they are there.</summary>
    public ReadOnlySpan<byte> Withheld { get; init; }

    public bool IsWithheld => !Withheld.IsEmpty;

    /// <summary>The digest of the words, worked out anew or as kept.</summary>
    public void Digest(ByteWriter scratch, Span<byte> digest)
    {
        if (IsWithheld)
        {
            Withheld.CopyTo(digest);
            return;
        }
        scratch.Clear();
        scratch.Hex(Salt);
        scratch.Byte((byte)',');
        scratch.Raw(Words);
        CanonicalLines.Digest(scratch.Written, digest);
    }
}

/// <summary>Walks through the lines of a stored block.</summary>
internal ref struct BlockReader
{
    private readonly ReadOnlySpan<byte> figures;
    private readonly ReadOnlySpan<byte> salts;
    private readonly ReadOnlySpan<byte> words;
    private readonly int count;
    private int figuresAt;
    private int wordsAt;
    private int line;

    /// <exception cref="FormatException">The block is damaged.</exception>
    public BlockReader(StoredBlock block)
    {
        figures = BlockBytes.Unpack(block.Figures);
        words = BlockBytes.Unpack(block.Words);
        count = block.Count;
        salts = BlockSalts.Of(block.Salts, count);
        Current = default;
    }

    public StoredLine Current { get; private set; }

    public bool Next()
    {
        if (line == count)
        {
            return figuresAt == figures.Length && wordsAt == words.Length
                ? false
                : throw new FormatException("A block of lines holds more than it says.");
        }
        var end = figures[figuresAt..].IndexOf((byte)'\n');
        if (end < 0 || words.Length - wordsAt < 4)
        {
            throw new FormatException("A block of lines holds less than it says.");
        }
        var length = BitConverter.ToInt32(words[wordsAt..]);
        wordsAt += 4;
        var size = length < 0 ? 32 : length;
        if (length < -1 || words.Length - wordsAt < size)
        {
            throw new FormatException("The words of a line are damaged.");
        }
        Current = new StoredLine
        {
            Figures = figures.Slice(figuresAt, end),
            Salt = salts.Slice(line * StoredBlock.SaltBytes, StoredBlock.SaltBytes),
            Words = length < 0 ? [] : words.Slice(wordsAt, size),
            Withheld = length < 0 ? words.Slice(wordsAt, size) : [],
        };
        figuresAt += end + 1;
        wordsAt += size;
        line++;
        return true;
    }
}

/// <summary>Turns stored lines back into cost lines.</summary>
internal static class LineDecoder
{
    /// <summary>All lines of a block.</summary>
    /// <exception cref="BookDamagedException">The block is damaged.</exception>
    public static List<CostLine> Lines(StoredBlock block, int entry) =>
        Guard(
            entry,
            () =>
            {
                var lines = new List<CostLine>();
                var reader = new BlockReader(block);
                while (reader.Next())
                {
                    lines.Add(Line(reader.Current, entry));
                }
                return lines;
            }
        );

    /// <summary>Reads something of an entry's lines; if they cannot be read, the entry is damaged.</summary>
    internal static T Guard<T>(int entry, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            throw new BookDamagedException(entry, $"The lines of entry {entry} are damaged: {fault.Message}");
        }
    }

    public static CostLine Line(StoredLine stored, int entry)
    {
        var cells = Cells(Encoding.UTF8.GetString(stored.Figures), 14);
        return new CostLine
        {
            Ref = new LineRef(entry, int.Parse(cells[0], System.Globalization.CultureInfo.InvariantCulture)),
            LineId = cells[1],
            Date = Dates.TryParse(cells[2], out var date) ? date : throw Bad("date"),
            Month = MonthOf(cells[3]),
            ToMonth = cells[4].Length == 0 ? null : MonthOf(cells[4]),
            Service = cells[5],
            CostCentre = cells[6],
            Account = cells[7],
            Nature = CostWords.TryNature(cells[8], out var nature) ? nature : throw Bad("nature"),
            Kind = CostWords.TryKind(cells[9], out var kind) ? kind : throw Bad("kind"),
            Amount = MoneyOf(cells[10]),
            IrrecoverableVat = cells[11].Length == 0 ? null : MoneyOf(cells[11]),
            PaidBy = cells[12],
            Corrects =
                cells[13].Length == 0 ? null
                : LineRef.TryParse(cells[13], out var corrects) ? corrects
                : throw Bad("corrects"),
            Words = stored.IsWithheld ? null : Words(stored.Words),
        };
    }

    private static LineWords Words(ReadOnlySpan<byte> csv)
    {
        if (csv.SequenceEqual(",,"u8))
        {
            return LineWords.None;
        }
        var cells = Cells(Encoding.UTF8.GetString(csv), 3);
        return new LineWords(cells[0], cells[1], cells[2]);
    }

    private static Month MonthOf(string text) => Month.TryParse(text, out var month) ? month : throw Bad("month");

    private static Money MoneyOf(string text) => Money.TryParse(text, out var money) ? money : throw Bad("amount");

    private static FormatException Bad(string field) => new($"The {field} of a stored line cannot be read.");

    // Canonical CSV of one record, with a known number of cells.
    internal static string[] Cells(string record, int count)
    {
        var cells = new string[count];
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            if (i > 0 && (at >= record.Length || record[at++] != ','))
            {
                throw Bad("record");
            }
            cells[i] = at < record.Length && record[at] == '"' ? Quoted(record, ref at) : Plain(record, ref at);
        }
        return at == record.Length ? cells : throw Bad("record");
    }

    private static string Plain(string record, ref int at)
    {
        var end = record.IndexOf(',', at);
        var cell = end < 0 ? record[at..] : record[at..end];
        at += cell.Length;
        return cell;
    }

    private static string Quoted(string record, ref int at)
    {
        var cell = new StringBuilder();
        for (at++; at < record.Length; at++)
        {
            if (record[at] != '"')
            {
                cell.Append(record[at]);
            }
            else if (at + 1 < record.Length && record[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else
            {
                at++;
                return cell.ToString();
            }
        }
        throw Bad("record");
    }
}
