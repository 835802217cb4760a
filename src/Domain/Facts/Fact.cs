namespace Openbook.Domain;

/// <summary>Something that happened to a partnership. Facts are never changed; a correction is another fact.</summary>
public abstract record Fact
{
    private protected Fact() { }

    /// <summary>The name under which it is stored for ever; never a type's name.</summary>
    public abstract string Kind { get; }

    /// <summary>How it changes the Book.</summary>
    /// <param name="book">The Book so far.</param>
    /// <param name="entry">The entry that carries it.</param>
    internal abstract void ApplyTo(BookState book, Entry entry);
}

/// <summary>Where a file's facts came from.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Sha256">The lower-case hex SHA-256 of its bytes.</param>
public sealed record Source(string Name, string Sha256);

/// <summary>
/// What makes an act repeatable without harm: the same key with the same request is the same act.
/// </summary>
/// <param name="Key">The key that the client chose.</param>
/// <param name="Sha256">The lower-case hex SHA-256 of what was asked.</param>
public sealed record ClientRequest(string Key, string Sha256);

/// <summary>A fact with its number and circumstances, linked to the one before by hash.</summary>
public sealed record Entry
{
    /// <summary>1 for the first, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>When it was recorded, in UTC to the second; never before the entry before.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Who recorded it: an opaque id, never a name.</summary>
    public required string Actor { get; init; }

    /// <summary>The council for which it was recorded.</summary>
    public required string By { get; init; }

    /// <summary>The day from which it counts.</summary>
    public required DateOnly Effective { get; init; }

    /// <summary>What happened.</summary>
    public required Fact Fact { get; init; }

    /// <summary>The entry that it corrects, if any.</summary>
    public int? Corrects { get; init; }

    /// <summary>Why; required with <see cref="Corrects"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>A decision or document that stands behind it.</summary>
    public string? Authority { get; init; }

    /// <summary>The hash of the entry before; 64 zeros for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>Lower-case hex SHA-256 of the entry's canonical bytes without the hash.</summary>
    public required string Hash { get; init; }
}
