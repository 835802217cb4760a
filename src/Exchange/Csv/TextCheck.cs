using System.Buffers;
using System.Text.Unicode;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>What any file of text must be: UTF-8, without control characters but tabs and line ends.</summary>
internal static class TextCheck
{
    private static readonly SearchValues<byte> Forbidden = SearchValues.Create([
        .. "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e\u000f"u8,
        .. "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f"u8,
        0x7F,
    ]);

    /// <summary>What is wrong with bytes that begin on a line of their own, or null.</summary>
    public static Refusal? Fault(string name, ReadOnlySpan<byte> bytes, int linesBefore)
    {
        if (!Utf8.IsValid(bytes))
        {
            return Refuse.FileNotText.Because(
                "The file holds bytes that are not UTF-8.",
                new Place(name, linesBefore + LineOfFault(bytes))
            );
        }
        var control = bytes.IndexOfAny(Forbidden);
        return control < 0
            ? null
            : Refuse.BadText.Because(
                $"The file holds the control character {bytes[control]:X2}.",
                new Place(name, linesBefore + bytes[..control].Count((byte)'\n') + 1)
            );
    }

    private static int LineOfFault(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        for (var at = 0; at < bytes.Length; line++)
        {
            var end = bytes[at..].IndexOf((byte)'\n');
            var length = end < 0 ? bytes.Length - at : end + 1;
            if (!Utf8.IsValid(bytes.Slice(at, length)))
            {
                return line;
            }
            at += length;
        }
        return line;
    }
}
