using System.Text;

namespace Openbook.Domain;

/// <summary>
/// Lines of a file that may be in the Book already. Without ids nobody can tell a line that was handed in twice from a genuine
/// second one, so that these are told to a person and never refused.
/// </summary>
public sealed class Overlap
{
    private const int Together = 4096;
    private readonly Dictionary<(int Day, long Pence, string Service, string Supplier), int> lines = [];

    /// <summary>Takes the lines of a batch that have no id.</summary>
    public Overlap(CostBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        byte[] buffer = [];
        byte[] scratch = [];
        for (var first = 0; first < batch.Lines.Length; first += Together)
        {
            var count = Math.Min(Together, batch.Lines.Length - first);
            var texts = batch.Texts.Range(first, count, ref buffer);
            for (var i = first; i < first + count; i++)
            {
                Add(batch, batch.Lines[i], texts.Read(i, ref scratch));
            }
        }
    }

    private void Add(CostBatch batch, in LineFigures line, LineTexts texts)
    {
        if (line.IdKey == 0 && line.Nature != CostNature.Reversal)
        {
            var key = (line.Day, line.Pence, batch.Names[line.Service], Encoding.UTF8.GetString(texts.Supplier));
            lines[key] = lines.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>Whether there is nothing to look for.</summary>
    public bool IsEmpty => lines.Count == 0;

    /// <summary>How many lines of the batch are like lines recorded before: the same date, supplier, amount and service.</summary>
    /// <param name="known">The lines recorded before.</param>
    /// <param name="first">One of those that are like a line of the batch, to name it.</param>
    public int Count(IEnumerable<CostLine> known, out LineRef? first)
    {
        ArgumentNullException.ThrowIfNull(known);
        first = null;
        var left = new Dictionary<(int, long, string, string), int>(lines);
        var count = 0;
        foreach (var line in known)
        {
            var key = (line.Date.DayNumber, line.Amount.Pence, line.Service, line.Words?.Supplier ?? "");
            if (line.Nature != CostNature.Reversal && left.GetValueOrDefault(key) is > 0 and var more)
            {
                left[key] = more - 1;
                count++;
                first ??= line.Ref;
            }
        }
        return count;
    }
}
