using System.Collections.Immutable;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>The lines of one entry in the columns.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="First">The place of its first line.</param>
/// <param name="End">The place after its last line.</param>
/// <param name="CostsPence">The costs of these lines and of all before them, in pence.</param>
/// <param name="IncomePence">The income of these lines and of all before them, in pence.</param>
internal readonly record struct LineRun(int Entry, int First, int End, long CostsPence, long IncomePence);

/// <summary>
/// Lines in memory, column by column, in the order of entries and rows: the lines of an earlier moment are the first of them.
/// A line takes 45 bytes beside its distinct words.
/// </summary>
internal sealed class LineColumns
{
    private List<LineRun> runs = [];
    private List<string> codes = [];
    private Dictionary<string, short> codePlaces = [];
    private ImmutableDictionary<LineRef, ImmutableList<LineRef>> correctedBy = ImmutableDictionary<
        LineRef,
        ImmutableList<LineRef>
    >.Empty;

    // Each as long as the others; only the first Count places are lines.
    private int[] rows = new int[64];
    private int[] days = new int[64];
    private short[] months = new short[64];
    private short[] toMonths = new short[64];
    private short[] services = new short[64];
    private short[] payers = new short[64];
    private byte[] kinds = new byte[64];
    private long[] pence = new long[64];
    private ulong[] idKeys = new ulong[64];
    private int[] suppliers = new int[64];
    private int[] descriptions = new int[64];
    private int[] references = new int[64];

    private const int Withheld = 0x80;

    /// <summary>How many lines.</summary>
    public int Count { get; private set; }

    public TextColumn Suppliers { get; private set; } = new();

    public TextColumn Descriptions { get; private set; } = new();

    public TextColumn References { get; private set; } = new();

    public IReadOnlyList<LineRun> Runs => runs;

    /// <summary>The codes of services and partners.</summary>
    public IReadOnlyList<string> Codes => codes;

    public ReadOnlySpan<int> Days => days.AsSpan(0, Count);

    public ReadOnlySpan<short> Services => services.AsSpan(0, Count);

    public ReadOnlySpan<long> Pence => pence.AsSpan(0, Count);

    public ReadOnlySpan<ulong> IdKeys => idKeys.AsSpan(0, Count);

    public ReadOnlySpan<int> SupplierNumbers => suppliers.AsSpan(0, Count);

    public int[] SuppliersOfLines => suppliers;

    public int[] DescriptionsOfLines => descriptions;

    public int[] ReferencesOfLines => references;

    public short[] ServicesOfLines => services;

    public short[] PayersOfLines => payers;

    public long[] PenceOfLines => pence;

    /// <summary>Bytes held.</summary>
    public long Bytes => 45L * rows.Length + Suppliers.Bytes + Descriptions.Bytes + References.Bytes;

    public byte[] KindsOfLines => kinds;

    public CostKind KindOf(int line) => KindIn(kinds[line]);

    /// <summary>The kind in an item of <see cref="KindsOfLines"/>.</summary>
    public static CostKind KindIn(byte item) => (CostKind)(item & 0x0F);

    public CostNature NatureOf(int line) => (CostNature)((kinds[line] >> 4) & 0x07);

    public bool IsWithheld(int line) => (kinds[line] & Withheld) != 0;

    public Month MonthOf(int line) => new(months[line]);

    /// <summary>The last month of a line; of one that is not spread its month.</summary>
    public Month LastMonthOf(int line) => new(toMonths[line] == 0 ? months[line] : toMonths[line]);

    public int RowOf(int line) => rows[line];

    /// <summary>The lines that correct a line.</summary>
    public IReadOnlyList<LineRef> CorrectedBy(LineRef line) => correctedBy.GetValueOrDefault(line, []);

    /// <summary>The number of a code, or -1 if no line has it.</summary>
    public short PlaceOf(string code) => codePlaces.GetValueOrDefault(code, (short)-1);

    /// <summary>The same lines, to be read while more are added here.</summary>
    public LineColumns Frozen()
    {
        var same = (LineColumns)MemberwiseClone();
        same.runs = [.. runs];
        same.codes = [.. codes];
        same.codePlaces = new(codePlaces);
        same.Suppliers = Suppliers.Frozen();
        same.Descriptions = Descriptions.Frozen();
        same.References = References.Frozen();
        return same;
    }

    /// <summary>Begins the lines of an entry.</summary>
    public void Begin(int entry)
    {
        var before = runs.LastOrDefault();
        runs.Add(before with { Entry = entry, First = Count, End = Count });
    }

    /// <summary>Adds a line of the entry begun last.</summary>
    public void Add(CostLine line)
    {
        if (Count == rows.Length)
        {
            Grow();
        }
        var words = line.Words ?? LineWords.None;
        rows[Count] = line.Ref.Row;
        days[Count] = line.Date.DayNumber;
        months[Count] = (short)line.Month.Index;
        toMonths[Count] = (short)(line.ToMonth?.Index ?? 0);
        services[Count] = CodeOf(line.Service);
        payers[Count] = CodeOf(line.PaidBy);
        kinds[Count] = (byte)((int)line.Kind | ((int)line.Nature << 4) | (line.Words is null ? Withheld : 0));
        pence[Count] = line.Amount.Pence;
        idKeys[Count] = IdKey.Of(line.LineId);
        suppliers[Count] = Suppliers.Add(words.Supplier);
        descriptions[Count] = Descriptions.Add(words.Description);
        references[Count] = References.Add(words.Reference);
        if (line.Corrects is { } corrected)
        {
            correctedBy = correctedBy.SetItem(corrected, correctedBy.GetValueOrDefault(corrected, []).Add(line.Ref));
        }
        Count++;
        var isIncome = line.Kind == CostKind.Income;
        var run = runs[^1];
        runs[^1] = run with
        {
            End = Count,
            CostsPence = run.CostsPence + (isIncome ? 0 : line.Amount.Pence),
            IncomePence = run.IncomePence + (isIncome ? line.Amount.Pence : 0),
        };
    }

    /// <summary>The place of a line, or -1.</summary>
    public int Find(LineRef line)
    {
        var run = runs.FindIndex(run => run.Entry == line.Entry);
        var place = run < 0 ? -1 : Array.BinarySearch(rows, runs[run].First, runs[run].End - runs[run].First, line.Row);
        return Math.Max(place, -1);
    }

    /// <summary>The name of the line at a place.</summary>
    public LineRef RefOf(int line)
    {
        var (low, high) = (0, runs.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = runs[middle].End > line ? (low, middle) : (middle + 1, high);
        }
        return new LineRef(runs[low].Entry, rows[line]);
    }

    /// <summary>Takes the words of a line away, and out of memory if no other line has them.</summary>
    public void Withhold(LineRef name)
    {
        if (Find(name) is var line and >= 0)
        {
            kinds[line] |= Withheld;
            Erase(Suppliers, suppliers, line);
            Erase(Descriptions, descriptions, line);
            Erase(References, references, line);
        }
    }

    private void Erase(TextColumn texts, int[] numbers, int line)
    {
        var gone = numbers[line];
        numbers[line] = 0;
        if (!numbers.AsSpan(0, Count).Contains(gone))
        {
            texts.Erase(gone);
        }
    }

    private short CodeOf(string code)
    {
        if (!codePlaces.TryGetValue(code, out var place))
        {
            place = checked((short)codes.Count);
            codes.Add(code);
            codePlaces.Add(code, place);
        }
        return place;
    }

    private void Grow()
    {
        var length = rows.Length + rows.Length / 2;
        Array.Resize(ref rows, length);
        Array.Resize(ref days, length);
        Array.Resize(ref months, length);
        Array.Resize(ref toMonths, length);
        Array.Resize(ref services, length);
        Array.Resize(ref payers, length);
        Array.Resize(ref kinds, length);
        Array.Resize(ref pence, length);
        Array.Resize(ref idKeys, length);
        Array.Resize(ref suppliers, length);
        Array.Resize(ref descriptions, length);
        Array.Resize(ref references, length);
    }
}
