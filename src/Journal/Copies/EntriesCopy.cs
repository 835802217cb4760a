using System.IO.Compression;
using System.Text;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>
/// A whole Book as one zip that anybody can check with JSON and SHA-256: <c>entries.jsonl</c>, <c>lines/ENTRY.csv</c> and
/// <c>texts/ENTRY.csv</c>.
/// </summary>
public static class EntriesCopy
{
    private const string EntriesName = "entries.jsonl";
    private const long MostEntryBytes = 1L << 30;

    // Hashes, digests and salts stand in every line of a copy and cannot be packed, so that it never unpacks to much more.
    private const long MostUnpacked = 64;
    private const long SmallBytes = 16L << 20;
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the copy.</summary>
    public static void Write(IStore store, LoadedBook book, Stream to)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(book);
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        using (var entries = Open(zip, EntriesName))
        {
            foreach (var stored in book.Entries)
            {
                entries.Write(stored.Bytes);
                entries.WriteByte((byte)'\n');
            }
        }
        var withheld = BookLoader.Withheld(book.Entries);
        foreach (var batch in book.State.Batches)
        {
            WriteLines(store, book.State.Code, batch.Entry, withheld, zip);
            WriteWords(store, book.State.Code, batch.Entry, zip);
        }
    }

    /// <summary>The stored bytes of a copy's entries, in order.</summary>
    /// <exception cref="FormatException">It is no such copy.</exception>
    public static IReadOnlyList<byte[]> ReadEntries(ZipArchive zip)
    {
        ArgumentNullException.ThrowIfNull(zip);
        var bytes = Read(zip, EntriesName) ?? throw new FormatException($"There is no {EntriesName} in it.");
        var entries = new List<byte[]>();
        for (var at = 0; at < bytes.Length; )
        {
            var end = bytes.AsSpan(at).IndexOf((byte)'\n');
            if (end < 0)
            {
                throw new FormatException("The last entry is not whole.");
            }
            entries.Add(bytes.AsSpan(at, end).ToArray());
            at += end + 1;
        }
        return entries;
    }

    /// <summary>A file of the copy, or null.</summary>
    internal static byte[]? Read(ZipArchive zip, string name)
    {
        if (zip.GetEntry(name) is not { } entry)
        {
            return null;
        }
        // Opened first: then what it says of its packed size has been held against the file.
        using var from = entry.Open();
        if (
            entry.Length > MostEntryBytes
            || (entry.Length > SmallBytes && entry.Length / MostUnpacked > entry.CompressedLength)
        )
        {
            throw new FormatException($"{name} is too large.");
        }
        var bytes = new byte[entry.Length];
        from.ReadExactly(bytes);
        return from.ReadByte() < 0 ? bytes : throw new FormatException($"{name} is longer than it says.");
    }

    private static Stream Open(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Stamp;
        return entry.Open();
    }

    private static void WriteLines(
        IStore store,
        string book,
        int entry,
        IReadOnlyDictionary<LineRef, WordsWithheld> withheld,
        ZipArchive zip
    )
    {
        using var to = Open(zip, $"lines/{entry}.csv");
        BatchReading.Read(store.Blocks(book, entry), entry, withheld, to.Write);
    }

    private static void WriteWords(IStore store, string book, int entry, ZipArchive zip)
    {
        using var to = Open(zip, $"texts/{entry}.csv");
        to.Write(CanonicalLines.WordsHeader);
        var writer = new ByteWriter();
        foreach (var block in store.Blocks(book, entry))
        {
            writer.Clear();
            var reader = new BlockReader(block);
            while (reader.Next())
            {
                var line = reader.Current;
                if (!line.IsWithheld)
                {
                    writer.Raw(line.Figures[..(line.Figures.IndexOf((byte)',') + 1)]);
                    writer.Hex(line.Salt);
                    writer.Byte((byte)',');
                    writer.Raw(line.Words);
                    writer.Byte((byte)'\n');
                }
            }
            to.Write(writer.Written);
        }
    }
}
