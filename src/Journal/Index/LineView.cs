using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>The lines of a Book as far as they have been read into memory.</summary>
public sealed class LineView
{
    private readonly LineColumns columns;
    private readonly Lazy<int[]> supplierRanks;
    private readonly Lazy<int[]> serviceRanks;
    private readonly Lazy<int[]>[] orders;

    internal LineView(LineColumns columns)
    {
        this.columns = columns;
        supplierRanks = new(columns.Suppliers.Ranks);
        serviceRanks = new(() => RanksOf(columns.Codes));
        orders = [.. Enum.GetValues<LineOrder>().Select(order => new Lazy<int[]>(() => AllBy(order)))];
    }

    /// <summary>How many lines.</summary>
    public int Count => columns.Count;

    /// <summary>Bytes held for them.</summary>
    public long Bytes => columns.Bytes + orders.Sum(order => order.IsValueCreated ? 4L * columns.Count : 0);

    internal LineColumns Columns => columns;

    /// <summary>Puts all lines in every order now, so that nobody who asks for one waits.</summary>
    public void PutInOrder()
    {
        foreach (var order in Enum.GetValues<LineOrder>())
        {
            By(order);
        }
    }

    /// <summary>The lines of a moment that keep the conditions.</summary>
    /// <param name="batches">The recordings of costs up to that moment.</param>
    /// <param name="query">The conditions.</param>
    public LineSelection Select(IReadOnlyList<RecordedBatch> batches, LineQuery query)
    {
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentNullException.ThrowIfNull(query);
        return new LineSelection(this, batches, query);
    }

    /// <summary>The block of its entry in which a line is stored and its place there, or null if there is no such line.</summary>
    public (int Block, int Place)? PlaceOf(LineRef line)
    {
        var at = columns.Find(line);
        if (at < 0)
        {
            return null;
        }
        var first = columns.Runs.First(run => run.Entry == line.Entry).First;
        var (block, place) = Math.DivRem(at - first, StoredBlock.Full);
        return (block, place);
    }

    /// <summary>The lines that correct a line.</summary>
    public IReadOnlyList<LineRef> CorrectedBy(LineRef line) => columns.CorrectedBy(line);

    /// <summary>The lines whose id has the same digest as this one: all that have it, and perhaps another.</summary>
    public IReadOnlyList<LineRef> MayHaveId(string id)
    {
        var key = IdKey.Of(id);
        var found = new List<LineRef>();
        var keys = columns.IdKeys;
        for (var at = 0; key != 0 && keys[at..].IndexOf(key) is var next and >= 0; )
        {
            at += next + 1;
            found.Add(columns.RefOf(at - 1));
        }
        return found;
    }

    /// <summary>Every line in an order; what is equal in the order of recording.</summary>
    internal int[] By(LineOrder order) => orders[(int)order].Value;

    /// <summary>Puts lines, which come in the order of recording, into an order.</summary>
    internal void Sort(int[] lines, LineOrder order)
    {
        var keys = Array.ConvertAll(lines, line => KeyOf(order, line));
        Array.Sort(keys, lines);
        for (int start = 0, end; start < lines.Length; start = end)
        {
            end = start + 1;
            while (end < lines.Length && keys[end] == keys[start])
            {
                end++;
            }
            Array.Sort(lines, start, end - start);
        }
    }

    private static int[] RanksOf(IReadOnlyList<string> codes)
    {
        var sorted = codes.Order(StringComparer.Ordinal).ToList();
        return [.. codes.Select(code => sorted.IndexOf(code))];
    }

    private int[] AllBy(LineOrder order)
    {
        var lines = new int[columns.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = i;
        }
        Sort(lines, order);
        return lines;
    }

    private long KeyOf(LineOrder order, int line) =>
        order switch
        {
            LineOrder.Date => columns.Days[line],
            LineOrder.Amount => columns.Pence[line],
            LineOrder.Supplier => supplierRanks.Value[columns.SupplierNumbers[line]],
            LineOrder.Service => serviceRanks.Value[columns.Services[line]],
        };
}
