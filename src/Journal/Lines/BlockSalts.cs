using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Openbook.Journal;

/// <summary>
/// The salts of a block's lines as they are stored: one secret of which all come, or, once words of the block were withheld or where the
/// salts came from a copy, each written out. A salt is what AES-256 makes of the line's place in the block under the secret: who does not
/// have the secret can tell it from random bytes as little as AES is broken. The secret goes when the first words do, as it would bring back
/// their salt.
/// </summary>
internal static class BlockSalts
{
    private const int SecretBytes = 32;

    // In front of a secret, so that it cannot be taken for salts, which have sixteen bytes each.
    private const byte SecretMark = 1;

    private static readonly byte[] Places = MakePlaces();

    /// <summary>A new secret, as it is stored.</summary>
    public static byte[] New()
    {
        var stored = new byte[1 + SecretBytes];
        stored[0] = SecretMark;
        RandomNumberGenerator.Fill(stored.AsSpan(1));
        return stored;
    }

    /// <summary>The salts, sixteen bytes a line; zeros for a line whose words are withheld.</summary>
    /// <param name="stored">As they are stored.</param>
    /// <param name="count">How many lines the block has: at most as many as a full one.</param>
    /// <exception cref="FormatException">There are not salts for so many lines.</exception>
    public static byte[] Of(byte[] stored, int count)
    {
        if (stored.Length == count * StoredBlock.SaltBytes)
        {
            return stored;
        }
        if (stored.Length != 1 + SecretBytes || stored[0] != SecretMark || count is < 0 or > StoredBlock.Full)
        {
            throw new FormatException("A block of lines has not one salt for each line.");
        }
        using var aes = Aes.Create();
        aes.SetKey(stored.AsSpan(1));
        var salts = new byte[count * StoredBlock.SaltBytes];
        aes.EncryptEcb(Places.AsSpan(0, salts.Length), salts, PaddingMode.None);
        return salts;
    }

    // The places of a full block's lines, from 0, sixteen bytes each.
    private static byte[] MakePlaces()
    {
        var places = new byte[StoredBlock.Full * StoredBlock.SaltBytes];
        for (var place = 0; place < StoredBlock.Full; place++)
        {
            BinaryPrimitives.WriteInt32BigEndian(places.AsSpan((place + 1) * StoredBlock.SaltBytes - 4), place);
        }
        return places;
    }
}
