using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>
/// Writes canonical CSV into memory that grows: quotes only where needed, LF at line ends. Each piece makes sure of its room once and is
/// then written without further checks: a million lines make a hundred million pieces.
/// </summary>
internal sealed class ByteWriter
{
    private const int LongestNumber = 20;

    // The two digits of each byte, as they lie in memory.
    private static readonly ushort[] HexPairs = MakeHexPairs();

    private byte[] buffer = new byte[64 * 1024];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => buffer.AsMemory(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Bytes as they are.</summary>
    public void Raw(ReadOnlySpan<byte> bytes)
    {
        Copy(ref MemoryMarshal.GetReference(bytes), ref Room(bytes.Length), bytes.Length);
        Length += bytes.Length;
    }

    /// <summary>What another has written from a place on.</summary>
    public void Rest(ByteWriter other, int from)
    {
        var length = other.Length - from;
        if (length > 0)
        {
            Copy(ref other.buffer[from], ref Room(length), length);
            Length += length;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Byte(byte one)
    {
        Room(1) = one;
        Length++;
    }

    /// <summary>A number with all its bytes, as BitConverter does.</summary>
    public void Bytes(int number)
    {
        Unsafe.WriteUnaligned(ref Room(sizeof(int)), number);
        Length += sizeof(int);
    }

    /// <summary>A number in digits.</summary>
    public void Number(long number)
    {
        if (number < 0)
        {
            Byte((byte)'-');
        }
        var rest = unchecked((ulong)(number < 0 ? -number : number));
        ref var to = ref Room(LongestNumber);
        var digits = DigitsOf(rest);
        for (var at = digits - 1; at >= 0; at--)
        {
            Unsafe.Add(ref to, at) = (byte)('0' + rest % 10);
            rest /= 10;
        }
        Length += digits;
    }

    /// <summary>Pounds with two decimals.</summary>
    public void Pounds(long pence)
    {
        if (pence < 0)
        {
            Byte((byte)'-');
        }
        var size = pence < 0 ? -pence : pence;
        Number(size / 100);
        Byte((byte)'.');
        Two((int)(size % 100));
    }

    public void Date(int dayNumber)
    {
        var date = DateOnly.FromDayNumber(dayNumber);
        Month(Domain.Month.Of(date));
        Byte((byte)'-');
        Two(date.Day);
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
        ref var from = ref MemoryMarshal.GetReference(bytes);
        ref var to = ref Room(bytes.Length * 2);
        var pairs = HexPairs;
        for (var at = 0; at < bytes.Length; at++)
        {
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, 2 * at), pairs[Unsafe.Add(ref from, at)]);
        }
        Length += bytes.Length * 2;
    }

    /// <summary>A cell, between quotes if it holds a comma, a quote or a line end.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="plain">Whether it is known to hold none of these.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Cell(ReadOnlySpan<byte> text, bool plain)
    {
        if (plain)
        {
            Raw(text);
            return;
        }
        Cell(text);
    }

    private void Cell(ReadOnlySpan<byte> text)
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
        ref var room = ref Room(2);
        room = (byte)('0' + number / 10);
        Unsafe.Add(ref room, 1) = (byte)('0' + number % 10);
        Length += 2;
    }

    private static ushort[] MakeHexPairs()
    {
        var digits = "0123456789abcdef"u8;
        var pairs = new ushort[256];
        Span<byte> pair = stackalloc byte[2];
        for (var one = 0; one < pairs.Length; one++)
        {
            pair[0] = digits[one >> 4];
            pair[1] = digits[one & 15];
            pairs[one] = BitConverter.ToUInt16(pair);
        }
        return pairs;
    }

    private static int DigitsOf(ulong number)
    {
        var digits = 1;
        for (; number >= 10; number /= 10)
        {
            digits++;
        }
        return digits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(ref byte from, ref byte to, int length) =>
        Unsafe.CopyBlockUnaligned(ref to, ref from, (uint)length);

    // Where the next byte goes; at least so many have room there.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte Room(int length)
    {
        if (buffer.Length - Length <= length)
        {
            Grow(length);
        }
        return ref buffer[Length];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int length) => Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Length + length + 1));
}
