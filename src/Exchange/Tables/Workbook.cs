using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>
/// Reads workbooks (.xlsx). Formulas count as the value that the spreadsheet program stored beside them. What a hostile file
/// could unpack to is measured before anything of it is read.
/// </summary>
internal static class Workbook
{
    private const int MostParts = 2_000;
    private const long MostUnpacked = 384L << 20;
    private const long MostTexts = 32L << 20;

    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>A table for each sheet.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="most">How many rows of each sheet are read at most; the rest is passed over.</param>
    public static Outcome<IReadOnlyList<SourceTable>> Tables(string name, byte[] bytes, int most)
    {
        if (Measured(name, bytes) is { } fault)
        {
            return fault;
        }
        try
        {
            using var reader = Open(bytes);
            // Each sheet is a part of its own; one that is named a thousand times would be read a thousand times.
            if (reader.ResultsCount > MostParts)
            {
                return TooLarge(name);
            }
            var sheets = new List<string>();
            do
            {
                sheets.Add(reader.Name);
            } while (reader.NextResult());
            return sheets
                .Select((sheet, i) => (SourceTable)new SheetTable(name, bytes, i, sheet, sheets.Count > 1, most))
                .ToList();
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            return Unreadable(name);
        }
    }

    internal static IExcelDataReader Open(byte[] bytes) =>
        ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes, writable: false));

    internal static Refusal Unreadable(string name, int? row = null) =>
        Refuse.WorkbookUnreadable.Because("The workbook cannot be read.", new Place(name, row));

    private static Refusal TooLarge(string name) =>
        Refuse.FileTooLarge.Because("The workbook unpacks to more than is read at once.", new Place(name));

    // Unpacks all once without keeping it: what a zip says of its sizes need not be true.
    private static Refusal? Measured(string name, byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.GetEntry("xl/workbook.xml") is null)
            {
                return Refuse.NotATable.Because(
                    "The file is a zip, and not a workbook in the form .xlsx.",
                    new Place(name)
                );
            }
            var total = 0L;
            foreach (var part in zip.Entries)
            {
                if (zip.Entries.Count > MostParts || !IsModest(part, ref total))
                {
                    return TooLarge(name);
                }
            }
            return null;
        }
        catch (Exception fault)
            when (fault is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return Unreadable(name);
        }
    }

    private static bool IsModest(ZipArchiveEntry part, ref long total)
    {
        using var unpacked = part.Open();
        var shape = new WorkbookShape();
        var block = new byte[1 << 16];
        var size = 0L;
        for (var read = 1; read > 0 && total <= MostUnpacked; size += read, total += read)
        {
            read = unpacked.Read(block);
            shape.Add(block.AsSpan(0, read));
        }
        var isTexts = part.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase);
        return total <= MostUnpacked && (!isTexts || size <= MostTexts) && shape.IsModest;
    }
}

/// <summary>One sheet of a workbook.</summary>
internal sealed class SheetTable(string file, byte[] bytes, int index, string sheet, bool isOneOfMany, int most)
    : SourceTable
{
    private const int MostColumns = 512;
    private bool isCut;

    public override string Name => isOneOfMany ? $"{file}, sheet {sheet}" : file;

    public override string Sheet => sheet;

    public override bool CanShift => false;

    public override bool IsCut => isCut;

    public override IEnumerable<TableRow> Rows()
    {
        using var reader = Workbook.Open(bytes);
        for (var i = 0; i < index; i++)
        {
            reader.NextResult();
        }
        for (var number = 1; ; number++)
        {
            TableRow? row;
            try
            {
                row = reader.Read() ? Row(reader, number) : null;
            }
            catch (Exception failed) when (failed is not OutOfMemoryException)
            {
                row = new TableRow(number, [], Workbook.Unreadable(Name, number));
            }
            if (number > WorkbookShape.MostRows)
            {
                row = new TableRow(number, [], Workbook.Unreadable(Name, number));
            }
            if (row is not null && number > most)
            {
                isCut = true;
                yield break;
            }
            if (row is not null)
            {
                yield return row;
            }
            if (row is null || row.Fault?.Code == Refuse.WorkbookUnreadable)
            {
                yield break;
            }
        }
    }

    private TableRow Row(IExcelDataReader reader, int number)
    {
        var cells = new List<TableCell>();
        for (var i = 0; i < Math.Min(reader.FieldCount, MostColumns); i++)
        {
            var cell = Cell(reader, i);
            if (cell.Text.Length > TableCell.Longest)
            {
                var what = $"Cell {Text.Of(i + 1)} has more than {Text.Grouped(TableCell.Longest)} characters.";
                return new TableRow(number, [], Refuse.TextTooLong.Because(what, new Place(Name, number)));
            }
            cells.Add(cell);
        }
        return new TableRow(number, cells);
    }

    // A cell with an error in it, such as #REF!, has no value, and counts as empty.
    private static TableCell Cell(IExcelDataReader reader, int place)
    {
        return reader.GetValue(place) switch
        {
            null => TableCell.Empty,
            string text => new TableCell(text.Trim()),
            DateTime date => new TableCell(Dates.Iso(DateOnly.FromDateTime(date)), CellKind.Date),
            double number => Number(number),
            IFormattable other => new TableCell(other.ToString(null, CultureInfo.InvariantCulture), CellKind.Number),
            var other => new TableCell(other.ToString() ?? ""),
        };
    }

    // A workbook keeps 15 digits of a number; what a sum leaves beyond them is not meant.
    private static TableCell Number(double number) =>
        Math.Abs(number) < 1e15
            ? new TableCell(
                ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture),
                CellKind.Number
            )
            : new TableCell(number.ToString("R", CultureInfo.InvariantCulture), CellKind.Number);
}
