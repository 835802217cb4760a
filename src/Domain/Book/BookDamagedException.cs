namespace Openbook.Domain;

/// <summary>What the Book holds does not agree with itself. It is shown with the entry concerned and never mended silently.</summary>
public sealed class BookDamagedException : Exception
{
    /// <summary>Names the entry and what is wrong with it.</summary>
    public BookDamagedException(int entry, string message)
        : base(message) => Entry = entry;

    /// <summary>The first entry that is wrong.</summary>
    public int Entry { get; }
}
