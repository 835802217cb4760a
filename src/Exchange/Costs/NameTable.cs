using System.Numerics;
using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Gives each code a small number, by its bytes, without making a text of each.</summary>
internal sealed class NameTable
{
    internal const int Most = 30_000;
    private readonly List<string> names = [];
    private readonly List<byte[]> bytes = [];
    private int[] slots = new int[256];

    public IReadOnlyList<string> Names => names;

    /// <summary>The number of a code; -1 if it is not a code, -2 if there are too many different ones.</summary>
    public int Place(ReadOnlySpan<byte> code)
    {
        var slot = SlotOf(code);
        while (slots[slot] != 0)
        {
            if (code.SequenceEqual(bytes[slots[slot] - 1]))
            {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & (slots.Length - 1);
        }
        return Add(code, slot);
    }

    // Four bytes at a time; codes that fall on one slot are told apart by their bytes.
    private int SlotOf(ReadOnlySpan<byte> code)
    {
        var hash = (uint)code.Length;
        for (; code.Length >= sizeof(uint); code = code[sizeof(uint)..])
        {
            hash = unchecked((BitOperations.RotateLeft(hash, 5) ^ BitConverter.ToUInt32(code)) * 0x9E3779B1);
        }
        foreach (var one in code)
        {
            hash = unchecked((BitOperations.RotateLeft(hash, 5) ^ one) * 0x9E3779B1);
        }
        return (int)((hash ^ (hash >> 15)) & (uint)(slots.Length - 1));
    }

    private int Add(ReadOnlySpan<byte> code, int slot)
    {
        if (code.Length > 31 || !Code.IsValid(Encoding.UTF8.GetString(code)))
        {
            return -1;
        }
        if (names.Count >= Most)
        {
            return -2;
        }
        names.Add(Encoding.UTF8.GetString(code));
        bytes.Add(code.ToArray());
        slots[slot] = names.Count;
        if (names.Count * 2 > slots.Length)
        {
            Grow();
        }
        return names.Count - 1;
    }

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        for (var i = 0; i < bytes.Count; i++)
        {
            var slot = SlotOf(bytes[i]);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }
            slots[slot] = i + 1;
        }
    }
}
