using System.Buffers;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>
/// Gives lines on as they are read, so many at a time. The parts of the file that their texts stand in are kept in memory until those are
/// needed no more.
/// </summary>
internal sealed class LineGiving(ILineTaker taker, CsvHeader header)
{
    private readonly Queue<FilePart> kept = new();
    private int given;

    /// <summary>Takes over a part whose lines were merged, and gives on what is enough for one time.</summary>
    public void Add(FilePart part, CostsMerge merge)
    {
        kept.Enqueue(part);
        while (merge.Count - given >= taker.AtATime)
        {
            Give(merge, taker.AtATime);
        }
    }

    /// <summary>Gives on what is left.</summary>
    public void Finish(CostsMerge merge)
    {
        if (merge.Count > given)
        {
            Give(merge, merge.Count - given);
        }
    }

    private void Give(CostsMerge merge, int count)
    {
        var from = merge.Places[given];
        var to = given + count < merge.Count ? merge.Places[given + count] : kept.Last().End;
        var parts = kept.Where(part => part.End > from && part.From < to).ToArray();
        var lines = new LinesRead
        {
            Lines = merge.Lines,
            First = given,
            Count = count,
            Names = merge.Names,
            Texts = new KeptParts(parts, merge.Places, from, to, header),
            Done = () => Release(to),
        };
        given += count;
        taker.Take(lines);
    }

    private void Release(int before)
    {
        while (kept.TryPeek(out var part) && part.End <= before)
        {
            kept.Dequeue().Return();
        }
    }

    /// <summary>The texts of lines that stand in one part or in several.</summary>
    private sealed class KeptParts(FilePart[] parts, int[] places, int from, int to, CsvHeader header) : ILineTexts
    {
        public ILineTextRange Range(int first, int count, ref byte[] buffer)
        {
            if (parts.Length == 1)
            {
                return new LineTextRange(parts[0].Of(from, to), from, places, header);
            }
            if (buffer.Length < to - from)
            {
                buffer = new byte[to - from];
            }
            foreach (var part in parts)
            {
                var piece = part.Of(from, to);
                piece.CopyTo(buffer.AsMemory(Math.Max(part.From - from, 0)));
            }
            return new LineTextRange(buffer.AsMemory(0, to - from), from, places, header);
        }
    }
}

/// <summary>A part of a file in memory that was lent.</summary>
/// <param name="From">Where it begins in the file.</param>
/// <param name="Rented">The memory.</param>
/// <param name="Length">How many bytes of it count.</param>
internal sealed record FilePart(int From, byte[] Rented, int Length)
{
    /// <summary>Where it ends in the file, exclusive.</summary>
    public int End => From + Length;

    public ReadOnlySpan<byte> Bytes => Rented.AsSpan(0, Length);

    /// <summary>What of it stands between two places of the file.</summary>
    public ReadOnlyMemory<byte> Of(int from, int to)
    {
        var start = Math.Max(from - From, 0);
        return Rented.AsMemory(start, Math.Min(to - From, Length) - start);
    }

    public void Return() => ArrayPool<byte>.Shared.Return(Rented);
}
