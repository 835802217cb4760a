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
        foreach (var line in sums.Reversed)
        {
            to.Append(line.ToString()).Append('\n');
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
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        var head = lines[0].Split(',');
        if (head.Length != 2 || lines[^1].Length > 0)
        {
            throw new FormatException("The sums cannot be read.");
        }
        var reversed = (int)Whole(head[1]);
        if (reversed < 0 || reversed > lines.Length - 2)
        {
            throw new FormatException("The sums are not whole.");
        }
        var names = new Dictionary<string, string>();
        return new BatchSums(
            lines[(1 + reversed)..^1].Select(line => ReadSum(line, names)).ToEquatableList(),
            lines[1..(1 + reversed)].Select(ReadLine).ToEquatableList(),
            Whole(head[0])
        );
    }

    private static BatchSum ReadSum(string line, Dictionary<string, string> names)
    {
        var cells = line.Split(',');
        return cells.Length == 6
            ? new BatchSum(
                JsonReading.ToMonth(cells[0], "month"),
                Shared(cells[1], names),
                CostWords.TryKind(cells[2], out var kind) ? kind : throw new FormatException("A kind cannot be read."),
                Shared(cells[3], names),
                cells[4].Length == 0 ? null : Shared(cells[4], names),
                Whole(cells[5])
            )
            : throw new FormatException("A sum cannot be read.");
    }

    // One text for each code, however often it stands there.
    private static string Shared(string name, Dictionary<string, string> names) =>
        names.TryGetValue(name, out var known) ? known : names[name] = name;

    private static LineRef ReadLine(string text) =>
        LineRef.TryParse(text, out var line) ? line : throw new FormatException("The name of a line cannot be read.");

    private static long Whole(string text) =>
        long.TryParse(
            text,
            System.Globalization.NumberStyles.AllowLeadingSign,
            System.Globalization.NumberFormatInfo.InvariantInfo,
            out var number
        )
            ? number
            : throw new FormatException("A number cannot be read.");
}
