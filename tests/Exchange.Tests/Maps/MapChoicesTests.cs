using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange.Tests;

/// <summary>Maps made by saying what each column of a file is.</summary>
public sealed class MapChoicesTests : IDisposable
{
    // Everything that a map can say, and a file that it reads.
    private const string Whole = """
        encoding: windows-1252
        delimiter: semicolon
        columns:
          date: Paid on
          service: Team
          amount: [Net, Amount]
          supplier: column 2
          kind: "R/C"
        fixed: { paid_by: camden, cost_centre: IT }
        words:
          service: { Streets: streets, "Parks: \"North\"": parks }
          kind: { R: revenue, C: capital }
          supplier: { Redacted: Person }
        otherwise: { service: general, supplier: Unknown }
        dates: [dd/mm/yyyy, dd-mon-yy]
        amounts: [commas, pound]
        skip: [totals, notes]
        skip_rows: [3, 900-]
        skip_where: { Team: [Ledger, Balance b/f] }
        uneven_rows: allow

        """;

    private const string File = """
        Spending of April;;;;
        Team;Paid to;Paid on;Net;R/C
        Not yet;;;;
        Streets;Kerb Ltd;01/04/2016;£1,234.50;R
        Parks: "North";Redacted;02-Apr-16;2;C
        Ledger;;;3;
        ;;;1,239.50;

        """;

    private readonly AFolder folder = new();

    [Fact]
    public void The_text_of_a_map_says_all_that_it_says()
    {
        var map = AMap.Of(Whole);
        var text = MapText.Of(map);
        Assert.Equal(text, MapText.Of(AMap.Of(text)));
        Assert.Equal(AMap.Lines(AMap.Read(Whole, Bytes(File))), AMap.Lines(AMap.Read(text, Bytes(File))));
        foreach (
            var part in new[]
            {
                "[Net, Amount]",
                "skip_rows: [3, 900-]",
                "skip_where:",
                "cost_centre: IT",
                "uneven_rows",
            }
        )
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_columns_of_a_file_stand_beside_its_first_rows()
    {
        var seen = Seen(File, AMap.Of(Whole));
        Assert.Equal(2, seen.HeaderRow);
        Assert.Equal(["Team", "Paid to", "Paid on", "Net", "R/C"], seen.Columns.Select(column => column.Name));
        Assert.Equal([3, 4, 5, 6, 7], seen.Rows);
        Assert.Equal(["", "£1,234.50", "2", "3", "1,239.50"], seen.Columns[3].Cells);
        Assert.Equal((1, "Spending of April"), Assert.Single(seen.RowsAbove));
        Assert.Contains(new FileWord("Streets", 1), seen.WordsOf(0));
        Assert.False(seen.IsCut);
    }

    [Fact]
    public void Choosing_what_the_map_says_already_changes_nothing()
    {
        var map = AMap.Of(Whole);
        var seen = Seen(File, map);
        var chosen = MapChoices.Of(map, seen).On(map, seen, isRowTold: false);
        Assert.True(MapText.AreSame(map, chosen), MapText.Of(chosen));
        Assert.False(MapText.AreSame(map, chosen with { UnevenRows = false }));
        Assert.False(MapText.AreSame(map, chosen with { SkipWhere = [] }));
    }

    [Fact]
    public void What_a_form_cannot_say_is_told_and_kept_whatever_is_chosen()
    {
        var map = AMap.Of(Whole);
        Assert.Equal(5, MapChoices.Beyond(map).Count);
        var seen = Seen(File, map);
        var choices = MapChoices.Of(map, seen);
        var columns = choices.Columns.ToDictionary();
        columns[0] = "description";
        var changed = (choices with { Columns = columns, Given = Given("service", "parks") }).On(map, seen, false);
        var text = MapText.Of(changed);
        Assert.DoesNotContain("Streets", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("description: Team", text, StringComparison.Ordinal);
        Assert.Contains("service: parks", text, StringComparison.Ordinal);
        foreach (
            var part in new[] { "[Net, Amount]", "skip_where:", "cost_centre: IT", "supplier: Unknown", "redacted" }
        )
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Words_of_another_month_stay_in_the_map()
    {
        var map = AMap.Of(Whole);
        var seen = Seen(File, map);
        var words = MapChoices.Of(map, seen).Words.ToDictionary();
        words["service"] = Given("Streets", "parks");
        var other = Seen(File.Replace("Parks: \"North\"", "Streets", StringComparison.Ordinal), map);
        var changed = (MapChoices.Of(map, other) with { Words = words }).On(map, other, false);
        Assert.Equal(
            new Dictionary<string, string> { ["Streets"] = "parks", ["parks: \"north\""] = "parks" },
            changed.Words["service"]
        );
    }

    [Theory]
    [InlineData("", "general", "general desktop general")]
    [InlineData("networks", "general", "networks desktop general")]
    [InlineData("", "", "")]
    public void Any_other_word_is_what_was_chosen_even_if_it_is_a_code(string networks, string other, string read)
    {
        const string text = "date,service,amount\n2016-04-01,networks,1\n2016-04-01,desktop,2\n2016-04-01,Streets,3\n";
        var map = FileColumns.Blank(folder.Write("codes.csv", text));
        var seen = Seen(text, map);
        var choices = MapChoices.Of(map, seen) with
        {
            Columns = new Dictionary<int, string>
            {
                [0] = "date",
                [1] = "service",
                [2] = "amount",
            },
            Given = Given("paid_by", "camden"),
            Words = new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["service"] = new Dictionary<string, string>
                {
                    ["networks"] = networks,
                    ["desktop"] = "desktop",
                    ["Streets"] = "",
                },
            },
            Otherwise = Given("service", other),
            Codes = new Dictionary<string, IReadOnlySet<string>>
            {
                ["service"] = new HashSet<string> { "networks", "desktop", "general" },
            },
        };
        var written = MapText.Of(choices.On(map, seen, isRowTold: false));
        var source = AMap.Read(written, Bytes(text));
        Assert.Equal(
            read,
            source.Lines.IsDone ? string.Join(' ', AMap.Lines(source).Select(line => line.Service)) : ""
        );
        Assert.Equal(read.Length == 0 ? 2 : 0, source.Lines.Refusals.Count);
    }

    [Fact]
    public void A_list_without_a_word_is_kept_when_every_code_is_any_other_word()
    {
        const string text = "date,service,amount\n2016-04-01,networks,1\n";
        var map = FileColumns.Blank(folder.Write("codes.csv", text));
        var seen = Seen(text, map);
        var choices = MapChoices.Of(map, seen) with
        {
            Columns = new Dictionary<int, string> { [1] = "service" },
            Words = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["service"] = Given("networks", "") },
            Otherwise = Given("service", "general"),
        };
        var chosen = choices.On(map, seen, isRowTold: false);
        Assert.Empty(chosen.Words["service"]);
        Assert.Empty(MapChoices.Of(chosen, seen).On(chosen, seen, isRowTold: false).Words["service"]);
    }

    [Fact]
    public void The_row_of_headings_is_said_only_where_it_would_not_be_found()
    {
        const string twice = "a,a,b\n2016-04-01,1.00,networks\n";
        var map = FileColumns.Blank(folder.Write("twice.csv", twice));
        var seen = Seen(twice, map with { HeaderRow = 1 });
        Assert.Equal(["column 1", "column 2", "b"], seen.Columns.Select(column => column.Name));
        var choices = MapChoices.Of(map, seen) with
        {
            Columns = new Dictionary<int, string> { [0] = "date", [1] = "amount" },
            Given = new Dictionary<string, string> { ["service"] = "networks", ["paid_by"] = "camden" },
        };
        Assert.Equal(1, choices.On(map with { HeaderRow = 1 }, seen, isRowTold: false).HeaderRow);
        var named = choices with { Columns = new Dictionary<int, string>(choices.Columns) { [2] = "service" } };
        var found = named.On(map with { HeaderRow = 1 }, seen, isRowTold: false);
        Assert.Null(found.HeaderRow);
        Assert.Equal("2016-04-01 1.00", Line(found, twice));
        Assert.Equal(1, named.On(map with { HeaderRow = 1 }, seen, isRowTold: true).HeaderRow);
    }

    [Fact]
    public void A_file_without_headings_has_its_columns_by_their_places()
    {
        const string plain = "networks;1/4/2016;7,00\nnetworks;2/4/2016;8.50\n";
        var map = FileColumns.Blank(folder.Write("plain.csv", plain)) with { HasHeader = false };
        Assert.Equal(';', map.Delimiter);
        var seen = Seen(plain, map);
        var choices = MapChoices.Of(map, seen) with
        {
            Columns = new Dictionary<int, string>
            {
                [0] = "service",
                [1] = "date",
                [2] = "amount",
            },
            Given = Given("paid_by", "camden"),
            Dates = [DateForm.Find("dd/mm/yyyy")!],
            SkipRows = [new RowRange(1, 1)],
        };
        var text = MapText.Of(choices.On(map, seen, isRowTold: false));
        Assert.StartsWith("delimiter: semicolon\nheader: none\n", text, StringComparison.Ordinal);
        Assert.Equal("2016-04-02 8.50", Line(AMap.Of(text), plain));
    }

    [Fact]
    public void Of_a_long_file_the_beginning_is_looked_at_in_whole_rows()
    {
        var row = $"2016-04-01,1.00,networks,{new string('x', 200)}\n";
        var text = $"date,amount,service,note\n{string.Concat(Enumerable.Repeat(row, 45_000))}";
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text[..6_000_000]) })
        {
            var path = folder.Write("long.csv", bytes);
            var map = FileColumns.Blank(path);
            var seen = FileColumns.Of(path, map).Value;
            Assert.True(seen.IsCut);
            Assert.Equal(4, seen.Columns.Count);
            var words = Assert.Single(seen.WordsOf(2));
            Assert.Equal("networks", words.Word);
            Assert.InRange(words.Rows, 8_000, 44_999);
            Assert.Single(seen.WordsOf(0));
        }
    }

    [Fact]
    public void Of_a_long_sheet_the_first_rows_are_looked_at()
    {
        var path = folder.PathOf("long.xlsx");
        using (var to = System.IO.File.Create(path))
        {
            WorkbookWriter.Write(
                to,
                "Costs",
                SheetColumns.Of("date,amount,service"),
                Enumerable.Repeat<IReadOnlyList<string>>(["2016-04-01", "1.00", "networks"], 40_010)
            );
        }
        var map = AMap.Of("columns: { date: date, amount: amount, service: service }\nfixed: { paid_by: camden }\n");
        var seen = FileColumns.Of(path, map).Value;
        Assert.Equal(39_999, Assert.Single(seen.WordsOf(2)).Rows);
        Assert.True(seen.IsCut);
        Assert.Equal(39_999, seen.Read(map).Lines.Value.Lines.Length);
        Assert.Equal(40_010, MappedCosts.Read(path, map).Lines.Value.Lines.Length);
        var draft = MapDraft.OfStart(path, new DraftCodes("camden", "networks")).Value;
        Assert.Contains("made from its beginning", draft.Unclear[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_file_is_drafted_from_its_beginning_which_is_said()
    {
        var row = $"01/04/2016,1.00,{new string('x', 200)}\n";
        var path = folder.Write("long.csv", $"date,amount,note\n{string.Concat(Enumerable.Repeat(row, 45_000))}");
        var draft = MapDraft.OfStart(path, new DraftCodes("camden", "networks")).Value;
        Assert.Contains("made from its beginning", draft.Unclear[^1], StringComparison.Ordinal);
        Assert.Equal(45_000, MappedCosts.Read(path, AMap.Of(draft.Text)).Lines.Value.Lines.Length);
    }

    [Fact]
    public void A_file_that_cannot_be_seen_says_why()
    {
        var path = folder.Write("page.csv", "<html>"u8.ToArray());
        Assert.Equal("not-a-table", Assert.Single(FileColumns.Of(path, FileColumns.Blank(path)).Refusals).Code.Code);
    }

    [Theory]
    [InlineData("4", 4, 4)]
    [InlineData("4-9", 4, 9)]
    [InlineData("900-", 900, int.MaxValue)]
    public void Rows_are_read_as_they_are_written(string text, int first, int last)
    {
        Assert.True(RowRange.TryParse(text, out var range));
        Assert.Equal(new RowRange(first, last), range);
        Assert.Equal(text, range.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("9-4")]
    [InlineData("-4")]
    [InlineData("x")]
    public void What_is_no_rows_is_none(string text) => Assert.False(RowRange.TryParse(text, out _));

    [Fact]
    public void Each_usual_form_reads_what_it_writes()
    {
        var date = new DateOnly(2026, 4, 5);
        foreach (var form in DateForm.Usual)
        {
            Assert.Equal(DateMatch.Yes, form.Read(form.Write(date), out var read));
            Assert.Contains(read, new[] { date, new DateOnly(2026, 4, 1) });
            Assert.True(read == date || !form.Name.Contains("dd", StringComparison.Ordinal), form.Name);
        }
    }

    public void Dispose() => folder.Dispose();

    private static Dictionary<string, string> Given(string key, string value) => new() { [key] = value };

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static string Line(CostMap map, string text) =>
        Assert.Single(
            AMap.Lines(MappedCosts.Read(AMap.File, Encoding.UTF8.GetBytes(text), map))
                .Select(line => $"{line.Date} {line.Amount}")
        );

    private FileColumns Seen(string text, CostMap map) =>
        FileColumns.Of(folder.Write("seen.csv", Bytes(text)), map).Value;
}
