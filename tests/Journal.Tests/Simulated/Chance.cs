namespace Openbook.Journal.Tests.Simulated;

/// <summary>What happens by chance: the same for the same seed, on every machine.</summary>
public sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>A number from 0 to one less than the limit.</summary>
    public int Below(int limit) => random.Next(limit);

    /// <summary>A number from one to the other, both included.</summary>
    public int Between(int from, int to) => random.Next(from, to + 1);

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int times) => random.Next(times) == 0;

    public T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>Some of the items in their order, at least one.</summary>
    public List<T> Some<T>(IReadOnlyList<T> items)
    {
        var chosen = items.Where(_ => Below(3) < 2).ToList();
        return chosen.Count > 0 ? chosen : [Pick(items)];
    }
}
