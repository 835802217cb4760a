namespace Openbook.Schemas;

/// <summary>A workbook of two sheets, "January" and "February", with the same headings and other rows.</summary>
public static class TwoSheets
{
    /// <summary>Each sheet with a line of its own.</summary>
    public static byte[] Bytes() =>
        WorkbookParts.Packed([
            .. WorkbookParts.Leading,
            (
                "xl/workbook.xml",
                WorkbookParts.Sheets(
                    "<sheet name=\"January\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"February\" sheetId=\"2\" r:id=\"rId2\"/>"
                )
            ),
            (
                "xl/_rels/workbook.xml.rels",
                WorkbookParts.Relations(("worksheet", "worksheets/sheet1.xml"), ("worksheet", "worksheets/sheet2.xml"))
            ),
            ("xl/worksheets/sheet1.xml", Sheet("Wire Ltd", "05/01/2026", "1250.00")),
            ("xl/worksheets/sheet2.xml", Sheet("Cable Ltd", "09/02/2026", "99.99")),
        ]);

    private static string Sheet(params string[] line) =>
        $"<worksheet xmlns=\"{WorkbookParts.Main}\"><sheetData>{Row(1, "Supplier Name", "Payment Date", "Net Amount")}{Row(2, line)}</sheetData></worksheet>";

    private static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">"
        + string.Concat(
            cells.Select((cell, i) => $"<c r=\"{(char)('A' + i)}{number}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>")
        )
        + "</row>";
}
