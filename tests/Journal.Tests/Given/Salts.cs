using System.Security.Cryptography;

namespace Openbook.Journal.Tests.Given;

/// <summary>The salts of a block's lines, worked out by hand: as written out, or AES-256 of each line's place under the secret.</summary>
internal static class Salts
{
    public static List<byte[]> Of(StoredBlock block)
    {
        if (block.Salts.Length % StoredBlock.SaltBytes == 0)
        {
            return [.. block.Salts.Chunk(StoredBlock.SaltBytes)];
        }
        Assert.Equal((1 + 32, 1), (block.Salts.Length, block.Salts[0]));
        using var aes = Aes.Create();
        aes.Mode = CipherMode.ECB;
        aes.Padding = PaddingMode.None;
        using var under = aes.CreateEncryptor(block.Salts[1..], null);
        return
        [
            .. Enumerable
                .Range(0, block.Count)
                .Select(place => (byte[])[.. new byte[12], .. BitConverter.GetBytes(place).Reverse()])
                .Select(place => under.TransformFinalBlock(place, 0, place.Length)),
        ];
    }
}
