using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Which column of a file holds which field.</summary>
internal sealed class CsvHeader
{
    private readonly int[] places;

    private CsvHeader(IReadOnlyList<string> fields, IReadOnlyList<string> columns, int next)
    {
        Fields = fields;
        Width = columns.Count;
        Next = next;
        // Loops here and below: a sequence of numbers or cells would be compiled anew at each start.
        places = new int[fields.Count];
        for (var field = 0; field < places.Length; field++)
        {
            places[field] = IndexOf(columns, fields[field]);
        }
    }

    /// <summary>The fields, required and optional.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>How many columns the file has.</summary>
    public int Width { get; }

    /// <summary>Where the first row begins.</summary>
    public int Next { get; }

    /// <summary>The column of a field, or -1 if the file has none.</summary>
    public int this[int field] => places[field];

    /// <summary>Reads the header row, or says everything that is wrong with it.</summary>
    public static Outcome<CsvHeader> Read(
        string file,
        ReadOnlySpan<byte> bytes,
        IReadOnlyList<string> required,
        IReadOnlyList<string> optional
    )
    {
        var cells = new CsvCell[256];
        var at = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        var end = CsvCells.Read(bytes, ref at, cells, out var count);
        if (end != CsvCells.End.Whole)
        {
            return end == CsvCells.End.BadQuote
                ? Refuse.QuoteWrong.Because("The header cannot be read.", new Place(file, 1))
                : Refuse.CellsWrong.Because(
                    $"The header has {Domain.Text.Grouped(count)} columns.",
                    new Place(file, 1)
                );
        }
        byte[] scratch = [];
        var columns = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var used = 0;
            columns.Add(Encoding.UTF8.GetString(CsvCells.Text(bytes, cells[i], ref scratch, ref used)).Trim());
        }
        var refusals = Faults(file, columns, required, optional).ToList();
        return refusals.Count > 0
            ? Outcome<CsvHeader>.Refused(refusals)
            : new CsvHeader([.. required, .. optional], columns, at);
    }

    private static IEnumerable<Refusal> Faults(
        string file,
        List<string> columns,
        IReadOnlyList<string> required,
        IReadOnlyList<string> optional
    )
    {
        foreach (
            var column in columns.Where(column => !required.Contains(column) && !optional.Contains(column)).Distinct()
        )
        {
            yield return Refuse.ColumnUnknown.Because(
                $"The column \"{column}\" is not known.",
                new Place(file, 1, column)
            );
        }
        foreach (var column in columns.GroupBy(column => column).Where(group => group.Count() > 1))
        {
            yield return Refuse.ColumnRepeated.Because(
                $"The column \"{column.Key}\" is there twice.",
                new Place(file, 1, column.Key)
            );
        }
        foreach (var column in required.Where(column => !columns.Contains(column)))
        {
            yield return Refuse.ColumnMissing.Because(
                $"The column \"{column}\" is not there.",
                new Place(file, 1, column)
            );
        }
    }

    private static int IndexOf(IReadOnlyList<string> columns, string field)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] == field)
            {
                return i;
            }
        }
        return -1;
    }
}
