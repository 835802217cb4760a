using System.IO.Compression;
using System.Text;

namespace Openbook.Schemas;

/// <summary>What every workbook that a test writes is made of.</summary>
public static class WorkbookParts
{
    /// <summary>The namespace of sheets.</summary>
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The namespace of what a workbook refers to.</summary>
    public const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>The two parts that lead to the workbook.</summary>
    public static IEnumerable<(string Name, string Text)> Leading =>
        [
            (
                "[Content_Types].xml",
                $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
            ),
            ("_rels/.rels", Relations(("officeDocument", "xl/workbook.xml"))),
        ];

    /// <summary>The workbook with its list of sheets.</summary>
    public static string Sheets(string sheets) =>
        $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>{sheets}</sheets></workbook>";

    /// <summary>What a part refers to: <c>rId1</c>, <c>rId2</c> and so on.</summary>
    public static string Relations(params (string Kind, string Target)[] targets) =>
        $"<Relationships xmlns=\"{Package}/relationships\">"
        + string.Concat(
            targets.Select(
                (item, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Office}/{item.Kind}\" Target=\"{item.Target}\"/>"
            )
        )
        + "</Relationships>";

    /// <summary>The parts as one file.</summary>
    public static byte[] Packed(IEnumerable<(string Name, string Text)> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return to.ToArray();
    }
}
