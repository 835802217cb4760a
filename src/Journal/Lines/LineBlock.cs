using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Openbook.Journal;

/// <summary>
/// Some thousand lines of a batch as they are stored: their figures as canonical CSV without the digest of the words, their
/// salts, and their words apart. The figures and words are compressed.
/// </summary>
/// <param name="Block">The block's number in its batch, from 0.</param>
/// <param name="Count">How many lines it holds.</param>
/// <param name="Figures">Canonical figures, one line each, compressed.</param>
/// <param name="Salts">The lines' salts: see <see cref="BlockSalts"/>.</param>
/// <param name="Words">The words of each line, compressed; in place of withheld words their digest.</param>
public sealed record StoredBlock(int Block, int Count, byte[] Figures, byte[] Salts, byte[] Words)
{
    /// <summary>Lines in a full block.</summary>
    public const int Full = 2048;

    /// <summary>Bytes in a salt.</summary>
    public const int SaltBytes = 16;
}

/// <summary>
/// Compresses the parts of blocks (Brotli at its fastest). In front stand the length of the plain bytes and a check of the packed
/// ones: a compressed form has bits that can be turned and the same bytes still come out of it, and nothing stored may change unseen.
/// </summary>
internal static class BlockBytes
{
    private const int MostBytes = 256 << 20;
    private const int LengthBytes = 4;
    private const int CheckBytes = 8;

    // The length is written with all its bits turned where a check follows. The first stores have none.
    private const int Front = LengthBytes + CheckBytes;

    public static byte[] Pack(ReadOnlySpan<byte> plain)
    {
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(plain.Length) + Front);
        if (!BrotliEncoder.TryCompress(plain, room.AsSpan(Front), out var written, quality: 0, window: 18))
        {
            throw new InvalidOperationException("A block could not be compressed.");
        }
        BitConverter.TryWriteBytes(room, ~plain.Length);
        Check(room.AsSpan(Front, written), room.AsSpan(LengthBytes, CheckBytes));
        var packed = room.AsSpan(0, Front + written).ToArray();
        ArrayPool<byte>.Shared.Return(room);
        return packed;
    }

    /// <summary>The plain bytes; throws if they are not whole.</summary>
    /// <exception cref="FormatException">The packed bytes are damaged.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> packed)
    {
        var length = packed.Length < LengthBytes ? -1 : BitConverter.ToInt32(packed);
        var isChecked = length < 0 && packed.Length >= Front;
        length = isChecked ? ~length : length;
        if (length is < 0 or > MostBytes || (isChecked && !IsAsItWas(packed)))
        {
            throw new FormatException("A block of lines is damaged.");
        }
        var compressed = packed[(isChecked ? Front : LengthBytes)..];
        var plain = new byte[length];
        using var decoder = new BrotliDecoder();
        var done = decoder.Decompress(compressed, plain, out var consumed, out var written);
        return
            (done == OperationStatus.Done || (length == 0 && written == 0))
            && written == length
            && consumed == compressed.Length
            ? plain
            : throw new FormatException("A block of lines is damaged.");
    }

    private static bool IsAsItWas(ReadOnlySpan<byte> packed)
    {
        Span<byte> check = stackalloc byte[CheckBytes];
        Check(packed[Front..], check);
        return check.SequenceEqual(packed.Slice(LengthBytes, CheckBytes));
    }

    private static void Check(ReadOnlySpan<byte> compressed, Span<byte> check)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(compressed, digest);
        digest[..CheckBytes].CopyTo(check);
    }
}
