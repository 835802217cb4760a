using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>What a column of a written workbook holds.</summary>
public enum SheetColumn
{
    /// <summary>Text, whatever it looks like: it is never a formula.</summary>
    Words,

    /// <summary>Pounds, as a number with two decimals.</summary>
    Pounds,

    /// <summary>A date, as the number by which spreadsheets count days.</summary>
    Day,

    /// <summary>A whole number.</summary>
    Whole,
}

/// <summary>
/// Writes a table as a workbook (.xlsx) of one sheet: headings that stay in view and repeat on each printed page, real numbers
/// and dates, and text that is never live. The same rows always give the same bytes.
/// </summary>
public static class WorkbookWriter
{
    /// <summary>The most rows that a sheet can have, the headings among them.</summary>
    public const int MostRows = 1_048_576;

    private const int LongestText = 32_767;
    private const int Heading = 1;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly DateTimeOffset when = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const string Types = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
        """;

    private const string Package = $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """;

    private const string Parts = $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
        """;

    // Styles by number: plain, heading, pounds, day, whole.
    private const string Styles = $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.00;-#,##0.00"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>
        """;

    /// <summary>Writes a table.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="sheet">The sheet's name, up to 31 letters, digits and blanks.</param>
    /// <param name="columns">The headings and what stands below each.</param>
    /// <param name="rows">The cells in canonical form (1234.50, 2016-10-01); empty ones are left out.</param>
    public static void Write(
        Stream to,
        string sheet,
        IReadOnlyList<(string Heading, SheetColumn Kind)> columns,
        IEnumerable<IReadOnlyList<string>> rows
    )
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml", Types);
        Part(zip, "_rels/.rels", Package);
        Part(zip, "xl/workbook.xml", Book(sheet));
        Part(zip, "xl/_rels/workbook.xml.rels", Parts);
        Part(zip, "xl/styles.xml", Styles);
        using var part = Entry(zip, "xl/worksheets/sheet1.xml").Open();
        using var xml = XmlWriter.Create(
            part,
            new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false }
        );
        Sheet(xml, columns, rows);
    }

    private static string Book(string sheet) =>
        $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'{sheet}'!$1:$1</definedName></definedNames></workbook>
            """;

    private static ZipArchiveEntry Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = when;
        return entry;
    }

    private static void Part(ZipArchive zip, string name, string text)
    {
        using var part = Entry(zip, name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }

    private static void Sheet(
        XmlWriter xml,
        IReadOnlyList<(string Heading, SheetColumn Kind)> columns,
        IEnumerable<IReadOnlyList<string>> rows
    )
    {
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        xml.WriteRaw(
            "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
        );
        xml.WriteRaw("<cols>");
        for (var i = 1; i <= columns.Count; i++)
        {
            var width = columns[i - 1].Kind == SheetColumn.Words ? 20 : 14;
            xml.WriteRaw(
                $"<col min=\"{Text.Of(i)}\" max=\"{Text.Of(i)}\" width=\"{Text.Of(width)}\" customWidth=\"1\"/>"
            );
        }
        xml.WriteRaw("</cols>");
        xml.WriteStartElement("sheetData");
        Row(xml, 1, columns.Count, place => (columns[place].Heading, SheetColumn.Words, Heading));
        var number = 1;
        foreach (var row in rows)
        {
            Row(xml, ++number, columns.Count, place => (row[place], columns[place].Kind, Style(columns[place].Kind)));
        }
        xml.WriteEndElement();
        xml.WriteRaw(
            "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
        );
        xml.WriteRaw("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>");
        xml.WriteRaw("<headerFooter><oddFooter>&amp;A, page &amp;P of &amp;N</oddFooter></headerFooter>");
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static int Style(SheetColumn kind) =>
        kind switch
        {
            SheetColumn.Pounds => 2,
            SheetColumn.Day => 3,
            SheetColumn.Whole => 4,
            _ => 0,
        };

    private static void Row(
        XmlWriter xml,
        int number,
        int count,
        Func<int, (string Text, SheetColumn Kind, int Style)> cellAt
    )
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", Text.Of(number));
        for (var place = 0; place < count; place++)
        {
            var (text, kind, style) = cellAt(place);
            if (text.Length > 0)
            {
                Cell(xml, Letters(place) + Text.Of(number), text, kind, style);
            }
        }
        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, string name, string text, SheetColumn kind, int style)
    {
        var value = kind switch
        {
            SheetColumn.Pounds when Money.TryParse(text, out _) => text,
            SheetColumn.Day when Dates.TryParse(text, out var date) => Text.Of(
                date.DayNumber - new DateOnly(1899, 12, 30).DayNumber
            ),
            SheetColumn.Whole
                when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => text,
            _ => null,
        };
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", name);
        xml.WriteAttributeString("s", Text.Of(value is null && style != Heading ? 0 : style));
        if (value is null)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is");
            xml.WriteStartElement("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Clean(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        else
        {
            xml.WriteElementString("v", value);
        }
        xml.WriteEndElement();
    }

    // XML has no control characters, and a cell has a longest text.
    private static string Clean(string text)
    {
        var cut = text.Length > LongestText ? text[..LongestText] : text;
        return cut.All(XmlConvert.IsXmlChar)
            ? cut
            : string.Concat(
                cut.EnumerateRunes().Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))
            );
    }

    private static string Letters(int place)
    {
        var letters = "";
        for (var rest = place + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + (rest - 1) % 26) + letters;
        }
        return letters;
    }
}
