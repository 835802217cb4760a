using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>A code that a line has: of its service or of who paid.</summary>
internal readonly struct HasCode(short[] codes, short code) : ILineTest
{
    public bool Keeps(int line) => codes[line] == code;
}

internal readonly struct HasKind(byte[] kinds, CostKind kind) : ILineTest
{
    public bool Keeps(int line) => LineColumns.KindIn(kinds[line]) == kind;
}

internal readonly struct IsBetween(long[] pence, long from, long to) : ILineTest
{
    public bool Keeps(int line) => pence[line] >= from && pence[line] <= to;
}

/// <summary>Texts of which one stands on the line.</summary>
internal readonly struct HasText(int[] numbers, ulong[] texts) : ILineTest
{
    public bool Keeps(int line) => Bits.Has(texts, numbers[line]);
}

/// <summary>A word that stands in one of a line's three texts.</summary>
internal readonly struct HasWord(LineColumns columns, ulong[]? suppliers, ulong[]? descriptions, ulong[]? references)
    : ILineTest
{
    private readonly int[] supplier = columns.SuppliersOfLines;
    private readonly int[] description = columns.DescriptionsOfLines;
    private readonly int[] reference = columns.ReferencesOfLines;

    public bool Keeps(int line) =>
        (suppliers is not null && Bits.Has(suppliers, supplier[line]))
        || (descriptions is not null && Bits.Has(descriptions, description[line]))
        || (references is not null && Bits.Has(references, reference[line]));
}

/// <summary>Lines of which a part is posted in a period.</summary>
internal struct IsPosted(LineColumns columns, PostingOfLine posting, Period period) : ILineTest
{
    private Posting? last;
    private int lastMonth;
    private bool lastKept;

    public bool Keeps(int line)
    {
        var (month, to, now) = (columns.MonthOf(line), columns.LastMonthOf(line), posting.Of(line));
        if (month != to)
        {
            return now.IsIn(period, month, to);
        }
        if (!ReferenceEquals(now, last) || month.Index != lastMonth)
        {
            (last, lastMonth, lastKept) = (now, month.Index, now.PeriodOf(month) == period);
        }
        return lastKept;
    }
}

/// <summary>Where the lines of a moment were posted; lines are asked for in ascending order, or it looks from the first again.</summary>
internal sealed class PostingOfLine(IReadOnlyList<LineRun> runs, IReadOnlyList<RecordedBatch> batches)
{
    private int run = -1;
    private int first;
    private int end;
    private Posting? posting;

    public Posting Of(int line)
    {
        if (line < first || line >= end)
        {
            Seek(line);
        }
        return posting!;
    }

    private void Seek(int line)
    {
        run = line < first ? 0 : Math.Max(run, 0);
        while (line >= runs[run].End)
        {
            run++;
        }
        (first, end, posting) = (runs[run].First, runs[run].End, batches[run].Posting);
    }
}

internal static class Bits
{
    public static bool Has(ulong[] bits, int at) => (bits[at >> 6] & (1UL << at)) != 0;
}
