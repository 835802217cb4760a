using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Openbook.Journal.Tests.Given;

/// <summary>
/// The packed parts of blocks, unpacked and packed by hand: the length in four bytes with all its bits turned, the first eight bytes of
/// the SHA-256 of what follows, then Brotli.
/// </summary>
public static class Packed
{
    public static byte[] Unpack(byte[] packed)
    {
        var plain = new byte[~BitConverter.ToInt32(packed)];
        Assert.Equal(SHA256.HashData(packed.AsSpan(12))[..8], packed[4..12]);
        Assert.True(BrotliDecoder.TryDecompress(packed.AsSpan(12), plain, out var written));
        Assert.Equal(plain.Length, written);
        return plain;
    }

    public static byte[] Pack(byte[] plain)
    {
        ArgumentNullException.ThrowIfNull(plain);
        var room = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        Assert.True(BrotliEncoder.TryCompress(plain, room, out var written));
        var check = SHA256.HashData(room.AsSpan(0, written))[..8];
        return [.. BitConverter.GetBytes(~plain.Length), .. check, .. room.AsSpan(0, written)];
    }

    /// <summary>The block with its figures changed as text.</summary>
    public static StoredBlock WithFigures(this StoredBlock block, Func<string, string> change)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(change);
        var figures = Encoding.UTF8.GetString(Unpack(block.Figures));
        var changed = change(figures);
        Assert.NotEqual(figures, changed);
        return block with { Figures = Pack(Encoding.UTF8.GetBytes(changed)) };
    }
}
