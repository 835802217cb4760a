using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>A small table read whole: the rows of counts and of payments.</summary>
internal sealed class CsvTable
{
    private CsvTable(SourceFile file, CsvHeader header, IReadOnlyList<CsvRow> rows, IReadOnlyList<Refusal> faults)
    {
        File = file;
        Header = header;
        Rows = rows;
        Faults = faults;
    }

    public SourceFile File { get; }

    public CsvHeader Header { get; }

    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>The rows of the wrong shape, which are not among <see cref="Rows"/>.</summary>
    public IReadOnlyList<Refusal> Faults { get; }

    /// <summary>Reads a table; refused if its header is wrong or it has no rows.</summary>
    public static Outcome<CsvTable> Read(
        SourceFile file,
        IReadOnlyList<string> required,
        IReadOnlyList<string> optional
    )
    {
        var header = CsvHeader.Read(file.Name, file.Bytes, required, optional);
        if (!header.IsDone)
        {
            return Outcome<CsvTable>.Refused(header.Refusals);
        }
        var refusals = new List<Refusal>();
        var rows = new List<CsvRow>();
        var cells = new CsvCell[header.Value.Width];
        var at = header.Value.Next;
        for (var row = 2; at < file.Bytes.Length; row++)
        {
            var end = CsvCells.Read(file.Bytes, ref at, cells, out var count);
            if (end == CsvCells.End.BadQuote)
            {
                refusals.Add(Refuse.QuoteWrong.Because("A double quote cannot be read.", new Place(file.Name, row)));
            }
            else if (count == 1 && cells[0].Length == 0 && !cells[0].Quoted)
            {
                continue;
            }
            else if (count != cells.Length)
            {
                refusals.Add(CellsWrong(file.Name, row, count, cells.Length));
            }
            else
            {
                rows.Add(new CsvRow(row, Texts(file, header.Value, cells)));
            }
        }
        return rows.Count == 0 && refusals.Count == 0
            ? Refuse.FileEmpty.Because("There is no row below the header.", new Place(file.Name))
            : new CsvTable(file, header.Value, rows, refusals);
    }

    internal static Refusal CellsWrong(string file, int row, int found, int expected) =>
        Refuse.CellsWrong.Because(
            $"The row has {Domain.Text.Count(found, "cell")}; the header has {Domain.Text.Count(expected, "column")}.",
            new Place(file, row)
        );

    private static string[] Texts(SourceFile file, CsvHeader header, CsvCell[] cells)
    {
        byte[] scratch = [];
        var texts = new string[header.Fields.Count];
        for (var field = 0; field < texts.Length; field++)
        {
            var used = 0;
            texts[field] =
                header[field] < 0
                    ? ""
                    : Encoding.UTF8.GetString(CsvCells.Text(file.Bytes, cells[header[field]], ref scratch, ref used));
        }
        return texts;
    }
}

/// <summary>A row of a small table; the texts stand in the order of the fields.</summary>
internal sealed record CsvRow(int Number, IReadOnlyList<string> Texts);
