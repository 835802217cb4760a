namespace Openbook.Journal;

/// <summary>What is derived from a batch of lines and kept to save reading them: it can be dropped and made anew.</summary>
/// <param name="Sums">The batch's sums, in canonical JSON.</param>
/// <param name="IdKeys">The digests of its line ids in ascending order, eight bytes each.</param>
public sealed record DerivedBatch(byte[] Sums, byte[] IdKeys);

/// <summary>An entry as it is stored. Not a pair: lists of those are compiled anew at each start.</summary>
/// <param name="Number">The number under which it is stored.</param>
/// <param name="Bytes">Its canonical bytes.</param>
public sealed record EntryRow(int Number, byte[] Bytes);

/// <summary>
/// The rows of Books, and nothing about what they mean; SQLite and PostgreSQL keep them. What one command reads is one state.
/// </summary>
public interface IStore : IDisposable
{
    /// <summary>The codes of the Books, sorted.</summary>
    IReadOnlyList<string> Books();

    /// <summary>The stored bytes of entries after a number, in order.</summary>
    IReadOnlyList<EntryRow> Entries(string book, int after);

    /// <summary>The blocks of lines that an entry recorded, in order.</summary>
    IEnumerable<StoredBlock> Blocks(string book, int entry);

    /// <summary>One block of the lines that an entry recorded, or null if there is none of that number.</summary>
    StoredBlock? Block(string book, int entry, int block);

    /// <summary>The sums derived from an entry's lines, or null if they are not there.</summary>
    byte[]? Sums(string book, int entry);

    /// <summary>The digests of line ids derived from an entry's lines, or null.</summary>
    byte[]? IdKeys(string book, int entry);

    /// <summary>The entries for which there are lines, and those for which there is something derived.</summary>
    (IReadOnlyList<int> WithLines, IReadOnlyList<int> Derived) EntriesWithRows(string book);

    /// <summary>The codes under which there are rows but no first entry.</summary>
    IReadOnlyList<string> Strays();

    /// <summary>Begins the one write that may be under way; nothing is there before it is committed.</summary>
    IStoreWriter Write();
}

/// <summary>A write that is there whole or not at all.</summary>
public interface IStoreWriter : IDisposable
{
    /// <summary>The number of a Book's last entry, 0 if there is none, as of this write.</summary>
    int LastEntry(string book);

    /// <summary>The stored bytes of an entry.</summary>
    byte[]? Entry(string book, int number);

    /// <summary>Adds an entry.</summary>
    void PutEntry(string book, int number, byte[] bytes);

    /// <summary>Adds a block of an entry's lines.</summary>
    void PutBlock(string book, int entry, StoredBlock block);

    /// <summary>Takes back all blocks of lines put for an entry that is not there.</summary>
    void DropBlocks(string book, int entry);

    /// <summary>Puts a block in the place of the one of its number: words were withheld.</summary>
    void ReplaceBlock(string book, int entry, StoredBlock block);

    /// <summary>Adds or replaces what is derived from an entry's lines.</summary>
    void PutDerived(string book, int entry, DerivedBatch derived);

    /// <summary>Makes the write durable: when it returns, it is on disk.</summary>
    void Commit();

    /// <summary>Afterwards nothing that was replaced can be read from the store's files.</summary>
    void Scrub();
}
