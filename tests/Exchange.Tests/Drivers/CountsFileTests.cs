using Openbook.Domain;

namespace Openbook.Exchange.Tests;

public sealed class CountsFileTests
{
    private const string Header = "date,driver,partner,count,source\n";
    private const string Row = "2016-10-01,devices,camden,4200,MDM\n";

    [Fact]
    public void Counts_are_read_with_their_rows()
    {
        var rows = SmallFile.Counts($"{Header}{Row}\r\n2016-10-02,seats,islington,0.5,\"report, \"\"B\"\"\"");
        Assert.Equal([2, 4], rows.Select(row => row.Row));
        var first = rows[0].Count;
        Assert.Equal((new DateOnly(2016, 10, 1), "devices", "camden", "4200", "MDM"), Of(first));
        var second = rows[1].Count;
        Assert.Equal((new DateOnly(2016, 10, 2), "seats", "islington", "0.5", "report, \"B\""), Of(second));
    }

    [Fact]
    public void What_was_entered_by_hand_is_read_as_it_was_written()
    {
        DriverCount[] counts =
        [
            new(new DateOnly(2016, 10, 1), "devices", "camden", new Weight(4_200_000_000), "=report, \"B\""),
            new(new DateOnly(2016, 10, 1), "devices", "islington", new Weight(500_000), ""),
        ];
        var read = CountsFile.Read(CountsText.Of("by-hand.csv", counts).Value);
        Assert.Equal(counts, read.Value.Select(row => row.Count));
    }

    [Fact]
    public void Columns_stand_in_any_order_and_the_source_may_be_left_out()
    {
        var row = Assert.Single(SmallFile.Counts("\uFEFFcount,partner,date,driver\n7,camden,2016-10-01,devices\n"));
        Assert.Equal((new DateOnly(2016, 10, 1), "devices", "camden", "7", ""), Of(row.Count));
        Assert.Equal("", Assert.Single(SmallFile.Counts($"{Header}2016-10-01,devices,camden,7,\n")).Count.Source);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.000000", "0")]
    [InlineData("007", "7")]
    [InlineData("1.50", "1.5")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("999999999999.999999", "999999999999.999999")]
    public void A_count_is_an_exact_decimal(string text, string count) =>
        Assert.Equal(count, Assert.Single(SmallFile.Counts(With("count", text))).Count.Count.ToString());

    [Theory]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1,000")]
    [InlineData("1.0000001")]
    [InlineData("1234567890123")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("1e3")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("٣")]
    [InlineData("5%")]
    [InlineData("many")]
    [InlineData("NaN")]
    public void A_count_in_another_form_is_refused(string text) =>
        Assert.Equal(["bad-count 2:count"], SmallFile.CountFaults(With("count", text)));

    [Theory]
    [InlineData("date", "2016-02-30", "bad-date")]
    [InlineData("date", "20211-01-01", "bad-date")]
    [InlineData("date", "01/10/2016", "bad-date")]
    [InlineData("date", "", "cell-empty")]
    [InlineData("driver", "Devices", "bad-code")]
    [InlineData("driver", "", "cell-empty")]
    [InlineData("partner", "London Borough of Camden", "bad-code")]
    [InlineData("partner", "", "cell-empty")]
    [InlineData("count", "", "cell-empty")]
    [InlineData("source", "two\nlines", "bad-text")]
    [InlineData("source", "a\ttab", "bad-text")]
    [InlineData("source", "a\u0085b", "bad-text")]
    public void A_cell_that_is_wrong_is_refused_with_its_place(string field, string text, string code) =>
        Assert.Equal([$"{code} 2:{field}"], SmallFile.CountFaults(With(field, text)));

    [Fact]
    public void A_source_may_have_1000_characters_and_no_more()
    {
        Assert.Empty(SmallFile.CountFaults(With("source", new string('é', 1000))));
        Assert.Equal(["text-too-long 2:source"], SmallFile.CountFaults(With("source", new string('a', 1001))));
    }

    [Fact]
    public void All_faults_of_all_rows_come_at_once_in_the_order_of_the_rows()
    {
        var text =
            $"{Header}2016-10-32,Devices,,x,\n{Row}\n2016-10-01,devices\n2016-10-01,dev\"ices,camden,1,\n,a,b,1,\n{Row}";
        Assert.Equal(
            [
                "bad-date 2:date",
                "bad-code 2:driver",
                "cell-empty 2:partner",
                "bad-count 2:count",
                "cells-wrong 5:",
                "quote-wrong 6:",
                "cell-empty 7:date",
            ],
            SmallFile.CountFaults(text)
        );
    }

    [Theory]
    [InlineData("2016-10-01,devices,camden,1", "cells-wrong 2:")]
    [InlineData("2016-10-01,devices,camden,1,a,b", "cells-wrong 2:")]
    [InlineData("2016-10-01,devices,camden,4,200,MDM", "cells-wrong 2:")]
    [InlineData("\"\"", "cells-wrong 2:")]
    [InlineData("2016-10-01,devices,camden,1,5\" pipe", "quote-wrong 2:")]
    [InlineData("2016-10-01,devices,camden,1,\"open", "quote-wrong 2:")]
    [InlineData("", "file-empty :")]
    [InlineData("\n\r\n", "file-empty :")]
    public void A_row_of_the_wrong_shape_is_refused(string row, string fault) =>
        Assert.Equal([fault], SmallFile.CountFaults($"{Header}{row}\n"));

    private static string With(string field, string text)
    {
        var cells = Header
            .TrimEnd()
            .Split(',')
            .Zip(Row.TrimEnd().Split(','))
            .Select(cell => ACosts.Quoted(cell.First == field ? text : cell.Second));
        return $"{Header}{string.Join(',', cells)}\n";
    }

    private static (DateOnly, string, string, string, string) Of(DriverCount count) =>
        (count.Date, count.Driver, count.Partner, count.Count.ToString(), count.Source);
}
