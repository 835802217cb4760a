using System.IO.Compression;
using System.Text;

namespace Openbook.Schemas;

/// <summary>A workbook of two sheets, "January" and "February", with the same headings and other rows.</summary>
public static class TwoSheets
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>Each sheet with a line of its own.</summary>
    public static byte[] Bytes()
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                zip,
                "[Content_Types].xml",
                $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
            );
            Add(zip, "_rels/.rels", Relations(("officeDocument", "xl/workbook.xml")));
            Add(
                zip,
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"January\" sheetId=\"1\" r:id=\"rId1\"/>"
                    + "<sheet name=\"February\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"
            );
            Add(
                zip,
                "xl/_rels/workbook.xml.rels",
                Relations(("worksheet", "worksheets/sheet1.xml"), ("worksheet", "worksheets/sheet2.xml"))
            );
            Add(zip, "xl/worksheets/sheet1.xml", Sheet("Wire Ltd", "05/01/2026", "1250.00"));
            Add(zip, "xl/worksheets/sheet2.xml", Sheet("Cable Ltd", "09/02/2026", "99.99"));
        }
        return to.ToArray();
    }

    private static string Sheet(params string[] line) =>
        $"<worksheet xmlns=\"{Main}\"><sheetData>{Row(1, "Supplier Name", "Payment Date", "Net Amount")}{Row(2, line)}</sheetData></worksheet>";

    private static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">"
        + string.Concat(
            cells.Select((cell, i) => $"<c r=\"{(char)('A' + i)}{number}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>")
        )
        + "</row>";

    private static string Relations(params (string Kind, string Target)[] targets) =>
        $"<Relationships xmlns=\"{Package}/relationships\">"
        + string.Concat(
            targets.Select(
                (item, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Office}/{item.Kind}\" Target=\"{item.Target}\"/>"
            )
        )
        + "</Relationships>";

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
