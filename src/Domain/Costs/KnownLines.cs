using System.Runtime.CompilerServices;

namespace Openbook.Domain;

/// <summary>What a decision may ask about lines recorded before. The Journal answers; the answers depend on the Book alone.</summary>
public interface IKnownLines
{
    /// <summary>The line of a name, or null.</summary>
    CostLine? Find(LineRef line);

    /// <summary>Every line recorded before whose id's digest is among those asked for.</summary>
    IEnumerable<CostLine> FindByIds(IdKeys ids);
}

/// <summary>
/// A set of digests of line ids, each with the place of the line that has it. Open addressing over one array: a million ids
/// take 16 MB.
/// </summary>
public sealed class IdKeys
{
    private const ulong PlaceBits = int.MaxValue;

    // A place, from 1, with what is above it in the key of the line there: most others are told apart without looking at them.
    private readonly ulong[] slots;
    private readonly BatchLines lines;
    private readonly int mask;

    /// <summary>Room for the ids of lines.</summary>
    public IdKeys(BatchLines lines)
    {
        this.lines = lines;
        var size = 16;
        while (size < lines.Length * 3L / 2)
        {
            size *= 2;
        }
        slots = new ulong[size];
        mask = size - 1;
    }

    /// <summary>
    /// Adds every line that has an id. A line whose id is that of one before it, as <paramref name="same"/> says of two places
    /// with the same digest, is left out and named with the first.
    /// </summary>
    public IReadOnlyList<RepeatedId> AddAll(Func<int, int, bool> same)
    {
        ArgumentNullException.ThrowIfNull(same);
        var repeated = new List<RepeatedId>();
        var all = lines;
        for (var place = 0; place < all.Length; place++)
        {
            var key = all[place].IdKey;
            if (key == 0)
            {
                continue;
            }
            var slot = (int)(key & (ulong)mask);
            var first = -1;
            for (; slots[slot] != 0 && first < 0; slot = (slot + 1) & mask)
            {
                if (Holds(slots[slot], key, all) && same(PlaceIn(slots[slot]), place))
                {
                    first = PlaceIn(slots[slot]);
                }
            }
            if (first >= 0)
            {
                repeated.Add(new RepeatedId(first, place));
            }
            else
            {
                slots[slot] = (key & ~PlaceBits) | (uint)(place + 1);
            }
        }
        return repeated;
    }

    /// <summary>Whether a line with that digest is in.</summary>
    public bool Contains(ulong key)
    {
        var all = lines;
        for (var slot = (int)(key & (ulong)mask); slots[slot] != 0; slot = (slot + 1) & mask)
        {
            if (Holds(slots[slot], key, all))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The places of the lines with that digest.</summary>
    public IEnumerable<int> Places(ulong key)
    {
        for (var slot = (int)(key & (ulong)mask); slots[slot] != 0; slot = (slot + 1) & mask)
        {
            if (Holds(slots[slot], key, lines))
            {
                yield return PlaceIn(slots[slot]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Holds(ulong slot, ulong key, BatchLines all) =>
        ((slot ^ key) & ~PlaceBits) == 0 && all[PlaceIn(slot)].IdKey == key;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlaceIn(ulong slot) => (int)(slot & PlaceBits) - 1;
}

/// <summary>A line whose id stands in an earlier line already.</summary>
/// <param name="First">The place of the earlier line.</param>
/// <param name="Repeated">The place of the line that repeats it.</param>
public sealed record RepeatedId(int First, int Repeated);

/// <summary>The digest of a line id: FNV-1a with a final mix. Not secret; equality is always checked on the text.</summary>
public static class IdKey
{
    /// <summary>The digest; 0 only for no id.</summary>
    public static ulong Of(ReadOnlySpan<byte> id)
    {
        if (id.IsEmpty)
        {
            return 0;
        }
        var hash = 14695981039346656037UL;
        foreach (var b in id)
        {
            hash = unchecked((hash ^ b) * 1099511628211UL);
        }
        hash ^= hash >> 32;
        hash = unchecked(hash * 0x9E3779B97F4A7C15UL);
        hash ^= hash >> 29;
        return hash == 0 ? 1 : hash;
    }

    /// <summary>The digest of an id's UTF-8.</summary>
    public static ulong Of(string id) => Of(System.Text.Encoding.UTF8.GetBytes(id));
}
