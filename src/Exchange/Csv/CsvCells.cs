using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Openbook.Exchange;

/// <summary>A cell of a record: where it lies, and whether doubled quotes in it must be undoubled.</summary>
internal readonly record struct CsvCell(int Start, int Length, bool Quoted, bool Doubled);

/// <summary>Splits one record of RFC 4180 text into cells. Records end with LF or CRLF.</summary>
internal static class CsvCells
{
    /// <summary>How a record ended.</summary>
    internal enum End
    {
        /// <summary>Whole.</summary>
        Whole,

        /// <summary>It has more cells than there is room for; <c>count</c> says how many.</summary>
        TooMany,

        /// <summary>A quote stands where it cannot be read; <c>count</c> is the cell's place.</summary>
        BadQuote,
    }

    /// <summary>Reads the record at a place.</summary>
    /// <param name="data">The whole text.</param>
    /// <param name="at">The place; afterwards that of the next record.</param>
    /// <param name="cells">Room for the cells.</param>
    /// <param name="count">How many cells there are.</param>
    internal static End Read(ReadOnlySpan<byte> data, ref int at, CsvCell[] cells, out int count)
    {
        // Most records have no quotes: their commas and line end are found 32 bytes at a time.
        ref var first = ref MemoryMarshal.GetReference(data);
        var start = at;
        count = 0;
        for (var block = at; block + 32 <= data.Length; block += 32)
        {
            var bytes = Vector256.LoadUnsafe(ref first, (nuint)block);
            var found = (
                Vector256.Equals(bytes, Vector256.Create((byte)','))
                | Vector256.Equals(bytes, Vector256.Create((byte)'\n'))
                | Vector256.Equals(bytes, Vector256.Create((byte)'"'))
            ).ExtractMostSignificantBits();
            while (found != 0)
            {
                var place = block + BitOperations.TrailingZeroCount(found);
                var what = data[place];
                if (what == (byte)'"')
                {
                    return ReadSlowly(data, ref at, cells, out count);
                }
                var end = what == (byte)'\n' && place > start && data[place - 1] == (byte)'\r' ? place - 1 : place;
                if (count < cells.Length)
                {
                    cells[count] = new CsvCell(start, end - start, false, false);
                }
                count++;
                start = place + 1;
                if (what == (byte)'\n')
                {
                    at = start;
                    return count > cells.Length ? End.TooMany : End.Whole;
                }
                found &= found - 1;
            }
        }
        return ReadSlowly(data, ref at, cells, out count);
    }

    private static End ReadSlowly(ReadOnlySpan<byte> data, ref int at, CsvCell[] cells, out int count)
    {
        count = 0;
        while (true)
        {
            var start = at;
            var quoted = start < data.Length && data[start] == (byte)'"';
            var doubled = false;
            if (quoted)
            {
                if (!SkipQuoted(data, ref at, out doubled))
                {
                    return BadQuote(data, ref at);
                }
            }
            else
            {
                var rest = data[at..];
                var stop = rest.IndexOfAny((byte)',', (byte)'\n', (byte)'"');
                at = stop < 0 ? data.Length : at + stop;
                if (at < data.Length && data[at] == (byte)'"')
                {
                    return BadQuote(data, ref at);
                }
            }
            var atEnd = at >= data.Length || data[at] == (byte)'\n';
            var length = quoted ? at - start - 2 : at - start;
            if (atEnd && !quoted && length > 0 && data[at - 1] == (byte)'\r')
            {
                length--;
            }
            if (quoted && !atEnd && data[at] == (byte)'\r' && (at + 1 >= data.Length || data[at + 1] == (byte)'\n'))
            {
                at = Math.Min(at + 1, data.Length);
                atEnd = true;
            }
            else if (quoted && !atEnd && data[at] != (byte)',')
            {
                return BadQuote(data, ref at);
            }
            if (count < cells.Length)
            {
                cells[count] = new CsvCell(quoted ? start + 1 : start, length, quoted, doubled);
            }
            count++;
            at = Math.Min(at + 1, data.Length);
            if (atEnd)
            {
                return count > cells.Length ? End.TooMany : End.Whole;
            }
        }
    }

    // Moves past the closing quote; false if there is none.
    private static bool SkipQuoted(ReadOnlySpan<byte> data, ref int at, out bool doubled)
    {
        doubled = false;
        at++;
        while (true)
        {
            var quote = data[at..].IndexOf((byte)'"');
            if (quote < 0)
            {
                at = data.Length;
                return false;
            }
            at += quote + 1;
            if (at >= data.Length || data[at] != (byte)'"')
            {
                return true;
            }
            doubled = true;
            at++;
        }
    }

    private static End BadQuote(ReadOnlySpan<byte> data, ref int at)
    {
        var line = at < data.Length ? data[at..].IndexOf((byte)'\n') : -1;
        at = line < 0 ? data.Length : at + line + 1;
        return End.BadQuote;
    }

    /// <summary>The text of a cell; doubled quotes are undoubled into the scratch memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ReadOnlySpan<byte> Text(
        ReadOnlySpan<byte> data,
        CsvCell cell,
        scoped ref byte[] scratch,
        scoped ref int used
    )
    {
        var raw = data.Slice(cell.Start, cell.Length);
        return cell.Doubled ? Undoubled(raw, ref scratch, ref used) : raw;
    }

    private static ReadOnlySpan<byte> Undoubled(ReadOnlySpan<byte> raw, scoped ref byte[] scratch, scoped ref int used)
    {
        if (scratch.Length < used + raw.Length)
        {
            Array.Resize(ref scratch, Math.Max(scratch.Length * 2, used + raw.Length + 256));
        }
        var from = used;
        for (var i = 0; i < raw.Length; i++)
        {
            scratch[used++] = raw[i];
            if (raw[i] == (byte)'"')
            {
                i++;
            }
        }
        return scratch.AsSpan(from, used - from);
    }
}
