using System.Buffers;
using System.Numerics;

namespace Openbook.Journal;

/// <summary>Says of lines, which come in ascending order, whether they are kept.</summary>
internal interface ILineTest
{
    bool Keeps(int line);
}

/// <summary>Some of the first lines of the columns, one bit for each.</summary>
internal sealed class LineSet : IDisposable
{
    private readonly int all;
    private readonly int words;
    private readonly ulong[] bits;

    /// <summary>The first lines, all of them.</summary>
    public LineSet(int all)
    {
        this.all = all;
        words = (all + 63) / 64;
        bits = ArrayPool<ulong>.Shared.Rent(Math.Max(words, 1));
        bits.AsSpan(0, words).Fill(ulong.MaxValue);
        if (all % 64 != 0)
        {
            bits[words - 1] = (1UL << (all % 64)) - 1;
        }
    }

    public bool Has(int line) => line < all && (bits[line >> 6] & (1UL << line)) != 0;

    /// <summary>How many there are.</summary>
    public int Count()
    {
        var count = 0;
        foreach (var word in bits.AsSpan(0, words))
        {
            count += BitOperations.PopCount(word);
        }
        return count;
    }

    /// <summary>Keeps none.</summary>
    public void Clear() => bits.AsSpan(0, words).Clear();

    /// <summary>Keeps those that pass a test.</summary>
    public void Where<T>(T test)
        where T : struct, ILineTest
    {
        for (var i = 0; i < words; i++)
        {
            var kept = 0UL;
            if (bits[i] == ulong.MaxValue)
            {
                // No branch to guess wrongly while most lines are still in.
                for (var bit = 0; bit < 64; bit++)
                {
                    kept |= (test.Keeps((i << 6) | bit) ? 1UL : 0UL) << bit;
                }
                bits[i] = kept;
                continue;
            }
            for (var left = bits[i]; left != 0; left &= unchecked(left - 1))
            {
                var bit = BitOperations.TrailingZeroCount(left);
                if (test.Keeps((i << 6) + bit))
                {
                    kept |= 1UL << bit;
                }
            }
            bits[i] = kept;
        }
    }

    /// <summary>The lines in ascending order.</summary>
    public int[] ToArray(int count)
    {
        var lines = new int[count];
        var at = 0;
        foreach (var line in this)
        {
            lines[at++] = line;
        }
        return lines;
    }

    /// <summary>Goes through the lines in ascending order.</summary>
    public Walker GetEnumerator() => new(bits, words);

    public void Dispose() => ArrayPool<ulong>.Shared.Return(bits);

    /// <summary>Goes from set bit to set bit.</summary>
    internal struct Walker(ulong[] bits, int words)
    {
        private int word = -1;
        private ulong left;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (left == 0)
            {
                if (++word >= words)
                {
                    return false;
                }
                left = bits[word];
            }
            Current = (word << 6) + BitOperations.TrailingZeroCount(left);
            left &= unchecked(left - 1);
            return true;
        }
    }
}
