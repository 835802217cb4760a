using System.Security.Cryptography;
using System.Text;

namespace Openbook.Exchange.Tests;

/// <summary>Files that are read in several parts.</summary>
public sealed class BigCostsTests
{
    private const int Whole = 6 * BigFile.PartBytes + 300_000;
    private const int Some = 2 * BigFile.PartBytes + 300_000;

    [Fact]
    public void A_file_of_several_parts_is_read_as_a_naive_reader_reads_it() =>
        Seeded.MustHoldFor(
            1,
            random =>
            {
                var text = BigFile.Of(random, Whole);
                var bytes = Encoding.UTF8.GetBytes(text);
                var batch = CostsFile.Read(ACosts.File, bytes).Value;
                var expected = ReadLine.Of(NaiveCsv.Read(text));
                ReadLine.MustBeEqual(expected, ReadLine.Of(batch));
                Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), batch.Sha256);
                // Each code stands among the names once, whichever parts it is in.
                Assert.Equal(batch.Names.Distinct(), batch.Names);
                Assert.Superset(expected.Select(line => line.Service).ToHashSet(), batch.Names.ToHashSet());
            }
        );

    [Fact]
    public void A_file_of_several_parts_on_disk_reads_the_same_line_by_line() =>
        Seeded.MustHoldFor(
            2,
            random =>
            {
                using var folder = new AFolder();
                var text = BigFile.Of(random, BigFile.PartBytes + 300_000);
                var batch = CostsFile.Read(folder.Write(ACosts.File, text)).Value;
                ReadLine.MustBeEqual(ReadLine.Of(NaiveCsv.Read(text)), ReadLine.Of(batch, random.Next(1, 100)));
            }
        );

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Stray_quotes_in_any_part_give_the_faults_of_a_reading_in_one(int number) =>
        Seeded.MustHoldFor(
            number,
            random =>
            {
                var text = BigFile.Of(random, Some);
                for (var times = random.Next(1, 5); times > 0; times--)
                {
                    var at = BigFile.RowAfter(text, random.Next(text.Length - 20_000));
                    text = text.Insert(at + random.Next(3), "\"");
                }
                MustHaveFaultsOfShape(text);
            }
        );

    [Fact]
    public void Stray_quotes_just_before_the_end_of_a_part_give_the_faults_of_a_reading_in_one() =>
        Seeded.MustHoldFor(
            6,
            random =>
            {
                var text = BigFile.Of(random, Some);
                // The long cells over the boundaries: spoilt in their first line, or closed early.
                var first = text.IndexOf("words\n\"\"so", StringComparison.Ordinal);
                MustHaveFaultsOfShape(text.Insert(first + 3, "\""));
                MustHaveFaultsOfShape(text.Remove(first - 1, 1));
                var last = text.LastIndexOf("words\n\"\"so", StringComparison.Ordinal);
                MustHaveFaultsOfShape(text.Insert(last + 3, "\""));
            }
        );

    [Fact]
    public void A_quote_that_is_never_closed_is_refused_at_its_row_in_a_later_part() =>
        Seeded.MustHoldFor(
            7,
            random =>
            {
                var text = BigFile.Of(random, Some) + "GL-0,2016-10-03,networks,1.00,camden,,lga,\"to the end\n\n\n";
                var rows = NaiveCsv.Read(text);
                Assert.Equal([$"quote-wrong {rows[^1].Number}:"], ACosts.FaultsOf(text));
            }
        );

    [Fact]
    public void Faults_after_blank_lines_and_words_over_lines_in_earlier_parts_have_their_row() =>
        Seeded.MustHoldFor(
            8,
            random =>
            {
                var text = BigFile.Of(random, Some);
                var bad = "GL-0,2016-02-30,networks,1e3,camden,,lga,x\n";
                foreach (var part in new[] { 0, 1, 2 })
                {
                    text = text.Insert(BigFile.RowAfter(text, part * BigFile.PartBytes + 5_000), "\n" + bad + "x\n");
                }
                var rows = NaiveCsv.Read(text).Where(row => row.Cells?[0] == "GL-0").Select(row => row.Number);
                Assert.Equal(
                    rows.SelectMany(row =>
                        new[] { $"bad-date {row}:date", $"bad-amount {row}:amount", $"cells-wrong {row + 1}:" }
                    ),
                    ACosts.FaultsOf(text)
                );
            }
        );

    [Fact]
    public void Bytes_that_are_not_text_have_their_row_in_a_later_part()
    {
        var rows = new StringBuilder("date,service,amount,paid_by\n")
            .Insert(28, $"{ACosts.Row}\n\n", 70_000)
            .ToString();
        foreach (var at in new[] { 10_000, 60_000, 69_999 })
        {
            var row = 2 * at + 2;
            var place = 28 + at * (ACosts.Row.Length + 2);
            var bytes = Encoding.UTF8.GetBytes(rows);
            bytes[place] = 0xE9;
            Assert.Equal(
                [$"file-not-text {row}:"],
                Faults.Of(CostsFile.Read(ACosts.File, bytes).Refusals, ACosts.File)
            );
            bytes[place] = 0x07;
            Assert.Equal([$"bad-text {row}:"], Faults.Of(CostsFile.Read(ACosts.File, bytes).Refusals, ACosts.File));
        }
    }

    [Fact]
    public void Of_a_file_whose_bytes_are_not_text_no_other_fault_is_told()
    {
        var text = "date,service,amount,paid_by\n2016-02-30,networks,1.00,camden\n" + ACosts.Row;
        var bytes = Encoding.UTF8.GetBytes(text + "\n" + string.Concat(Enumerable.Repeat($"{ACosts.Row}\n", 150_000)));
        Assert.Equal(["bad-date 2:date"], Faults.Of(CostsFile.Read(ACosts.File, bytes).Refusals, ACosts.File));
        bytes[^10] = 0xE9;
        Assert.Equal(["file-not-text 150003:"], Faults.Of(CostsFile.Read(ACosts.File, bytes).Refusals, ACosts.File));
    }

    [Fact]
    public void A_record_larger_than_several_parts_is_one_row()
    {
        var words = ACosts.Quoted(string.Concat(Enumerable.Repeat("\"many\" words\n", 250_000)));
        var row = $"{ACosts.Row},a,b,c\n";
        var text = $"{ACosts.WithWords}{row}{ACosts.Row},a,{words},c\n{row}x\n";
        Assert.Equal(["text-too-long 3:description", "cells-wrong 5:"], ACosts.FaultsOf(text));
    }

    [Fact]
    public void A_stray_quote_before_more_than_is_looked_at_together_has_its_row()
    {
        // No line end after the quote lies outside quotes, however far one looks.
        var row = Encoding.UTF8.GetBytes($"{ACosts.Row},a,{new string('w', 8_000)},c\n");
        var start = Encoding.UTF8.GetBytes($"{ACosts.WithWords}{ACosts.Row},a,b,c\n\n{ACosts.Row},a,5\" pipe,c\n");
        var bytes = new byte[start.Length + 17_000 * row.Length + 2];
        start.CopyTo(bytes, 0);
        for (var at = start.Length; at + row.Length < bytes.Length; at += row.Length)
        {
            row.CopyTo(bytes, at);
        }
        "x\n"u8.CopyTo(bytes.AsSpan(^2..));
        Assert.Equal(
            ["quote-wrong 4:", "cells-wrong 17005:"],
            Faults.Of(CostsFile.Read(ACosts.File, bytes).Refusals, ACosts.File)
        );
    }

    [Fact]
    public void More_codes_than_the_program_can_number_are_refused()
    {
        var rows = new StringBuilder("date,service,amount,paid_by,kind,supplier\n");
        for (var i = 0; i < 45_000; i++)
        {
            rows.Append(ACosts.Row).Append(",income,customer-").Append(i).Append('\n');
        }
        var refusals = ACosts.Read(rows.ToString()).Refusals;
        Assert.All(refusals, refusal => Assert.Equal("word-unknown", refusal.Code.Code));
        Assert.Contains("30,000", refusals[0].What, StringComparison.Ordinal);
    }

    private static void MustHaveFaultsOfShape(string text)
    {
        var expected = NaiveCsv.ShapeFaults(NaiveCsv.Read(text));
        Assert.NotEmpty(expected);
        Assert.Equal(expected, ACosts.FaultsOf(text));
    }

    [Fact]
    public void Who_watches_is_told_how_many_rows_are_read_and_may_end_it()
    {
        using var folder = new AFolder();
        var rows = string.Concat(
            Enumerable.Repeat("2026-01-05,networks,1.00,camden,a longer description of it\n", 60_000)
        );
        var path = folder.Write(ACosts.File, $"date,service,amount,paid_by,description\n{rows}");
        foreach (
            var map in new[] { null, "columns: { date: date, service: service, amount: amount, paid_by: paid_by }" }
        )
        {
            var told = new List<int>();
            var batch = Read(told.Add).Lines.Value;
            Assert.Equal(60_000, batch.Lines.Length);
            Assert.InRange(told.Count, 2, 100);
            Assert.Equal(told.Order(), told);
            Assert.InRange(told[^1], 30_000, 60_001);
            Assert.Throws<OperationCanceledException>(() => Read(_ => throw new OperationCanceledException()));

            CostSource Read(RowsRead watch) =>
                map is null ? CostFiles.Read(path, watch) : MappedCosts.Read(path, AMap.Of(map), watch);
        }
    }
}
