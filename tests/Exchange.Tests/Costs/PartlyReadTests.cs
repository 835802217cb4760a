namespace Openbook.Exchange.Tests;

/// <summary>Of a file with faults, the rows that can be read are read, so that further faults are found at once.</summary>
public sealed class PartlyReadTests
{
    [Fact]
    public void Rows_with_as_many_cells_as_the_header_are_there_beside_the_faults()
    {
        var text =
            $"{ACosts.WithWords}{ACosts.Row},a,\"b\"\"\",c\nx\n2016-02-30,apps,1.00,camden,d,e,f\n{ACosts.Row},g\"h,i,j\n";
        var outcome = ACosts.Read(text);
        Assert.Equal(["cells-wrong 3:", "bad-date 4:date", "quote-wrong 5:"], Faults.Of(outcome.Refusals, ACosts.File));
        var lines = ReadLine.Of(outcome.Partial!);
        Assert.Equal([2, 4], lines.Select(line => line.Row));
        Assert.Equal(["b\"", "e"], lines.Select(line => line.Description));
        Assert.Equal(["networks", "apps"], lines.Select(line => line.Service));
    }

    [Fact]
    public void A_big_file_with_a_stray_quote_is_there_but_for_the_rows_it_spoils() =>
        Seeded.MustHoldFor(
            9,
            random =>
            {
                var text = BigFile.Of(random, BigFile.PartBytes + 300_000);
                text = text.Insert(BigFile.RowAfter(text, random.Next(text.Length / 2)) + 1, "\"");
                var rows = NaiveCsv.Read(text);
                var width = rows[0].Cells!.Count;
                var good = rows.Where(row => row.Cells?.Count == width).ToList();
                ReadLine.MustBeEqual(ReadLine.Of(good), ReadLine.Of(ACosts.Read(text).Partial!));
            }
        );

    [Fact]
    public void Of_counts_and_payments_the_rows_without_fault_are_there()
    {
        var counts = CountsFile.Read(
            SmallFile.Of(
                "date,driver,partner,count\n2016-10-01,devices,camden,1\n2016-10-01,devices,islington,one\nx\n"
                    + "2016-10-01,devices,haringey,3\n"
            )
        );
        Assert.Equal(["bad-count 3:count", "cells-wrong 4:"], Faults.Of(counts.Refusals, SmallFile.Name));
        Assert.Equal([2, 5], counts.Partial!.Select(row => row.Row));
        var payments = PaymentsFile.Read(
            SmallFile.Of(
                "date,from,to,amount,for\n2016-10-01,camden,islington,1,opening\n2016-10-01,a\"b,c,1,opening\n"
                    + "2016-10-01,camden,islington,1e3,opening\n"
            )
        );
        Assert.Equal(["quote-wrong 3:", "bad-amount 4:amount"], Faults.Of(payments.Refusals, SmallFile.Name));
        Assert.Equal([2], payments.Partial!.Select(row => row.Row));
    }
}
