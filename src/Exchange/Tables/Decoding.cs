using System.Text;
using System.Text.Unicode;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Makes text of a file's bytes, by the mark at their start or the coding that a map names.</summary>
internal static class Decoding
{
    // What Windows-1252 has in place of the control characters 80 to 9F; five stay what they are.
    private const string Windows =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>The text without its mark, or why the bytes are none.</summary>
    public static Outcome<string> Text(string name, ReadOnlySpan<byte> bytes, TextCoding? coding)
    {
        if (bytes.StartsWith("\uFEFF"u8))
        {
            return Utf8Text(name, bytes[3..]);
        }
        if (bytes is [0xFF, 0xFE, ..])
        {
            return Utf16Text(name, bytes[2..], bigEnd: false);
        }
        if (bytes is [0xFE, 0xFF, ..])
        {
            return Utf16Text(name, bytes[2..], bigEnd: true);
        }
        return coding switch
        {
            TextCoding.Windows1252 => WindowsText(name, bytes),
            TextCoding.Utf16 => Utf16Text(name, bytes, bigEnd: bytes[0] == 0),
            _ => Utf8Text(name, bytes),
        };
    }

    /// <summary>The coding that bytes seem to have.</summary>
    public static TextCoding Guess(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("\uFEFF"u8) ? TextCoding.Utf8
        : bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || bytes[..Math.Min(bytes.Length, 4096)].Contains((byte)0)
            ? TextCoding.Utf16
        : Utf8.IsValid(bytes) ? TextCoding.Utf8
        : TextCoding.Windows1252;

    private static Outcome<string> Utf8Text(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
        {
            return Refuse.FileNotText.Because("The file holds NUL bytes; it may be UTF-16.", new Place(name));
        }
        return Utf8.IsValid(bytes)
            ? Encoding.UTF8.GetString(bytes)
            : Refuse.FileNotText.Because(
                "The file holds bytes that are not UTF-8.",
                new Place(name, LineOfFault(bytes))
            );
    }

    private static Outcome<string> WindowsText(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.ContainsAnyExceptInRange((byte)0, (byte)0x7F) && Utf8.IsValid(bytes))
        {
            return Refuse.FileNotText.Because("The map says windows-1252, and the file is UTF-8.", new Place(name));
        }
        return string.Create(
            bytes.Length,
            bytes,
            (text, from) =>
            {
                for (var i = 0; i < text.Length; i++)
                {
                    text[i] = from[i] is >= 0x80 and < 0xA0 ? Windows[from[i] - 0x80] : (char)from[i];
                }
            }
        );
    }

    private static Outcome<string> Utf16Text(string name, ReadOnlySpan<byte> bytes, bool bigEnd)
    {
        try
        {
            return new UnicodeEncoding(bigEnd, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (ArgumentException)
        {
            return Refuse.FileNotText.Because("The file holds bytes that are not UTF-16.", new Place(name));
        }
    }

    private static int LineOfFault(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        while (true)
        {
            var end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
            if (end < 0 || !Utf8.IsValid(bytes[..end]))
            {
                return line;
            }
            end += bytes[end] == (byte)'\r' && end + 1 < bytes.Length && bytes[end + 1] == (byte)'\n' ? 2 : 1;
            bytes = bytes[end..];
            line++;
        }
    }
}
