namespace Openbook.Exchange.Tests;

/// <summary>How records and cells are told apart, seen through the words of cost lines.</summary>
public sealed class CellTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("\"\"", "")]
    [InlineData("\"in quotes\"", "in quotes")]
    [InlineData("\"with, comma\"", "with, comma")]
    [InlineData("\"5\"\" pipe\"", "5\" pipe")]
    [InlineData("\"\"\"said\"\"\"", "\"said\"")]
    [InlineData("\"\"\"\"", "\"")]
    [InlineData("\"\"\"\"\"\"", "\"\"")]
    [InlineData("\"one\ntwo\"", "one\ntwo")]
    [InlineData("\"one\r\ntwo\"", "one\r\ntwo")]
    [InlineData("\"\n\"", "\n")]
    [InlineData("\",\"", ",")]
    [InlineData(" spaces stay ", " spaces stay ")]
    [InlineData("it's", "it's")]
    [InlineData("tab\there", "tab\there")]
    [InlineData("£ é 😀", "£ é 😀")]
    public void A_cell_is_read_without_its_quotes(string cell, string text)
    {
        foreach (var (before, after) in new[] { ("\n", "\n"), ("\r\n", "\r\n"), ("\n", "") })
        {
            var line = Assert.Single(ACosts.Lines($"{Header}{before}{ACosts.Row},{cell},{cell},{cell}{after}"));
            Assert.Equal((text, text, text), (line.Supplier, line.Description, line.Reference));
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void The_last_line_may_lack_its_end(string end)
    {
        var rows = $"{Header}{end}{ACosts.Row},a,b,c{end}{ACosts.Row},d,e,";
        Assert.Equal(["c", ""], ACosts.Lines(rows).Select(line => line.Reference));
        Assert.Equal(["c", "f"], ACosts.Lines(rows + "f").Select(line => line.Reference));
        Assert.Equal(["c", "f"], ACosts.Lines(rows + "\"f\"").Select(line => line.Reference));
        Assert.Equal(["c", "f"], ACosts.Lines(rows + "\"f\"\r").Select(line => line.Reference));
    }

    [Theory]
    [InlineData("a \"b\" c")]
    [InlineData("a\"")]
    [InlineData(" \"a\"")]
    [InlineData("\"a\" ")]
    [InlineData("\"a\"b")]
    [InlineData("\"a\"\"")]
    [InlineData("\"\"a\"\"")]
    [InlineData("\"a\"\rb")]
    public void A_stray_quote_is_refused_and_the_next_line_is_read(string cell)
    {
        var text = $"{ACosts.WithWords}{ACosts.Row},a,b,c\n{ACosts.Row},{cell},b,c\n{ACosts.Row},a\n";
        Assert.Equal(NaiveCsv.ShapeFaults(NaiveCsv.Read(text)), ACosts.FaultsOf(text));
        Assert.Equal("quote-wrong 3:", ACosts.FaultsOf(text)[0]);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_refused_at_its_row()
    {
        var text = $"{ACosts.WithWords}{ACosts.Row},a,b,c\n{ACosts.Row},\"a,b,c\n{ACosts.Row},a,b,c\n";
        Assert.Equal(["quote-wrong 3:"], ACosts.FaultsOf(text));
    }

    [Theory]
    [InlineData("2016-10-03", 1)]
    [InlineData("2016-10-03,networks,1.00,camden,a,b", 6)]
    [InlineData("2016-10-03,networks,1.00,camden,a,b,c,", 8)]
    [InlineData("2016-10-03,networks,1.00,camden,a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z,1,2,3,4", 34)]
    [InlineData("2016-10-03,networks,1,000.00,camden,a,b,c", 8)]
    [InlineData(",,,,,,,", 8)]
    [InlineData(" ", 1)]
    [InlineData("\"\"", 1)]
    public void A_row_with_more_or_fewer_cells_than_the_header_is_refused(string row, int cells)
    {
        var refusal = Assert.Single(ACosts.Read($"{ACosts.WithWords}{ACosts.Row},a,b,c\n{row}\n").Refusals);
        Assert.Equal(["cells-wrong 3:"], Faults.Of([refusal], ACosts.File));
        Assert.Contains($"{cells} cell", refusal.What, StringComparison.Ordinal);
        Assert.Contains("7 columns", refusal.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_are_the_same_at_every_offset_from_a_block_of_32_bytes()
    {
        string[] tails =
        [
            "@,,",
            "\"@,\",,",
            "@,\"a\"\"b\",é",
            "@,\"\n\",\"@\"",
            "\"@\"\"\",@,\"\r\n\"",
            "@,@,@\"",
            "@,@",
        ];
        foreach (var tail in tails)
        {
            for (var length = 0; length < 70; length++)
            {
                var words = tail.Replace("@", new string('w', length), StringComparison.Ordinal);
                var text = $"{ACosts.WithWords}{ACosts.Row},{words}\r\n{ACosts.Row},x,y,z\n{ACosts.Row},{words}";
                MustReadAs(text, NaiveCsv.Read(text));
            }
        }
    }

    [Fact]
    public void Random_tables_are_read_as_a_naive_reader_reads_them() =>
        Seeded.MustHold(
            5_000,
            random =>
            {
                var text = RandomTable.Of(random);
                var rows = NaiveCsv.Read(text);
                ReadLine.MustBeEqual(ReadLine.Of(rows), ReadLine.Of(ACosts.Read(text).Value, random.Next(1, 10)));
            }
        );

    [Fact]
    public void Random_tables_with_stray_quotes_and_cells_have_the_faults_that_a_naive_reader_finds() =>
        Seeded.MustHold(
            2_000,
            random =>
            {
                var text = RandomTable.Spoilt(random);
                MustReadAs(text, NaiveCsv.Read(text));
            }
        );

    private static string Header => ACosts.WithWords.TrimEnd();

    // Faults of shape are the same; a file without any fault reads the same.
    private static void MustReadAs(string text, IReadOnlyList<NaiveRow> rows)
    {
        var faults = ACosts.FaultsOf(text);
        var shape = faults.Where(fault =>
            fault.StartsWith("quote", StringComparison.Ordinal) || fault.StartsWith("cells", StringComparison.Ordinal)
        );
        Assert.Equal(NaiveCsv.ShapeFaults(rows), shape);
        if (faults.Length == 0)
        {
            ReadLine.MustBeEqual(ReadLine.Of(rows), ACosts.Lines(text));
        }
    }
}
