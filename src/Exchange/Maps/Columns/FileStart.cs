using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>The beginning of a file: enough to tell what its columns are, little enough to look at again and again.</summary>
internal static class FileStart
{
    /// <summary>How much of a text is looked at.</summary>
    public const int MostBytes = 4 << 20;

    /// <summary>How many rows of a workbook's sheet are read. Its bytes are taken whole: its parts stand in any order.</summary>
    public const int MostRows = 40_000;

    private const int Looked = 1 << 12;

    /// <summary>The first rows of a file on disk, or why there are none.</summary>
    public static Outcome<TableFile> Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[(int)Math.Min(file.Length, MostBytes)];
            file.ReadExactly(bytes);
            var isCut = file.Length > MostBytes;
            if (isCut && TableFile.StartsAsZip(bytes))
            {
                var whole = TableFile.Read(path);
                return whole.IsDone ? whole.Value.First(MostRows, isBeginning: false) : whole;
            }
            var found = TableFile.Of(Path.GetFileName(path), isCut ? WholeLines(bytes) : bytes);
            return found.IsDone ? found.Value.First(MostRows, isBeginning: isCut) : found;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return SourceFile.Unreadable(path);
        }
    }

    // Up to the last line end, so that no character and no row is cut in two.
    private static byte[] WholeLines(byte[] bytes)
    {
        var isWide = bytes.AsSpan(0, Looked).Contains((byte)0);
        if (!isWide)
        {
            var end = bytes.AsSpan().LastIndexOfAny((byte)'\n', (byte)'\r');
            return end < 0 ? bytes : bytes[..(end + 1)];
        }
        for (var at = (bytes.Length & ~1) - 2; at > 0; at -= 2)
        {
            if ((bytes[at] | bytes[at + 1]) is '\n' or '\r' && (bytes[at] & bytes[at + 1]) == 0)
            {
                return bytes[..(at + 2)];
            }
        }
        return bytes[..(bytes.Length & ~1)];
    }
}
