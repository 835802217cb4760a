using System.Runtime.InteropServices;

namespace Openbook.Domain;

/// <summary>What lines have in common that are checked and added up together.</summary>
internal readonly record struct LineGroup(
    Month Month,
    Month ToMonth,
    short Service,
    short PaidBy,
    short Customer,
    CostKind Kind,
    Unreadable Unreadable
)
{
    public static LineGroup Of(in LineFigures line) =>
        new(
            line.Month,
            line.ToMonth,
            line.Service,
            line.PaidBy,
            line.Kind == CostKind.Income ? line.Customer : (short)-1,
            line.Kind,
            line.Unreadable
        );
}

/// <summary>What the lines of a group come to.</summary>
/// <param name="Group">What they have in common.</param>
/// <param name="Pence">Their sum, income below zero.</param>
internal sealed record GroupSum(LineGroup Group, long Pence);

/// <summary>
/// Adds lines up by group in one pass. Plain costs of a span of years go into an array; what is spread, is income or lies
/// outside that span goes into a table.
/// </summary>
internal sealed class GroupSums(CostBatch batch)
{
    private const int MostCells = 1 << 22;
    private Dictionary<LineGroup, long>? table;
    private readonly List<int> spread = [];
    private long[] cells = [];
    private bool[] seen = [];
    private int firstMonth;
    private int months;

    /// <summary>The sizes of all amounts added up.</summary>
    public long Sizes { get; private set; }

    /// <summary>The places of spread lines.</summary>
    public IReadOnlyList<int> Spread => spread;

    private int Names => batch.Names.Count;

    public void AddAll(IReadOnlyList<int>? kept)
    {
        var lines = batch.Lines;
        Prepare(lines);
        var names = Names;
        var sizes = 0L;
        for (var i = 0; i < (kept is null ? lines.Length : kept.Count); i++)
        {
            var place = kept is null ? i : kept[i];
            ref readonly var line = ref lines[place];
            sizes = Money.AddSize(sizes, line.Pence);
            var month = line.Month.Index - firstMonth;
            if (
                line.ToMonth.Index != 0
                || line.Kind == CostKind.Income
                || month >= months
                || line.Unreadable != Unreadable.None
            )
            {
                AddToTable(line, place);
                continue;
            }
            var cell = ((month * names + line.Service) * names + line.PaidBy) * 2 + (int)line.Kind;
            cells[cell] = unchecked(cells[cell] + line.Pence);
            seen[cell] = true;
        }
        Sizes = sizes;
    }

    /// <summary>Every group with its sum in pence, income below zero.</summary>
    public List<GroupSum> ToGroups()
    {
        var groups = new List<GroupSum>();
        for (var cell = 0; cell < cells.Length; cell++)
        {
            if (seen[cell])
            {
                groups.Add(new GroupSum(GroupOf(cell), cells[cell]));
            }
        }
        if (table is not null)
        {
            foreach (var (group, pence) in table)
            {
                groups.Add(new GroupSum(group, pence));
            }
        }
        return groups;
    }

    private LineGroup GroupOf(int cell)
    {
        var pair = cell / 2 / Names;
        return new LineGroup(
            new Month(firstMonth + pair / Names),
            default,
            (short)(pair % Names),
            (short)(cell / 2 % Names),
            -1,
            (CostKind)(cell % 2),
            Unreadable.None
        );
    }

    private void Prepare(BatchLines lines)
    {
        if (lines.Length == 0)
        {
            return;
        }
        var last = firstMonth = lines[0].Month.Index;
        for (var place = 0; place < lines.Length; place++)
        {
            var month = lines[place].Month.Index;
            firstMonth = Math.Min(firstMonth, month);
            last = Math.Max(last, month);
        }
        var size = (last - firstMonth + 1L) * Names * Names * 2;
        if (size <= MostCells)
        {
            months = last - firstMonth + 1;
            cells = new long[size];
            seen = new bool[size];
        }
    }

    private void AddToTable(in LineFigures line, int place)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(table ??= [], LineGroup.Of(line), out _);
        sum = unchecked(sum + line.EffectPence);
        if (line.ToMonth != default && line.Unreadable == Unreadable.None)
        {
            spread.Add(place);
        }
    }
}
