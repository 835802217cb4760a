namespace Openbook.Domain;

#pragma warning disable CS1591 // Each code carries its own meaning.

/// <summary>What may be wrong with a map, and with a file that is read through one.</summary>
public static partial class Refuse
{
    public static readonly RefusalCode MapIncomplete = new(
        "map-incomplete",
        "A map does not say where a required field of a cost line comes from.",
        "Name its column under columns, or give one value for all lines under fixed."
    );
    public static readonly RefusalCode MapValue = new(
        "map-value",
        "A value in a map is not one that may stand there.",
        "Write one of the values that docs/reference/map.md lists."
    );
    public static readonly RefusalCode MapNeeded = new(
        "map-needed",
        "The file does not say all that a cost line needs, such as its service and who paid.",
        "Write a map that says it; openbook map FILE drafts one."
    );
    public static readonly RefusalCode NotATable = new(
        "not-a-table",
        "A file is something else than CSV or an Excel workbook, such as a web page that was saved under the name of one.",
        "Get the file again, or open it in the program it was made with and save it as CSV or as .xlsx without a password."
    );
    public static readonly RefusalCode FileTooLarge = new(
        "file-too-large",
        "A file is larger than what is read at once.",
        "Divide it into smaller files."
    );
    public static readonly RefusalCode WorkbookUnreadable = new(
        "workbook-unreadable",
        "A workbook is damaged, or is not what a spreadsheet program writes.",
        "Open it in a spreadsheet program, save it anew as .xlsx and try again."
    );
    public static readonly RefusalCode SheetUnclear = new(
        "sheet-unclear",
        "It is not clear which sheet of a workbook to read.",
        "Name the sheet in the map with sheet, or keep the other sheets in another workbook."
    );
    public static readonly RefusalCode HeaderNotFound = new(
        "header-not-found",
        "No row of the file has the columns that the map names.",
        "Name the columns as the file does; if it has no headings, say header: none and write column 1, column 2 and so on."
    );
    public static readonly RefusalCode WordNotInMap = new(
        "word-not-in-map",
        "A cell holds a word of the file's own for which the map has no code.",
        "Add it under words in the map, or say under otherwise what stands in for words that are not listed."
    );
    public static readonly RefusalCode CellNotDate = new(
        "cell-not-date",
        "A cell is no date in any of the forms that the map names, or names a day that does not exist.",
        "Correct the cell, add its form under dates in the map, or leave the row out with skip_rows."
    );
    public static readonly RefusalCode CellNotAmount = new(
        "cell-not-amount",
        "A cell is no amount in the forms that the map names, or has parts of a penny.",
        "Correct the cell, add what is named under amounts in the map, or leave the row out with skip_rows."
    );
    public static readonly RefusalCode RowUneven = new(
        "row-uneven",
        "A row has more or fewer cells than the header, so that its cells may stand in the wrong columns.",
        "Look at the row; if only empty cells at its end differ, say uneven_rows: allow in the map."
    );

    private static RefusalCode[] OfMaps =>
        [
            MapIncomplete,
            MapValue,
            MapNeeded,
            NotATable,
            FileTooLarge,
            WorkbookUnreadable,
            SheetUnclear,
            HeaderNotFound,
            WordNotInMap,
            CellNotDate,
            CellNotAmount,
            RowUneven,
        ];
}
