using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Cost lines read from a file, or why there are none, and what a person should know of how they were read.</summary>
/// <param name="Lines">The lines, or every fault.</param>
/// <param name="Notes">What was left out and why, in sentences.</param>
public sealed record CostSource(Outcome<CostBatch> Lines, IReadOnlyList<string> Notes);

/// <summary>Reads cost lines from a file of any layout through a map.</summary>
public static class MappedCosts
{
    private const int MostLines = 2_000_000;
    private const int RowsBetweenTellings = 1 << 14;

    /// <summary>The lines of a file on disk, or every fault.</summary>
    public static CostSource Read(string path, CostMap map, RowsRead? watch = null)
    {
        var file = TableFile.Read(path);
        return file.IsDone ? Read(file.Value, map, watch) : Refused(file.Refusals);
    }

    /// <summary>The lines of a file that is in memory, or every fault.</summary>
    public static CostSource Read(string name, byte[] bytes, CostMap map)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var file = TableFile.Of(name, bytes);
        return file.IsDone ? Read(file.Value, map, null) : Refused(file.Refusals);
    }

    internal static CostSource Read(TableFile file, CostMap map, RowsRead? watch)
    {
        var tables = file.Tables(map.Encoding, map.Delimiter);
        if (!tables.IsDone)
        {
            return Refused(tables.Refusals);
        }
        var sheet = SheetChoice.Of(file.Name, tables.Value, map);
        if (!sheet.IsDone)
        {
            return Refused(sheet.Refusals);
        }
        var (table, header) = sheet.Value;
        var skipping = header.Skipping(table, map);
        return skipping.IsDone
            ? Lines(file, table, map, header, new LeftOut(map, header, skipping.Value), watch)
            : Refused(skipping.Refusals);
    }

    private static CostSource Refused(IReadOnlyList<Refusal> refusals) => new(Outcome<CostBatch>.Refused(refusals), []);

    private static CostSource Lines(
        TableFile file,
        SourceTable table,
        CostMap map,
        MapHeader header,
        LeftOut leftOut,
        RowsRead? watch
    )
    {
        var faults = new MapFaults(table, header);
        var names = new NameTable();
        var reader = new MappedLine(map, header, faults, names);
        var lines = new List<LineFigures>();
        var corrects = new Dictionary<int, string>();
        var texts = new KeptTexts();
        foreach (var row in LineRows(table, leftOut, new RowWidths(table, map, header), faults, watch))
        {
            if (lines.Count == MostLines)
            {
                faults.Add(
                    Refuse.FileTooLarge.Because("The file has more than 2,000,000 lines.", new Place(table.Name))
                );
                break;
            }
            var line = reader.Read(row);
            if (reader.Texts[6].Length > 0)
            {
                corrects[lines.Count] = reader.Texts[6];
            }
            texts.Add(reader.Texts);
            lines.Add(line);
        }
        var notes = leftOut.Notes().ToList();
        var all = faults.InOrder();
        if (lines.Count == 0 && all.Count == 0)
        {
            var nothing = Refuse.FileEmpty.Because("No row of the file is a line.", new Place(table.Name));
            return new CostSource(nothing, notes);
        }
        if (names.Names.Count == 0 || lines.Count == 0)
        {
            return new CostSource(Outcome<CostBatch>.Refused(all), notes);
        }
        var batch = new CostBatch
        {
            Source = file.Name,
            Sha256 = file.Sha256(),
            Names = names.Names,
            Lines = new BatchLines([.. lines]),
            Corrects = corrects,
            Texts = texts,
        };
        return new CostSource(all.Count > 0 ? Outcome<CostBatch>.Partly(batch, all) : batch, notes);
    }

    // The rows that are lines; of those that cannot be read it is noted why.
    private static IEnumerable<TableRow> LineRows(
        SourceTable table,
        LeftOut leftOut,
        RowWidths widths,
        MapFaults faults,
        RowsRead? watch
    )
    {
        foreach (var row in table.Rows())
        {
            if (row.Number % RowsBetweenTellings == 0)
            {
                watch?.Invoke(row.Number);
            }
            if (leftOut.Why(row) != WhyLeftOut.No)
            {
                continue;
            }
            if ((row.Fault ?? widths.Fault(row)) is { } fault)
            {
                faults.Add(fault);
                continue;
            }
            yield return row;
        }
    }
}
