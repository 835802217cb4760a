using System.Collections;

namespace Openbook.Domain;

/// <summary>A fixed list that equals another with the same items in the same order, so that records holding it do too.</summary>
/// <typeparam name="T">The items.</typeparam>
public sealed class EquatableList<T> : IReadOnlyList<T>, IEquatable<EquatableList<T>>
{
    private readonly T[] items;

    /// <summary>A copy of the items.</summary>
    public EquatableList(IEnumerable<T> items) => this.items = [.. items];

    /// <summary>The empty list.</summary>
    public static EquatableList<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public T this[int index] => items[index];

    /// <summary>The first item of which something is true, or none.</summary>
    public T? Find(Predicate<T> match) => Array.Find(items, match);

    /// <inheritdoc/>
    public bool Equals(EquatableList<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EquatableList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items)
        {
            hash.Add(item);
        }
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}

/// <summary>Makes <see cref="EquatableList{T}"/>s.</summary>
public static class EquatableList
{
    /// <summary>A fixed copy.</summary>
    public static EquatableList<T> ToEquatableList<T>(this IEnumerable<T> items) => new(items);
}
