using System.Security.Cryptography;
using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>A file that holds one table, or a workbook with a table on each sheet.</summary>
internal sealed class TableFile
{
    private const int LargestText = 256 << 20;
    private const int LargestWorkbook = 64 << 20;

    private static readonly (byte[] Start, string What)[] others =
    [
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook (.xls), or one with a password"),
        ("%PDF"u8.ToArray(), "a PDF"),
        ([0x1F, 0x8B], "packed with gzip"),
        ("{\""u8.ToArray(), "JSON"),
    ];

    private TableFile(string name, byte[] bytes)
    {
        Name = name;
        Bytes = bytes;
    }

    private (TextCoding? Coding, Outcome<string> Text)? decoded;
    private (TextCoding? Coding, char Delimiter, Outcome<IReadOnlyList<SourceTable>> Tables)? opened;

    public string Name { get; }

    public byte[] Bytes { get; }

    public bool IsWorkbook => StartsAsZip(Bytes);

    /// <summary>Whether the bytes are only the beginning of a text.</summary>
    public bool IsBeginning { private get; init; }

    /// <summary>How many rows of a workbook's sheet are read at most.</summary>
    public int MostRows { get; init; } = int.MaxValue;

    /// <summary>Whether something was left unread, as far as it was found by reading.</summary>
    public bool IsCut =>
        IsBeginning || opened is { Tables: { IsDone: true, Value: var tables } } && tables.Any(table => table.IsCut);

    /// <summary>The lower-case hex SHA-256 of the file's bytes.</summary>
    public string Sha256() => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>Takes a file from disk, unless it is too large or clearly no table.</summary>
    public static Outcome<TableFile> Read(string path)
    {
        try
        {
            var length = new FileInfo(path) is { Exists: true } file ? file.Length : 0;
            if (length > LargestText)
            {
                return Refuse.FileTooLarge.Because(
                    "The file is larger than 256 MB.",
                    new Place(Path.GetFileName(path))
                );
            }
            return Of(Path.GetFileName(path), File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return SourceFile.Unreadable(path);
        }
    }

    /// <summary>Takes bytes that are at hand.</summary>
    public static Outcome<TableFile> Of(string name, byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return Refuse.FileEmpty.Because("The file is empty.", new Place(name));
        }
        if (Other(bytes) is { } what)
        {
            return Refuse.NotATable.Because($"The file is {what}.", new Place(name));
        }
        return StartsAsZip(bytes) && bytes.Length > LargestWorkbook
            ? Refuse.FileTooLarge.Because("The workbook is larger than 64 MB.", new Place(name))
            : new TableFile(name, bytes);
    }

    /// <summary>The same, of which only the beginning is wanted.</summary>
    /// <param name="mostRows">How many rows of a workbook's sheet are read at most.</param>
    /// <param name="isBeginning">Whether the bytes are only the beginning of a text.</param>
    public TableFile First(int mostRows, bool isBeginning) =>
        new(Name, Bytes) { MostRows = mostRows, IsBeginning = isBeginning };

    /// <summary>The tables in it; opened once, for a workbook is measured before anything of it is read.</summary>
    public Outcome<IReadOnlyList<SourceTable>> Tables(TextCoding? coding, char delimiter)
    {
        if (opened is not { } known || !(IsWorkbook || (known.Coding == coding && known.Delimiter == delimiter)))
        {
            opened = known = (coding, delimiter, Opened(coding, delimiter));
        }
        return known.Tables;
    }

    private Outcome<IReadOnlyList<SourceTable>> Opened(TextCoding? coding, char delimiter)
    {
        if (IsWorkbook)
        {
            return Workbook.Tables(Name, Bytes, MostRows);
        }
        var text = Text(coding);
        return text.IsDone
            ? Outcome.Of<IReadOnlyList<SourceTable>>([new DelimitedText(Name, text.Value, delimiter)])
            : Outcome<IReadOnlyList<SourceTable>>.Refused(text.Refusals);
    }

    /// <summary>The text of it; made once, for a large file is read through several maps when one is drafted.</summary>
    public Outcome<string> Text(TextCoding? coding)
    {
        if (decoded is not { } known || known.Coding != coding)
        {
            decoded = known = (coding, Decoding.Text(Name, Bytes, coding));
        }
        return known.Text;
    }

    /// <summary>Whether bytes begin as a zip does, which a workbook is.</summary>
    public static bool StartsAsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    /// <summary>What bytes are that are no table, or null.</summary>
    public static string? Other(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, what) in others)
        {
            if (bytes.StartsWith(start))
            {
                return what;
            }
        }
        var letters = Encoding
            .ASCII.GetString(bytes[..Math.Min(bytes.Length, 1024)])
            .Replace("\0", "", StringComparison.Ordinal);
        var text = letters.TrimStart('?', ' ', '\t', '\r', '\n');
        return text.StartsWith('<') && !text.StartsWith("<,", StringComparison.Ordinal) ? "a web page or XML" : null;
    }
}
