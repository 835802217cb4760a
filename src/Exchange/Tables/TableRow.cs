using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>What a cell of a table holds.</summary>
internal enum CellKind
{
    /// <summary>Text, or nothing.</summary>
    Text,

    /// <summary>A number of a workbook, as plain decimals.</summary>
    Number,

    /// <summary>A date of a workbook, as YYYY-MM-DD.</summary>
    Date,
}

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it holds, without blanks around it.</param>
/// <param name="Kind">What that is.</param>
internal readonly record struct TableCell(string Text, CellKind Kind = CellKind.Text)
{
    /// <summary>The longest text that a cell may have, as in Excel.</summary>
    public const int Longest = 32_767;

    /// <summary>Nothing.</summary>
    public static readonly TableCell Empty = new("");

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Text.Length == 0;
}

/// <summary>A row of a table.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Fault">Why its cells cannot be read, if so.</param>
internal sealed record TableRow(int Number, IReadOnlyList<TableCell> Cells, Refusal? Fault = null)
{
    /// <summary>Whether there is nothing in the row.</summary>
    public bool IsBlank => Fault is null && Cells.All(cell => cell.IsEmpty);

    /// <summary>The cell at a place from 0; nothing where the row ends before it.</summary>
    public TableCell this[int place] => place < Cells.Count ? Cells[place] : TableCell.Empty;
}

/// <summary>Rows of a file: those of a text, or of one sheet of a workbook.</summary>
internal abstract class SourceTable
{
    /// <summary>The file's name, with that of the sheet if there are several.</summary>
    public abstract string Name { get; }

    /// <summary>The sheet's name, or null.</summary>
    public virtual string? Sheet => null;

    /// <summary>Whether a row of another length than the header's may have its cells in the wrong columns.</summary>
    public abstract bool CanShift { get; }

    /// <summary>Whether rows were left unread, as far as it was found by reading, because only the first were wanted.</summary>
    public virtual bool IsCut => false;

    /// <summary>The rows, blank ones among them.</summary>
    public abstract IEnumerable<TableRow> Rows();
}
