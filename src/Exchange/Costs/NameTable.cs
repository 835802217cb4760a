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
        var slot = (int)(IdKey.Of(code) & (ulong)(slots.Length - 1));
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
            var slot = (int)(IdKey.Of(bytes[i]) & (ulong)(slots.Length - 1));
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }
            slots[slot] = i + 1;
        }
    }
}
