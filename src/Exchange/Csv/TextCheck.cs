using System.Buffers;
using System.Text.Unicode;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>What any file of text must be: UTF-8, without control characters but tabs and line ends.</summary>
internal static class TextCheck
{
    private static readonly SearchValues<byte> Forbidden = SearchValues.Create([
        .. Enumerable.Range(0, 32).Where(c => c is not (9 or 10 or 13)).Select(c => (byte)c),
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
