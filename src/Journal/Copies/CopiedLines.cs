using System.Buffers;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>Puts the lines and words of an export together into blocks as the store keeps them.</summary>
internal sealed class CopiedLines
{
    private static readonly SearchValues<byte> SmallHex = SearchValues.Create("0123456789abcdef"u8);
    private readonly byte[] lines;
    private readonly byte[] words;
    private int linesAt;
    private int wordsAt;

    public CopiedLines(byte[] lines, byte[] words)
    {
        this.lines = lines;
        this.words = words;
        Skip(lines, CanonicalLines.Header, ref linesAt);
        Skip(words, CanonicalLines.WordsHeader, ref wordsAt);
    }

    public List<StoredBlock> ToBlocks()
    {
        var blocks = new List<StoredBlock>();
        var figures = new ByteWriter();
        var texts = new ByteWriter();
        var salts = new List<byte>();
        var count = 0;
        while (linesAt < lines.Length)
        {
            Line(figures, texts, salts);
            count++;
            if (count == StoredBlock.Full || linesAt == lines.Length)
            {
                blocks.Add(
                    new StoredBlock(
                        blocks.Count,
                        count,
                        BlockBytes.Pack(figures.Written),
                        [.. salts],
                        BlockBytes.Pack(texts.Written)
                    )
                );
                figures.Clear();
                texts.Clear();
                salts.Clear();
                count = 0;
            }
        }
        return wordsAt == words.Length ? blocks : throw new FormatException("There are words that belong to no line.");
    }

    private void Line(ByteWriter figures, ByteWriter texts, List<byte> salts)
    {
        var end = lines.AsSpan(linesAt).IndexOf((byte)'\n');
        if (end < 66)
        {
            throw new FormatException("A line is not whole.");
        }
        var line = lines.AsSpan(linesAt, end);
        var digest = line[^64..];
        figures.Raw(line[..^65]);
        figures.Byte((byte)'\n');
        linesAt += end + 1;
        var row = line[..(line.IndexOf((byte)',') + 1)];
        Span<byte> length = stackalloc byte[4];
        if (words.AsSpan(wordsAt).StartsWith(row))
        {
            var record = Record(row.Length);
            if (record[..32].IndexOfAnyExcept(SmallHex) >= 0)
            {
                throw new FormatException("A salt is not written as it should be.");
            }
            salts.AddRange(Convert.FromHexString(System.Text.Encoding.ASCII.GetString(record[..32])));
            BitConverter.TryWriteBytes(length, record.Length - 33);
            texts.Raw(length);
            texts.Raw(record[33..]);
        }
        else
        {
            salts.AddRange(new byte[StoredBlock.SaltBytes]);
            BitConverter.TryWriteBytes(length, -1);
            texts.Raw(length);
            texts.Raw(Convert.FromHexString(System.Text.Encoding.ASCII.GetString(digest)));
        }
    }

    // The record of words at hand, without its row: salt, comma, three cells. It ends at a line end outside quotes.
    private ReadOnlySpan<byte> Record(int rowLength)
    {
        var start = wordsAt + rowLength;
        var quoted = false;
        for (var at = start; at < words.Length; at++)
        {
            if (words[at] == (byte)'"')
            {
                quoted = !quoted;
            }
            else if (words[at] == (byte)'\n' && !quoted)
            {
                wordsAt = at + 1;
                return at - start > 34 && words[start + 32] == (byte)','
                    ? words.AsSpan(start, at - start)
                    : throw new FormatException("The words of a line are not whole.");
            }
        }
        throw new FormatException("The words of a line are not whole.");
    }

    private static void Skip(byte[] bytes, ReadOnlySpan<byte> header, ref int at)
    {
        if (!bytes.AsSpan().StartsWith(header))
        {
            throw new FormatException("A header is not as it should be.");
        }
        at = header.Length;
    }
}
