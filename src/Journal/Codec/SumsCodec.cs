using System.Text;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>
/// The sums of a batch as the derived table keeps them: lines of text. The first has the sizes of all amounts and how many lines
/// are reversed; then come the names of those; then month, service, kind, payer, customer and pence of each sum.
/// </summary>
internal static class SumsCodec
{
    public static byte[] Write(BatchSums sums)
    {
        var to = new StringBuilder();
        to.Append(Domain.Text.Of(sums.AbsolutePence))
            .Append(',')
            .Append(Domain.Text.Of(sums.Reversed.Count))
            .Append('\n');
        for (var i = 0; i < sums.Reversed.Count; i++)
        {
            to.Append(sums.Reversed[i].ToString()).Append('\n');
        }
        foreach (var sum in sums.Sums)
        {
            to.Append(sum.Month.ToString()).Append(',').Append(sum.Service).Append(',').Append(CostWords.Of(sum.Kind));
            to.Append(',').Append(sum.PaidBy).Append(',').Append(sum.Customer).Append(',');
            to.Append(Domain.Text.Of(sum.Pence)).Append('\n');
        }
        return Encoding.UTF8.GetBytes(to.ToString());
    }

    /// <exception cref="FormatException">The bytes are not sums.</exception>
    public static BatchSums Read(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var rest = text.AsSpan();
        var head = LineOf(ref rest);
        var comma = head.IndexOf(',');
        if (comma < 0)
        {
            throw new FormatException("The sums cannot be read.");
        }
        var left = (int)Whole(head[(comma + 1)..]);
        if (left < 0)
        {
            throw new FormatException("The sums are not whole.");
        }
        var reversed = left == 0 ? null : new List<LineRef>();
        for (; left > 0; left--)
        {
            reversed!.Add(ReadLine(LineOf(ref rest)));
        }
        var names = new SharedTexts();
        var sums = new List<BatchSum>();
        while (rest.Length > 0)
        {
            sums.Add(ReadSum(LineOf(ref rest), names));
        }
        return new BatchSums(
            sums.ToEquatableList(),
            reversed is null ? EquatableList<LineRef>.Empty : reversed.ToEquatableList(),
            Whole(head[..comma])
        );
    }

    private static BatchSum ReadSum(ReadOnlySpan<char> line, SharedTexts names)
    {
        return new BatchSum(
            Month.TryParse(CellOf(ref line), out var month)
                ? month
                : throw new FormatException("A month cannot be read."),
            names.Of(0, CellOf(ref line)),
            CostWords.TryKind(names.Of(1, CellOf(ref line)), out var kind)
                ? kind
                : throw new FormatException("A kind cannot be read."),
            names.Of(2, CellOf(ref line)),
            CellOf(ref line) is { Length: > 0 } customer ? names.Of(3, customer) : null,
            Whole(line)
        );
    }

    private static ReadOnlySpan<char> LineOf(ref ReadOnlySpan<char> rest) => PartOf(ref rest, '\n');

    private static ReadOnlySpan<char> CellOf(ref ReadOnlySpan<char> rest) => PartOf(ref rest, ',');

    private static ReadOnlySpan<char> PartOf(ref ReadOnlySpan<char> rest, char end)
    {
        var at = rest.IndexOf(end);
        if (at < 0)
        {
            throw new FormatException("The sums end too early.");
        }
        var part = rest[..at];
        rest = rest[(at + 1)..];
        return part;
    }

    private static LineRef ReadLine(ReadOnlySpan<char> text) =>
        LineRef.TryParse(text, out var line) ? line : throw new FormatException("The name of a line cannot be read.");

    private static long Whole(ReadOnlySpan<char> text) =>
        long.TryParse(
            text,
            System.Globalization.NumberStyles.AllowLeadingSign,
            System.Globalization.NumberFormatInfo.InvariantInfo,
            out var number
        )
            ? number
            : throw new FormatException("A number cannot be read.");

    // One text for each code, however often it stands there. Sums are in order: most cells are as in the line before.
    private sealed class SharedTexts
    {
        private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
        private readonly string[] before = ["", "", "", ""];

        public string Of(int column, ReadOnlySpan<char> text)
        {
            if (!text.SequenceEqual(before[column]))
            {
                var found = text.ToString();
                before[column] = known.TryAdd(found, found) ? found : known[found];
            }
            return before[column];
        }
    }
}
