using System.Buffers;
using System.IO.Compression;

namespace Openbook.Journal;

/// <summary>
/// Some thousand lines of a batch as they are stored: their figures as canonical CSV without the digest of the words, their
/// salts, and their words apart. All but the salts is compressed.
/// </summary>
/// <param name="Block">The block's number in its batch, from 0.</param>
/// <param name="Count">How many lines it holds.</param>
/// <param name="Figures">Canonical figures, one line each, compressed.</param>
/// <param name="Salts">Sixteen random bytes a line; zeros for a line whose words are withheld.</param>
/// <param name="Words">The words of each line, compressed; in place of withheld words their digest.</param>
public sealed record StoredBlock(int Block, int Count, byte[] Figures, byte[] Salts, byte[] Words)
{
    /// <summary>Lines in a full block.</summary>
    public const int Full = 2048;

    /// <summary>Bytes in a salt.</summary>
    public const int SaltBytes = 16;
}

/// <summary>Compresses the parts of blocks (Brotli at its fastest).</summary>
internal static class BlockBytes
{
    private const int MostBytes = 256 << 20;

    public static byte[] Pack(ReadOnlySpan<byte> plain)
    {
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(plain.Length) + 4);
        BitConverter.TryWriteBytes(room, plain.Length);
        if (!BrotliEncoder.TryCompress(plain, room.AsSpan(4), out var written, quality: 0, window: 18))
        {
            throw new InvalidOperationException("A block could not be compressed.");
        }
        var packed = room.AsSpan(0, written + 4).ToArray();
        ArrayPool<byte>.Shared.Return(room);
        return packed;
    }

    /// <summary>The plain bytes; throws if they are not whole.</summary>
    /// <exception cref="FormatException">The packed bytes are damaged.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> packed)
    {
        if (packed.Length < 4 || BitConverter.ToInt32(packed) is var length && length is < 0 or > MostBytes)
        {
            throw new FormatException("A block of lines is damaged.");
        }
        var plain = new byte[length];
        using var decoder = new BrotliDecoder();
        var done = decoder.Decompress(packed[4..], plain, out var consumed, out var written);
        return
            (done == System.Buffers.OperationStatus.Done || (length == 0 && written == 0))
            && written == length
            && consumed == packed.Length - 4
            ? plain
            : throw new FormatException("A block of lines is damaged.");
    }
}
