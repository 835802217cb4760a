namespace Openbook.Domain;

#pragma warning disable CS1591 // Each code carries its own meaning.

/// <summary>What any file or command may get wrong.</summary>
public static partial class Refuse
{
    // Codes, dates, amounts: what any file or command may get wrong.
    public static readonly RefusalCode BadCode = new(
        "bad-code",
        "A code is not written as codes are.",
        $"Use {Code.Rule}."
    );
    public static readonly RefusalCode BadDate = new(
        "bad-date",
        "A date cannot be read or does not exist.",
        "Write dates as YYYY-MM-DD, in the years 1974 to 2199."
    );
    public static readonly RefusalCode BadMonth = new(
        "bad-month",
        "A month cannot be read.",
        "Write months as YYYY-MM, in the years 1974 to 2199."
    );
    public static readonly RefusalCode BadYear = new(
        "bad-year",
        "A financial year is not in the right form.",
        "Write it as 2016/17, from 1974/75 to 2198/99."
    );
    public static readonly RefusalCode BadPeriod = new(
        "bad-period",
        "A period cannot be read.",
        "Write a month as 2016-10, a year-end period as 2016/17-13, a year as 2016/17."
    );
    public static readonly RefusalCode BadAmount = new(
        "bad-amount",
        "An amount cannot be read.",
        "Write pounds with at most two decimals, a minus in front for credits, and no commas or currency sign: -1234.50."
    );
    public static readonly RefusalCode BadCount = new(
        "bad-count",
        "A count or weight cannot be read.",
        "Write a number of at most 12 digits, not below zero, with at most 6 decimals."
    );
    public static readonly RefusalCode BadText = new(
        "bad-text",
        "A text holds what no text may hold.",
        "Remove control characters and characters that are not valid UTF-8."
    );
    public static readonly RefusalCode TextTooLong = new(
        "text-too-long",
        "A text is too long.",
        "Shorten it: what is typed may have 1,000 characters, a cell of a file 8,192 bytes."
    );

    // Files and tables.
    public static readonly RefusalCode FileUnreadable = new(
        "file-unreadable",
        "A file is not there or cannot be opened.",
        "Check the name and that you may read the file."
    );
    public static readonly RefusalCode FileEmpty = new(
        "file-empty",
        "A file has no rows.",
        "Give a file with a header row and at least one row below it."
    );
    public static readonly RefusalCode FileNotText = new(
        "file-not-text",
        "A file is not UTF-8 text.",
        "Save it as CSV UTF-8 and try again, or name its encoding in a map."
    );
    public static readonly RefusalCode ColumnUnknown = new(
        "column-unknown",
        "The header names a column that is not known.",
        "Remove the column or correct its name; the columns are in docs/reference/files.md."
    );
    public static readonly RefusalCode ColumnMissing = new(
        "column-missing",
        "The header lacks a column that is required.",
        "Add the column; the columns are in docs/reference/files.md."
    );
    public static readonly RefusalCode ColumnRepeated = new(
        "column-repeated",
        "The header names a column twice.",
        "Keep one of the two columns."
    );
    public static readonly RefusalCode CellsWrong = new(
        "cells-wrong",
        "A row has more or fewer cells than the header.",
        "Give each row as many cells as the header; put text with commas between double quotes."
    );
    public static readonly RefusalCode QuoteWrong = new(
        "quote-wrong",
        "A double quote stands where it cannot be read.",
        "Put the whole cell between double quotes and double each quote inside it."
    );
    public static readonly RefusalCode CellEmpty = new("cell-empty", "A required cell is empty.", "Fill it in.");
    public static readonly RefusalCode WordUnknown = new(
        "word-unknown",
        "A cell holds a word that is not one of those allowed.",
        "Use one of the words named."
    );
    public static readonly RefusalCode TooManyFaults = new(
        "too-many-faults",
        "A file has more faults than can be listed.",
        "Mend those listed and try again."
    );

    private static RefusalCode[] OfFiles =>
        [
            BadCode,
            BadDate,
            BadMonth,
            BadYear,
            BadPeriod,
            BadAmount,
            BadCount,
            BadText,
            TextTooLong,
            FileUnreadable,
            FileEmpty,
            FileNotText,
            ColumnUnknown,
            ColumnMissing,
            ColumnRepeated,
            CellsWrong,
            QuoteWrong,
            CellEmpty,
            WordUnknown,
            TooManyFaults,
        ];
}
