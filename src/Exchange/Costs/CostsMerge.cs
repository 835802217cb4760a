using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Puts the parts of a file together in order: lines follow each other, rows count on, names are shared.</summary>
internal sealed class CostsMerge(string file, long bytes)
{
    private readonly List<string> names = [];
    private readonly Dictionary<string, int> known = [];
    private LineFigures[] lines = LineRoom.None.Lines;
    private int[] places = [];
    private int rows;

    public int Count { get; private set; }

    public IReadOnlyList<string> Names => names;

    public Dictionary<int, string> Corrects { get; } = [];

    public List<Refusal> Faults { get; } = [];

    public bool BadQuotes { get; private set; }

    public bool TooManyNames { get; private set; }

    /// <summary>Whether there are more faults than are listed: then nothing more is read.</summary>
    public bool TooManyFaults { get; private set; }

    public BatchLines Lines => new(lines, Count);

    /// <summary>Where each line begins in the file, and after them the file's end.</summary>
    public int[] Places => places;

    public void Add(CostsPart part, int partBytes)
    {
        if (TooManyFaults)
        {
            part.Return();
            return;
        }
        Grow(part.Count, partBytes);
        var map = new short[part.Names.Count];
        for (var i = 0; i < map.Length; i++)
        {
            map[i] = PlaceOf(part.Names[i]);
        }
        for (var i = 0; i < part.Count; i++)
        {
            ref var line = ref lines[Count + i];
            line = part.Lines[i];
            line.Row += rows;
            line.Service = map.Length == 0 ? line.Service : map[line.Service];
            line.PaidBy = map.Length == 0 ? line.PaidBy : map[line.PaidBy];
            line.Customer = line.Customer < 0 ? line.Customer : map[line.Customer];
        }
        part.Places.AsSpan(0, part.Count).CopyTo(places.AsSpan(Count));
        foreach (var (place, name) in part.Corrects)
        {
            Corrects[Count + place] = name;
        }
        AddFaults(part);
        BadQuotes |= part.BadQuotes;
        Count += part.Count;
        rows += part.Rows;
        part.Return();
        places[Count] = (int)bytes;
    }

    private void AddFaults(CostsPart part)
    {
        foreach (var fault in part.Faults.Take(RecordCosts.MostFaults - Faults.Count))
        {
            Faults.Add(fault with { Place = fault.Place! with { Row = fault.Place.Row + rows } });
        }
        if (Faults.Count >= RecordCosts.MostFaults)
        {
            TooManyFaults = true;
            Faults.Add(Refuse.TooManyFaults.Because("More was not looked at.", new Place(file)));
        }
    }

    // The first part tells about how many lines there will be.
    private void Grow(int more, int partBytes)
    {
        if (Count + more + 1 <= places.Length)
        {
            return;
        }
        var guess = partBytes > 0 && Count == 0 ? more * bytes / partBytes * 51 / 50 + 64 : places.Length * 3L / 2;
        var size = (int)Math.Max(Count + more + 1, Math.Min(guess, int.MaxValue / 64));
        var before = lines;
        lines = new LineFigures[size];
        Array.Copy(before, lines, Count);
        Array.Resize(ref places, size);
    }

    private short PlaceOf(string name)
    {
        if (known.TryGetValue(name, out var place))
        {
            return (short)place;
        }
        if (names.Count >= NameTable.Most)
        {
            if (!TooManyNames)
            {
                Faults.Add(Refuse.WordUnknown.Because("There are more than 30,000 different codes.", new Place(file)));
            }
            TooManyNames = true;
            return 0;
        }
        known[name] = names.Count;
        names.Add(name);
        return (short)(names.Count - 1);
    }
}
