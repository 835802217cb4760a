namespace Openbook.Cli.Tests.Hostile;

/// <summary>A workbook as Excel writes one: shared texts, dates as numbers, a formula with its value, merged cells.</summary>
public static class SmallWorkbook
{
    private static readonly string[] texts =
    [
        "date",
        "service",
        "amount",
        "paid_by",
        "supplier",
        "networks",
        "camden",
        "Lines Ltd",
        "apps",
        "islington",
        "Café &amp; Co",
    ];

    /// <summary>Two lines of cost.</summary>
    public static byte[] Costs() => With();

    /// <summary>The same with other contents in some of its parts.</summary>
    public static byte[] With(params (string Name, string Text)[] other)
    {
        var parts = new Dictionary<string, string>(
            WorkbookParts.Leading.Select(part => KeyValuePair.Create(part.Name, part.Text)),
            StringComparer.Ordinal
        )
        {
            ["xl/workbook.xml"] = WorkbookParts.Sheets(Sheet(1)),
            ["xl/_rels/workbook.xml.rels"] = WorkbookParts.Relations(
                ("worksheet", "worksheets/sheet1.xml"),
                ("styles", "styles.xml"),
                ("sharedStrings", "sharedStrings.xml")
            ),
            ["xl/styles.xml"] = Styles(""),
            ["xl/sharedStrings.xml"] = Texts(string.Concat(texts.Select(text => $"<si><t>{text}</t></si>"))),
            ["xl/worksheets/sheet1.xml"] = Rows("", "<mergeCells count=\"1\"><mergeCell ref=\"H1:I2\"/></mergeCells>"),
        };
        foreach (var (name, text) in other)
        {
            parts[name] = text;
        }
        return WorkbookParts.Packed(parts.Select(part => (part.Key, part.Value)));
    }

    /// <summary>Styles with more cell formats.</summary>
    public static string Styles(string more) =>
        $"<styleSheet xmlns=\"{WorkbookParts.Main}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/>{more}</cellXfs></styleSheet>";

    /// <summary>Shared texts.</summary>
    public static string Texts(string items) => $"<sst xmlns=\"{WorkbookParts.Main}\">{items}</sst>";

    /// <summary>One sheet of the list of sheets.</summary>
    public static string Sheet(int number) => $"<sheet name=\"Costs{number}\" sheetId=\"{number}\" r:id=\"rId1\"/>";

    /// <summary>The sheet with something before and behind its rows.</summary>
    public static string Rows(string before, string after) =>
        $"<worksheet xmlns=\"{WorkbookParts.Main}\">{before}<sheetData>"
        + "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c>"
        + "<c r=\"D1\" t=\"s\"><v>3</v></c><c r=\"E1\" t=\"s\"><v>4</v></c></row>"
        + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>42676</v></c><c r=\"B2\" t=\"s\"><v>5</v></c><c r=\"C2\"><f>2*3</f><v>-100.1</v></c>"
        + "<c r=\"D2\" t=\"s\"><v>6</v></c><c r=\"E2\" t=\"s\"><v>7</v></c></row>"
        + "<row r=\"4\"><c r=\"A4\" s=\"1\"><v>42677</v></c><c r=\"B4\" t=\"s\"><v>8</v></c><c r=\"C4\"><v>1E3</v></c>"
        + "<c r=\"D4\" t=\"s\"><v>9</v></c><c r=\"E4\" t=\"inlineStr\"><is><t>In line</t></is></c></row>"
        + $"</sheetData>{after}</worksheet>";
}
