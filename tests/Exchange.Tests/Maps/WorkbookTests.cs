using System.IO.Compression;
using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange.Tests;

/// <summary>Workbooks: what is written reads back, and what is hostile is refused.</summary>
public sealed class WorkbookTests
{
    private static readonly (string, SheetColumn)[] columns =
    [
        ("date", SheetColumn.Day),
        ("service", SheetColumn.Words),
        ("amount", SheetColumn.Pounds),
        ("paid_by", SheetColumn.Words),
        ("supplier", SheetColumn.Words),
        ("reference", SheetColumn.Words),
    ];

    private static readonly string[] row = ["2016-10-03", "networks", "-1234.50", "camden", "=1+2", "0042"];

    [Fact]
    public void A_workbook_in_the_canonical_layout_needs_no_map()
    {
        var lines = Lines(Book(columns, [row, ["", "", "", "", "", ""], row]));
        Assert.Equal([2, 4], lines.Select(line => line.Row));
        var line = lines[0];
        Assert.Equal(
            (2, "2016-10-03", "networks", "-1234.50", "camden", "=1+2", "0042"),
            (line.Row, line.Date, line.Service, line.Amount, line.PaidBy, line.Supplier, line.Reference)
        );
    }

    [Theory]
    [InlineData("=1+2")]
    [InlineData("+44 20")]
    [InlineData("-x")]
    [InlineData("@SUM(A1)")]
    [InlineData(" blanks and <b>&amp;</b> \"quotes\"")]
    [InlineData("Café – 𝒞o")]
    public void Text_stays_text(string text)
    {
        var bytes = Book(
            columns,
            [
                [.. row[..4], text, ""],
            ]
        );
        var sheet = Part(bytes, "xl/worksheets/sheet1.xml");
        Assert.DoesNotContain("<f", sheet, StringComparison.Ordinal);
        Assert.Equal(text.Trim(), Assert.Single(Lines(bytes)).Supplier);
    }

    [Fact]
    public void Amounts_and_dates_are_numbers_headings_stay_and_print_again()
    {
        var bytes = Book(columns, [row]);
        var sheet = Part(bytes, "xl/worksheets/sheet1.xml");
        Assert.Contains("<v>-1234.50</v>", sheet, StringComparison.Ordinal);
        Assert.Contains("<v>42646</v>", sheet, StringComparison.Ordinal);
        Assert.Contains("state=\"frozen\"", sheet, StringComparison.Ordinal);
        Assert.Contains("orientation=\"landscape\"", sheet, StringComparison.Ordinal);
        Assert.Contains("_xlnm.Print_Titles", Part(bytes, "xl/workbook.xml"), StringComparison.Ordinal);
        Assert.Equal(bytes, Book(columns, [row]));
    }

    [Fact]
    public void The_stored_values_of_formulas_are_read()
    {
        var bytes = Changed(
            Book(columns, [row]),
            (
                "xl/worksheets/sheet1.xml",
                text =>
                    text.Replace("<v>-1234.50</v>", "<f>A2*2</f><v>0.30000000000000004</v>", StringComparison.Ordinal)
            )
        );
        Assert.Equal("0.30", Assert.Single(Lines(bytes)).Amount);
    }

    [Fact]
    public void Shared_texts_are_read()
    {
        const string shared = "<t xml:space=\"preserve\">camden</t>";
        var bytes = Changed(
            Book(columns, [row]),
            (
                "xl/worksheets/sheet1.xml",
                text =>
                    text.Replace($" t=\"inlineStr\"><is>{shared}</is>", " t=\"s\"><v>0</v>", StringComparison.Ordinal)
            ),
            (
                "xl/sharedStrings.xml",
                _ =>
                    "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>camden</t></si></sst>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                text =>
                    text.Replace(
                        "</Relationships>",
                        "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
                        StringComparison.Ordinal
                    )
            )
        );
        Assert.DoesNotContain("camden", Part(bytes, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Assert.Equal("camden", Assert.Single(Lines(bytes)).PaidBy);
    }

    [Fact]
    public void A_formula_without_a_stored_value_is_an_empty_cell()
    {
        var bytes = Changed(
            Book(columns, [row]),
            (
                "xl/worksheets/sheet1.xml",
                text => text.Replace("<v>-1234.50</v>", "<f>A2*2</f>", StringComparison.Ordinal)
            )
        );
        Assert.Equal(["cell-empty 2:amount"], FaultsOf(bytes));
    }

    [Fact]
    public void The_sheet_with_the_columns_is_read_and_two_such_are_refused_by_name()
    {
        var one = Book(columns, [row]);
        var map = AMap.Of("columns: { date: date, amount: amount, service: service, paid_by: paid_by }\n");
        var other = TwoSheets(
            one,
            Part(
                Book(
                    [("Notes", SheetColumn.Words)],
                    [
                        ["x"],
                    ]
                ),
                "xl/worksheets/sheet1.xml"
            )
        );
        Assert.Single(AMap.Lines(MappedCosts.Read(AMap.File, other, map)));
        var both = TwoSheets(one, Part(one, "xl/worksheets/sheet1.xml"));
        var refused = Assert.Single(MappedCosts.Read(AMap.File, both, map).Lines.Refusals);
        Assert.Equal("sheet-unclear", refused.Code.Code);
        Assert.Contains("\"Costs\" and \"More\"", refused.What, StringComparison.Ordinal);
        Assert.Single(AMap.Lines(MappedCosts.Read(AMap.File, both, map with { Sheet = "more" })));
    }

    [Fact]
    public void A_workbook_that_unpacks_to_too_much_is_refused()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var book = zip.CreateEntry("xl/workbook.xml").Open())
            {
                book.WriteByte((byte)'<');
            }
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var block = new byte[1 << 20];
            for (var i = 0; i < 400; i++)
            {
                sheet.Write(block);
            }
        }
        Assert.Equal(["file-too-large :"], FaultsOf(memory.ToArray()));
    }

    [Theory]
    [InlineData("<c r=\"ZZZZZZ1\">")]
    [InlineData("<c s=\"0\" r='abcd9'>")]
    [InlineData("<dimension ref=\"A1:FXSHRXX2\">")]
    [InlineData("<![CDATA[")]
    public void A_sheet_of_a_shape_that_no_spreadsheet_has_is_refused(string tag) =>
        Assert.Equal(["file-too-large :"], FaultsOf(WithTag(tag)));

    [Theory]
    [InlineData("<c r=\"XFD1048576\">")]
    [InlineData("<dimension ref=\"A1:XFD9\">")]
    [InlineData("<sheetPr codeName=\"Sheet1\">")]
    public void A_sheet_as_large_as_they_come_is_not_too_large(string tag) =>
        Assert.DoesNotContain("file-too-large :", FaultsOf(WithTag(tag)));

    private static byte[] WithTag(string tag) =>
        Changed(
            Book(columns, [row]),
            (
                "xl/worksheets/sheet1.xml",
                text => text.Replace("<sheetData>", $"{tag}<sheetData>", StringComparison.Ordinal)
            )
        );

    [Fact]
    public void No_change_of_any_byte_is_more_than_refused() =>
        Seeded.MustHoldFor(
            11,
            random =>
            {
                var bytes = Book(columns, [row, row]);
                for (var times = 0; times < 60; times++)
                {
                    var changed = (byte[])bytes.Clone();
                    changed[random.Next(4, changed.Length)] = (byte)random.Next(256);
                    var source = MappedCosts.Read(
                        AMap.File,
                        changed,
                        AMap.Of("columns: { date: date, amount: amount, service: service, paid_by: paid_by }\n")
                    );
                    Assert.True(source.Lines.IsDone || source.Lines.Refusals.Count > 0);
                }
            }
        );

    [Fact]
    public void No_change_of_a_text_is_more_than_refused() =>
        Seeded.MustHoldFor(
            12,
            random =>
            {
                var text =
                    AMap.Headings + string.Concat(Enumerable.Repeat("Streets,\"Kerb, Co\",x,2016-04-01,12.50\n", 20));
                for (var times = 0; times < 200; times++)
                {
                    var changed = Encoding.UTF8.GetBytes(text);
                    for (var i = random.Next(1, 5); i > 0; i--)
                    {
                        changed[random.Next(changed.Length)] = (byte)random.Next(256);
                    }
                    var source = AMap.Read(AMap.Columns, changed);
                    Assert.True(source.Lines.IsDone || source.Lines.Refusals.Count > 0);
                    var draft = MapDraft.Of(AMap.File, changed, new DraftCodes());
                    Assert.True(draft.IsDone || draft.Refusals.Count > 0);
                }
            }
        );

    private static byte[] Book((string, SheetColumn)[] headings, IReadOnlyList<string>[] rows)
    {
        using var memory = new MemoryStream();
        WorkbookWriter.Write(memory, "Costs", headings, rows);
        return memory.ToArray();
    }

    private static IReadOnlyList<ReadLine> Lines(byte[] bytes)
    {
        using var folder = new AFolder();
        return AMap.Lines(CostFiles.Read(Saved(folder, bytes)));
    }

    private static string[] FaultsOf(byte[] bytes)
    {
        using var folder = new AFolder();
        return Faults.Of(CostFiles.Read(Saved(folder, bytes)).Lines.Refusals, "costs.xlsx");
    }

    private static string Saved(AFolder folder, byte[] bytes)
    {
        var path = folder.Write("costs.xlsx", "");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static string Part(byte[] bytes, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static byte[] Changed(byte[] bytes, params (string Name, Func<string, string> Change)[] changes)
    {
        using var memory = new MemoryStream();
        memory.Write(bytes);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, change) in changes)
            {
                var text = change(zip.GetEntry(name) is null ? "" : Part(bytes, name));
                zip.GetEntry(name)?.Delete();
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return memory.ToArray();
    }

    private static byte[] TwoSheets(byte[] bytes, string second) =>
        Changed(
            bytes,
            ("xl/worksheets/sheet2.xml", _ => second),
            (
                "xl/workbook.xml",
                text =>
                    text.Replace(
                        "</sheets>",
                        "<sheet name=\"More\" sheetId=\"2\" r:id=\"rId3\"/></sheets>",
                        StringComparison.Ordinal
                    )
            ),
            (
                "xl/_rels/workbook.xml.rels",
                text =>
                    text.Replace(
                        "</Relationships>",
                        "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>",
                        StringComparison.Ordinal
                    )
            ),
            (
                "[Content_Types].xml",
                text =>
                    text.Replace(
                        "</Types>",
                        "<Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>",
                        StringComparison.Ordinal
                    )
            )
        );
}
