namespace Openbook.Exchange;

/// <summary>
/// Whether one part of a workbook has the shape that a spreadsheet program gives it: so many rows at most, and so much between
/// one row (or shared text) and the next. A reader holds what stands between two rows in memory: cells, merged cells, styles.
/// </summary>
internal sealed class WorkbookShape
{
    /// <summary>The most rows that a sheet has.</summary>
    public const int MostRows = 1_048_576;

    private const int MostTagsBetween = 400_000;
    private const int MostBytesBetween = 8 << 20;
    private const int MostLetters = 3;
    private readonly byte[] name = new byte[20];
    private int letters = -1;
    private bool isModest = true;
    private bool? isRead;
    private int length = -1;
    private int rows;
    private int tags;
    private int bytes;

    /// <summary>Whether nothing seen so far is too much.</summary>
    public bool IsModest => isModest || isRead == false;

    /// <summary>Looks at more bytes of the part.</summary>
    public void Add(ReadOnlySpan<byte> more)
    {
        while (IsModest && isRead != false && more.Length > 0)
        {
            if (letters >= 0)
            {
                AddToPlace(more[0]);
                bytes++;
                more = more[1..];
            }
            else if (length < 0)
            {
                var tag = more.IndexOf((byte)'<');
                var passed = tag < 0 ? more.Length : tag + 1;
                bytes += passed;
                tags += tag < 0 ? 0 : 1;
                length = tag < 0 ? -1 : 0;
                more = more[passed..];
            }
            else
            {
                AddToName(more[0]);
                bytes++;
                more = more[1..];
            }
            isModest &= tags <= MostTagsBetween && bytes <= MostBytesBetween && rows <= MostRows;
        }
    }

    // A name ends with a blank, a slash or the end of the tag; what stands before a colon is a prefix.
    private void AddToName(byte next)
    {
        if (next == (byte)':')
        {
            length = 0;
        }
        else if (
            next is (byte)' ' or (byte)'>' or (byte)'/' or (byte)'\t' or (byte)'\r' or (byte)'\n'
            || length == name.Length
        )
        {
            End(name.AsSpan(0, length), next == (byte)'>');
            length = -1;
        }
        else
        {
            name[length++] = next;
        }
    }

    // A cell's place, such as XFD7, has three letters at most: a reader makes room for all columns up to it.
    private void AddToPlace(byte next)
    {
        var isLetter = (next | 0x20) is >= 'a' and <= 'z';
        isModest &= letters <= MostLetters || next is < (byte)'0' or > (byte)'9';
        letters =
            next == (byte)'>' ? -1
            : isLetter ? letters + 1
            : 0;
    }

    private void End(ReadOnlySpan<byte> tag, bool isWhole)
    {
        // Pivot tables and chains of formulas may be longer: nobody reads them. Remarks could hide what the part is.
        if (tag is not [(byte)'?', ..])
        {
            isRead ??= tag is [(byte)'!', ..] || IsRead(tag);
        }
        if (!isWhole && (tag.SequenceEqual("c"u8) || tag.SequenceEqual("dimension"u8)))
        {
            letters = 0;
        }
        // Text in which tags do not count could hide how long it is; no spreadsheet program writes it.
        if (tag.StartsWith("![CDATA["u8))
        {
            isModest = false;
        }
        if (tag.SequenceEqual("row"u8))
        {
            rows++;
        }
        if (tag.SequenceEqual("row"u8) || tag.SequenceEqual("si"u8))
        {
            (tags, bytes) = (0, 0);
        }
    }

    private static bool IsRead(ReadOnlySpan<byte> root) =>
        root.SequenceEqual("worksheet"u8)
        || root.SequenceEqual("sst"u8)
        || root.SequenceEqual("styleSheet"u8)
        || root.SequenceEqual("workbook"u8)
        || root.SequenceEqual("Relationships"u8);
}
