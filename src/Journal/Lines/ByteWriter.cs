using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>Writes canonical CSV into memory that grows: quotes only where needed, LF at line ends.</summary>
internal sealed class ByteWriter
{
    private static ReadOnlySpan<byte> HexDigits => "0123456789abcdef"u8;

    private readonly byte[] lastDate = new byte[10];
    private byte[] buffer = new byte[64 * 1024];
    private int lastDay = -1;

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => buffer.AsMemory(0, Length);

    public void Clear() => Length = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Byte(byte one)
    {
        Room(1)[0] = one;
        Length++;
    }

    public void Number(long number)
    {
        Utf8Formatter.TryFormat(number, Room(24), out var written);
        Length += written;
    }

    /// <summary>Pounds with two decimals.</summary>
    public void Pounds(long pence)
    {
        if (pence < 0)
        {
            Byte((byte)'-');
        }
        var size = Math.Abs(pence);
        Number(size / 100);
        Byte((byte)'.');
        Two((int)(size % 100));
    }

    public void Date(int dayNumber)
    {
        if (dayNumber == lastDay)
        {
            // Most lines have the date of the line before.
            Raw(lastDate);
            return;
        }
        var date = DateOnly.FromDayNumber(dayNumber);
        Month(Domain.Month.Of(date));
        Byte((byte)'-');
        Two(date.Day);
        buffer.AsSpan(Length - lastDate.Length, lastDate.Length).CopyTo(lastDate);
        lastDay = dayNumber;
    }

    public void Month(Month month)
    {
        Two(month.Year / 100);
        Two(month.Year % 100);
        Byte((byte)'-');
        Two(month.Number);
    }

    public void Hex(ReadOnlySpan<byte> bytes)
    {
        var room = Room(bytes.Length * 2);
        var digits = HexDigits;
        for (var i = 0; i < bytes.Length; i++)
        {
            room[2 * i] = digits[bytes[i] >> 4];
            room[2 * i + 1] = digits[bytes[i] & 15];
        }
        Length += bytes.Length * 2;
    }

    /// <summary>A cell, between quotes if it holds a comma, a quote or a line end.</summary>
    public void Cell(ReadOnlySpan<byte> text)
    {
        if (!MustBeQuoted(text))
        {
            Raw(text);
            return;
        }
        Byte((byte)'"');
        while (text.IndexOf((byte)'"') is var quote and >= 0)
        {
            Raw(text[..(quote + 1)]);
            Byte((byte)'"');
            text = text[(quote + 1)..];
        }
        Raw(text);
        Byte((byte)'"');
    }

    // Sixteen bytes at a time; of a longer text the last sixteen, some of them for the second time.
    private static bool MustBeQuoted(ReadOnlySpan<byte> text)
    {
        if (text.Length < Vector128<byte>.Count)
        {
            foreach (var one in text)
            {
                if (one is (byte)',' or (byte)'"' or (byte)'\r' or (byte)'\n')
                {
                    return true;
                }
            }
            return false;
        }
        ref var first = ref MemoryMarshal.GetReference(text);
        for (var at = 0; at < text.Length; at += Vector128<byte>.Count)
        {
            var from = Math.Min(at, text.Length - Vector128<byte>.Count);
            var bytes = Vector128.LoadUnsafe(ref first, (nuint)from);
            var found =
                Vector128.Equals(bytes, Vector128.Create((byte)','))
                | Vector128.Equals(bytes, Vector128.Create((byte)'"'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'\r'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'\n'));
            if (found != Vector128<byte>.Zero)
            {
                return true;
            }
        }
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Two(int number)
    {
        var room = Room(2);
        room[0] = (byte)('0' + number / 10);
        room[1] = (byte)('0' + number % 10);
        Length += 2;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Room(int length)
    {
        if (buffer.Length - Length < length)
        {
            Grow(length);
        }
        return buffer.AsSpan(Length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int length) => Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Length + length));
}
