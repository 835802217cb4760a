using System.IO.Compression;
using System.Security.Cryptography;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>Brings a Book back from an export, after verifying all of it. A copy that does not verify leaves nothing behind.</summary>
public static class Restore
{
    /// <summary>Restores a Book.</summary>
    /// <param name="store">Where to.</param>
    /// <param name="book">Its code; the copy must be of it.</param>
    /// <param name="path">The export.</param>
    /// <param name="readAgreement">Reads an agreement's text; null if it cannot be read.</param>
    public static Outcome<VerifyReport> From(
        IStore store,
        string book,
        string path,
        Func<string, AgreementTerms?> readAgreement
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        var place = new Place(Path.GetFileName(path));
        try
        {
            using var file = File.OpenRead(path);
            using var zip = new ZipArchive(file, ZipArchiveMode.Read);
            using var writer = store.Write();
            if (writer.LastEntry(book) > 0)
            {
                return Refuse.BookExists.Because($"There is a Book \"{book}\" already.");
            }
            Put(zip, writer, book);
            var report = Verification.Run(store, book, readAgreement);
            if (!report.IsSound || report.Entries == 0)
            {
                var what = report.Entries == 0 ? "It holds no entries." : report.Damages[0].What;
                return Refuse.CopyDamaged.Because(what, place);
            }
            writer.Commit();
            return report;
        }
        catch (BookDamagedException fault)
        {
            return Refuse.CopyDamaged.Because(fault.Message, place);
        }
        catch (Exception fault)
            when (fault is FormatException or InvalidDataException or EndOfStreamException or ArgumentException)
        {
            return Refuse.CopyUnreadable.Because($"It cannot be read: {fault.Message}", place);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refuse.FileUnreadable.Because($"The file {path} cannot be opened.", place);
        }
    }

    private static void Put(ZipArchive zip, IStoreWriter writer, string book)
    {
        var rows = EntriesCopy.ReadEntries(zip).Select((bytes, i) => new EntryRow(i + 1, bytes)).ToList();
        var entries = BookLoader.OpenAll(rows);
        var withheld = BookLoader.Withheld(entries);
        foreach (var stored in entries)
        {
            var number = stored.Entry.Number;
            if (stored.Entry.Fact is CostsRecorded costs)
            {
                var blocks = Blocks(zip, number, costs);
                foreach (var block in blocks)
                {
                    writer.PutBlock(book, number, block);
                }
                var content = BatchReading.Read(blocks, number, withheld);
                writer.PutDerived(book, number, new DerivedBatch(SumsCodec.Write(content.Sums), content.IdKeys));
            }
            writer.PutEntry(book, number, stored.Bytes);
        }
    }

    private static List<StoredBlock> Blocks(ZipArchive zip, int entry, CostsRecorded costs)
    {
        var lines =
            EntriesCopy.Read(zip, $"lines/{entry}.csv")
            ?? throw new FormatException($"There is no lines/{entry}.csv in it.");
        var words =
            EntriesCopy.Read(zip, $"texts/{entry}.csv")
            ?? throw new FormatException($"There is no texts/{entry}.csv in it.");
        return Convert.ToHexStringLower(SHA256.HashData(lines)) == costs.LinesSha256
            ? new CopiedLines(lines, words).ToBlocks()
            : throw new BookDamagedException(entry, $"The lines of entry {entry} are not those that were recorded.");
    }
}
