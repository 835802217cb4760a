namespace Openbook.Domain;

/// <summary>A sum of a <see cref="PenceBy{TKey}"/>.</summary>
/// <param name="key">What keeps it apart from others.</param>
/// <param name="pence">The sum so far.</param>
public sealed class PenceOf<TKey>(TKey key, long pence)
{
    /// <summary>What keeps it apart from others.</summary>
    public TKey Key => key;

    /// <summary>The sum in pence.</summary>
    public long Pence { get; internal set; } = pence;

    /// <summary>Takes it apart.</summary>
    public void Deconstruct(out TKey key, out long pence) => (key, pence) = (Key, Pence);
}

/// <summary>
/// Sums in pence by what keeps them apart, in the order in which the keys first came. It is made of references alone: dictionaries
/// of numbers cannot be compiled ahead in full, and folding a Book is what every command begins with.
/// </summary>
/// <typeparam name="TKey">What keeps sums apart.</typeparam>
public sealed class PenceBy<TKey>
    where TKey : class
{
    private readonly Dictionary<TKey, PenceOf<TKey>> byKey = [];
    private readonly List<PenceOf<TKey>> inOrder = [];

    /// <summary>How many sums there are.</summary>
    public int Count => inOrder.Count;

    /// <summary>The keys in order.</summary>
    public IEnumerable<TKey> Keys => inOrder.Select(item => item.Key);

    /// <summary>All sums added up.</summary>
    /// <exception cref="OverflowException">They are too large.</exception>
    public long Total
    {
        get
        {
            var total = 0L;
            foreach (var item in inOrder)
            {
                total = checked(total + item.Pence);
            }
            return total;
        }
    }

    /// <summary>The sum of a key; 0 if nothing was added to it.</summary>
    public long Of(TKey key) => byKey.TryGetValue(key, out var found) ? found.Pence : 0;

    /// <summary>Adds to the sum of a key.</summary>
    /// <exception cref="OverflowException">The sum is too large.</exception>
    public void Add(TKey key, long pence)
    {
        if (byKey.TryGetValue(key, out var found))
        {
            found.Pence = checked(found.Pence + pence);
            return;
        }
        found = new PenceOf<TKey>(key, pence);
        byKey.Add(key, found);
        inOrder.Add(found);
    }

    /// <summary>The sums in order.</summary>
    public List<PenceOf<TKey>>.Enumerator GetEnumerator() => inOrder.GetEnumerator();
}
