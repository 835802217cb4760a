using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>What an entry's stored lines come to when they are read one by one.</summary>
/// <param name="Count">How many.</param>
/// <param name="TotalPence">The sum of their amounts as in the file.</param>
/// <param name="LinesSha256">The digest of their canonical bytes.</param>
/// <param name="Sums">Their sums.</param>
/// <param name="IdKeys">The digests of their ids.</param>
/// <param name="Withheld">The lines whose words are not there.</param>
internal sealed record BatchContent(
    int Count,
    long TotalPence,
    string LinesSha256,
    BatchSums Sums,
    byte[] IdKeys,
    IReadOnlyList<LineRef> Withheld
);

/// <summary>Reads an entry's lines: to make derived rows anew, and to check what is stored.</summary>
internal static class BatchReading
{
    /// <param name="blocks">The blocks, in order.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="withheld">The withholdings recorded, which keep the customer of a withheld line.</param>
    /// <param name="canonical">Gets the canonical bytes as they come, or null.</param>
    /// <exception cref="BookDamagedException">A block is damaged.</exception>
    public static BatchContent Read(
        IEnumerable<StoredBlock> blocks,
        int entry,
        IReadOnlyDictionary<LineRef, WordsWithheld> withheld,
        Action<ReadOnlySpan<byte>>? canonical = null
    )
    {
        using var hasher = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var state = new Reading(entry, withheld, hasher, canonical);
        state.Hash(CanonicalLines.Header);
        return LineDecoder.Guard(
            entry,
            () =>
            {
                var expected = 0;
                foreach (var block in blocks)
                {
                    if (block.Block != expected++ || block.Count is < 1 or > StoredBlock.Full)
                    {
                        throw new FormatException("A block of lines is missing or out of order.");
                    }
                    state.Take(block);
                }
                return state.ToContent();
            }
        );
    }

    private sealed class Reading(
        int entry,
        IReadOnlyDictionary<LineRef, WordsWithheld> withheld,
        IncrementalHash hasher,
        Action<ReadOnlySpan<byte>>? canonical
    )
    {
        private readonly ByteWriter lines = new();
        private readonly ByteWriter scratch = new();
        private readonly BatchSummer summer = new();
        private readonly List<ulong> keys = [];
        private readonly List<LineRef> missing = [];
        private int count;
        private long total;

        public void Hash(ReadOnlySpan<byte> bytes)
        {
            hasher.AppendData(bytes);
            canonical?.Invoke(bytes);
        }

        public void Take(StoredBlock block)
        {
            Span<byte> digest = stackalloc byte[32];
            lines.Clear();
            var reader = new BlockReader(block);
            while (reader.Next())
            {
                if (reader.Current.IsWithheld && reader.Current.Salt.ContainsAnyExcept((byte)0))
                {
                    throw new FormatException("The salt of withheld words is still there.");
                }
                reader.Current.Digest(scratch, digest);
                lines.Raw(reader.Current.Figures);
                lines.Byte((byte)',');
                lines.Hex(digest);
                lines.Byte((byte)'\n');
                Add(LineDecoder.Line(reader.Current, entry));
            }
            Hash(lines.Written);
        }

        private void Add(CostLine line)
        {
            count++;
            total += line.Amount.Pence;
            if (line.LineId.Length > 0)
            {
                keys.Add(IdKey.Of(line.LineId));
            }
            if (line.Words is null)
            {
                missing.Add(line.Ref);
                line = line with
                {
                    Words = new LineWords(withheld.GetValueOrDefault(line.Ref)?.Customer ?? "", "", ""),
                };
            }
            summer.Add(line);
        }

        public BatchContent ToContent() =>
            new(
                count,
                total,
                Convert.ToHexStringLower(hasher.GetHashAndReset()),
                summer.ToSums(),
                MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(keys)).ToArray(),
                missing
            );
    }
}
