using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>What a partner's copy says of ours.</summary>
/// <param name="Agrees">Whether neither contradicts the other.</param>
/// <param name="Entry">The first entry that differs, or the last that both have.</param>
/// <param name="What">What was found, in plain English.</param>
public sealed record CopyReport(bool Agrees, int Entry, string What);

/// <summary>
/// Holds a Book against what a partner has: its export, or a statement it was sent. A Book whose hashes were all worked out anew
/// after a change is sound in itself and still differs here.
/// </summary>
public static class CopyCheck
{
    /// <summary>Compares with a file; refused if it is neither an export nor a statement.</summary>
    /// <param name="store">Where the Book is.</param>
    /// <param name="code">Its code.</param>
    /// <param name="path">The file.</param>
    public static Outcome<CopyReport> Against(IStore store, string code, string path)
    {
        ArgumentNullException.ThrowIfNull(store);
        var book = BookLoader.Load(store, code);
        LoadedBook asAt(AsAt moment) => BookLoader.Load(store, code, moment);
        var name = Path.GetFileName(path);
        try
        {
            using var file = File.OpenRead(path);
            return IsZip(file) ? AgainstExport(book, file) : AgainstStatement(book, asAt, file);
        }
        catch (Exception fault)
            when (fault is FormatException or JsonException or InvalidDataException or EndOfStreamException)
        {
            return Refuse.CopyUnreadable.Because($"It cannot be read: {fault.Message}", new Place(name));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refuse.FileUnreadable.Because($"The file {path} cannot be opened.", new Place(name));
        }
    }

    private const int MostStatementBytes = 8 << 20;
    private static readonly JsonDocumentOptions strict = new() { AllowDuplicateProperties = false };

    private static bool IsZip(FileStream file)
    {
        Span<byte> start = stackalloc byte[2];
        var zip = file.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start.SequenceEqual("PK"u8);
        file.Position = 0;
        return zip;
    }

    private static CopyReport AgainstExport(LoadedBook book, FileStream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        var copy = EntriesCopy.ReadEntries(zip);
        var both = Math.Min(copy.Count, book.Entries.Count);
        for (var i = 0; i < both; i++)
        {
            if (!copy[i].AsSpan().SequenceEqual(book.Entries[i].Bytes))
            {
                return new CopyReport(false, i + 1, $"Entry {i + 1} is not the same in the copy.");
            }
        }
        var more =
            copy.Count > both ? $"; the copy has {Text.Count(copy.Count - both, "entry", "entries")} more"
            : book.Entries.Count > both
                ? $"; this Book has {Text.Count(book.Entries.Count - both, "entry", "entries")} more"
            : "";
        return new CopyReport(
            true,
            both,
            $"All {Text.Count(both, "entry", "entries")} that both have are the same{more}."
        );
    }

    private static CopyReport AgainstStatement(LoadedBook book, Func<AsAt, LoadedBook> asAt, FileStream file)
    {
        if (file.Length > MostStatementBytes)
        {
            throw new FormatException("It is too large for a statement.");
        }
        try
        {
            return JsonNode.Parse(file, documentOptions: strict) is JsonObject statement
                ? new StatementCheck(book, asAt).Against(statement)
                : throw new FormatException("It is not a statement.");
        }
        catch (InvalidOperationException fault)
        {
            // Bytes that are no text, or half a character, show only where the text is looked at.
            throw new FormatException("It holds text that cannot be read.", fault);
        }
    }
}
