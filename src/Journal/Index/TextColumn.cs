using System.Text;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>
/// The distinct texts of one column of lines, each known by a number; 0 is the empty text. They lie end to end as UTF-8: once as
/// they are, and once in small letters, where a word is looked for in all of them at once.
/// </summary>
internal sealed class TextColumn
{
    private const byte LineEnd = (byte)'\n';

    private byte[] plain = new byte[1024];
    private byte[] folded = new byte[1024];
    private int[] plainEnds = new int[64];
    private int[] foldedEnds = new int[64];
    private int[] slots = new int[128];
    private byte[] scratch = new byte[256];

    public TextColumn() => Add("");

    /// <summary>How many texts there are.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes held.</summary>
    public long Bytes => plain.Length + folded.Length + 4L * (plainEnds.Length + foldedEnds.Length + slots.Length);

    /// <summary>The same texts, to be read while more are added here.</summary>
    public TextColumn Frozen() => (TextColumn)MemberwiseClone();

    /// <summary>A word as it is looked for: what is found holds it, in capitals or not.</summary>
    public static byte[] Fold(string word) => Encoding.UTF8.GetBytes(word.ToLowerInvariant());

    /// <summary>The number of a text, which is added if it is new.</summary>
    public int Add(string text)
    {
        var bytes = Utf8(text);
        var mask = slots.Length - 1;
        var slot = (int)(IdKey.Of(bytes) & (ulong)mask);
        for (; slots[slot] != 0; slot = (slot + 1) & mask)
        {
            if (Plain(slots[slot] - 1).SequenceEqual(bytes))
            {
                return slots[slot] - 1;
            }
        }
        slots[slot] = Count + 1;
        Append(ref plain, ref plainEnds, bytes);
        Append(ref folded, ref foldedEnds, [.. Fold(text), LineEnd]);
        Count++;
        if (Count > slots.Length / 2)
        {
            Rehash();
        }
        return Count - 1;
    }

    /// <summary>The text of a number.</summary>
    public string Text(int number) => number == 0 ? "" : Encoding.UTF8.GetString(Plain(number));

    /// <summary>The texts that hold a folded word, one bit for each text; null if none does.</summary>
    public ulong[]? Holding(ReadOnlySpan<byte> word)
    {
        ulong[]? found = null;
        var all = folded.AsSpan(0, foldedEnds[Count - 1]);
        var (at, number) = (0, 0);
        while (all[at..].IndexOf(word) is var next and >= 0)
        {
            number = NumberAt(at + next, number);
            found ??= new ulong[(Count + 63) / 64];
            found[number >> 6] |= 1UL << number;
            at = foldedEnds[number];
        }
        return found;
    }

    /// <summary>The place of each text when they stand in the order of the alphabet, capitals or not.</summary>
    public int[] Ranks()
    {
        var numbers = new int[Count];
        for (var i = 0; i < Count; i++)
        {
            numbers[i] = i;
        }
        Array.Sort(
            numbers,
            (a, b) => Folded(a).SequenceCompareTo(Folded(b)) is var order and not 0 ? order : a.CompareTo(b)
        );
        var ranks = new int[Count];
        for (var i = 0; i < Count; i++)
        {
            ranks[numbers[i]] = i;
        }
        return ranks;
    }

    /// <summary>Overwrites a text that no line has any more.</summary>
    public void Erase(int number)
    {
        if (number > 0)
        {
            plain.AsSpan(Start(plainEnds, number)..plainEnds[number]).Clear();
            folded.AsSpan(Start(foldedEnds, number)..(foldedEnds[number] - 1)).Clear();
        }
    }

    private ReadOnlySpan<byte> Plain(int number) => plain.AsSpan(Start(plainEnds, number)..plainEnds[number]);

    private ReadOnlySpan<byte> Folded(int number) => folded.AsSpan(Start(foldedEnds, number)..foldedEnds[number]);

    private static int Start(int[] ends, int number) => number == 0 ? 0 : ends[number - 1];

    // Words are met in the order of the texts: the next is near the one before, however many hold the word.
    private int NumberAt(int at, int from)
    {
        var (low, step) = (from, 1);
        while (low + step < Count && foldedEnds[low + step] <= at)
        {
            low += step;
            step *= 2;
        }
        var high = Math.Min(low + step, Count - 1);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (foldedEnds[middle] > at)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }
        return low;
    }

    private ReadOnlySpan<byte> Utf8(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (scratch.Length < most)
        {
            scratch = new byte[most];
        }
        return scratch.AsSpan(0, Encoding.UTF8.GetBytes(text, scratch));
    }

    // What readers hold is never written to again: more is written behind it, or into longer memory.
    private void Append(ref byte[] bytes, ref int[] ends, ReadOnlySpan<byte> text)
    {
        var start = Count == 0 ? 0 : ends[Count - 1];
        if (bytes.Length - start < text.Length)
        {
            Array.Resize(ref bytes, Math.Max(start + text.Length, bytes.Length + bytes.Length / 2));
        }
        if (Count == ends.Length)
        {
            Array.Resize(ref ends, ends.Length + ends.Length / 2);
        }
        text.CopyTo(bytes.AsSpan(start));
        ends[Count] = start + text.Length;
    }

    private void Rehash()
    {
        slots = new int[slots.Length * 2];
        var mask = slots.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var slot = (int)(IdKey.Of(Plain(number)) & (ulong)mask);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number + 1;
        }
    }
}
