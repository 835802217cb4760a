using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>The texts of lines that were read through a map, one after another in memory.</summary>
internal sealed class KeptTexts : ILineTexts, ILineTextRange
{
    private const int TextsOfLine = 7;
    private readonly List<int> ends = [0];
    private byte[] bytes = new byte[1 << 12];

    /// <summary>Adds a line's texts, in the order of <see cref="LineTexts"/>.</summary>
    public void Add(ReadOnlySpan<string> texts)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(texts.Length, TextsOfLine);
        foreach (var text in texts)
        {
            var from = ends[^1];
            var room = Encoding.UTF8.GetMaxByteCount(text.Length);
            if (bytes.Length - from < room)
            {
                Array.Resize(ref bytes, (int)Math.Min(Math.Max(bytes.Length * 2L, from + (long)room), Array.MaxLength));
            }
            ends.Add(from + Encoding.UTF8.GetBytes(text, bytes.AsSpan(from)));
        }
    }

    /// <inheritdoc/>
    public ILineTextRange Range(int first, int count, ref byte[] buffer) => this;

    /// <inheritdoc/>
    public LineTexts Read(int index, ref byte[] scratch) =>
        new()
        {
            LineId = Text(index, 0),
            CostCentre = Text(index, 1),
            Account = Text(index, 2),
            Supplier = Text(index, 3),
            Description = Text(index, 4),
            Reference = Text(index, 5),
            Corrects = Text(index, 6),
        };

    private ReadOnlySpan<byte> Text(int index, int text)
    {
        var at = index * TextsOfLine + text;
        return bytes.AsSpan(ends[at]..ends[at + 1]);
    }
}
