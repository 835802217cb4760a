using System.Security.Cryptography;
using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange.Tests;

/// <summary>What a good file of costs is read as.</summary>
public sealed class CostReadingTests
{
    private const string Plain = "date,service,amount,paid_by\n";

    [Fact]
    public void What_is_left_out_is_revenue_an_actual_and_of_the_month_of_the_date()
    {
        var line = Assert.Single(ACosts.Lines($"{Plain}2016-12-31,networks,5,camden\n"));
        Assert.Equal(
            ("revenue", "actual", "2016-12", "", "", "5.00", ""),
            (line.Kind, line.Nature, line.Month, line.ToMonth, line.Vat, line.Amount, line.Customer)
        );
        Assert.Equal(("", "", "", "", "", "", ""), Texts(line));
        var empty = "date,service,amount,paid_by,kind,nature,month,to_month,irrecoverable_vat,line_id,supplier\n";
        Assert.Equal([line], ACosts.Lines($"{empty}2016-12-31,networks,5,camden,,,,,,,\n"));
    }

    [Fact]
    public void Every_column_is_read()
    {
        var line = Assert.Single(ACosts.Lines(ACosts.With("kind", "income")));
        Assert.Equal(
            ("2016-10-03", "2016-10", "2016-12", "100.00", "3.00"),
            (line.Date, line.Month, line.ToMonth, line.Amount, line.Vat)
        );
        Assert.Equal(("networks", "camden", "income", "actual"), (line.Service, line.PaidBy, line.Kind, line.Nature));
        Assert.Equal(("GL-1", "4410", "R200", "Cable Ltd", "Lines", "INV 7", "GL-0"), Texts(line));
    }

    [Theory]
    [InlineData("0", "0.00")]
    [InlineData("-0.01", "-0.01")]
    [InlineData("7.5", "7.50")]
    [InlineData("007.05", "7.05")]
    [InlineData("00000000000000", "0.00")]
    [InlineData("90071992547409.91", "90071992547409.91")]
    [InlineData("-90071992547409.91", "-90071992547409.91")]
    public void Amounts_are_pounds_with_at_most_two_decimals(string text, string amount)
    {
        Assert.Equal(amount, Assert.Single(ACosts.Lines(ACosts.With("amount", text))).Amount);
        Assert.Equal(amount, Assert.Single(ACosts.Lines(ACosts.With("irrecoverable_vat", text))).Vat);
    }

    [Theory]
    [InlineData("1974-01-01")]
    [InlineData("2000-02-29")]
    [InlineData("2016-02-29")]
    [InlineData("2199-12-31")]
    public void Dates_from_1974_to_2199_are_read(string text) =>
        Assert.Equal(text, Assert.Single(ACosts.Lines($"{Plain}{text},networks,5,camden\n")).Date);

    [Fact]
    public void Every_kind_and_nature_is_read()
    {
        Assert.All(CostWords.KindWords, word => Assert.Equal(word, One("kind", word).Kind));
        Assert.All(CostWords.NatureWords, word => Assert.Equal(word, One("nature", word).Nature));
    }

    [Fact]
    public void Only_the_supplier_of_income_may_be_a_customer()
    {
        var header = "date,service,amount,paid_by,kind,supplier\n";
        string[] cells = ["income,lga", "income,Cable Ltd", "income,", "revenue,lga", "capital,lga", "income,camden"];
        var lines = ACosts.Lines(header + string.Concat(cells.Select(cell => $"{ACosts.Row},{cell}\n")));
        Assert.Equal(["lga", "", "", "", "", "camden"], lines.Select(line => line.Customer));
    }

    [Theory]
    [InlineData("one\ntwo")]
    [InlineData("one\r\ntwo\r\n")]
    [InlineData("\n\n")]
    [InlineData("a \"quoted\" word, and\nanother")]
    public void Words_may_go_over_several_lines(string text)
    {
        Assert.Equal(text, One("supplier", text).Supplier);
        Assert.Equal(text, One("description", text).Description);
        Assert.Equal(text, One("reference", text).Reference);
    }

    [Fact]
    public void A_row_is_a_record_however_many_lines_it_has()
    {
        var text = $"{ACosts.WithWords}{ACosts.Row},a,\"x\ny\nz\",c\n{ACosts.Row},a,b,c\n{ACosts.Row},a,\"\n\",c\n";
        Assert.Equal([2, 3, 4], ACosts.Lines(text).Select(line => line.Row));
        Assert.Equal(["cells-wrong 5:"], ACosts.FaultsOf(text + "x\n"));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_blank_line_counts_as_a_row_and_is_left_out(string end)
    {
        var text = $"date,service,amount,paid_by{end}{end}{ACosts.Row}{end}{end}{end}{ACosts.Row}{end}{end}";
        Assert.Equal([3, 6], ACosts.Lines(text).Select(line => line.Row));
        Assert.Equal(["cells-wrong 8:"], ACosts.FaultsOf(text + "x"));
    }

    [Fact]
    public void All_faults_of_all_rows_come_at_once_in_the_order_of_the_rows()
    {
        var text =
            "line_id,date,service,amount,paid_by,kind,nature,month,to_month,irrecoverable_vat\n"
            + "12#4,2016-02-30,Net,1e3,,cost,late,2016-13,soon,x\n"
            + "G-1,2016-10-03,networks,1.00,camden,,,,,\n"
            + "\n"
            + "G-2,2016-10-03,networks,,camden,,,,,\n"
            + "G-3,2016-10-03\n"
            + "G-4,2016-10-03,net\"works,1.00,camden,,,,,\n"
            + "\"G\n5\",2016-10-03,networks,1.00,Camden,,,,,\n";
        string[] expected =
        [
            "bad-amount 2:amount",
            "bad-amount 2:irrecoverable_vat",
            "bad-code 2:service",
            "bad-date 2:date",
            "bad-month 2:month",
            "bad-month 2:to_month",
            "cell-empty 2:paid_by",
            "line-id-form 2:line_id",
            "word-unknown 2:kind",
            "word-unknown 2:nature",
            "cell-empty 5:amount",
            "cells-wrong 6:",
            "quote-wrong 7:",
            "bad-code 8:paid_by",
            "bad-text 8:line_id",
        ];
        var refusals = ACosts.Read(text).Refusals;
        Assert.Equal(refusals.OrderBy(refusal => refusal.Place!.Row), refusals);
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            Faults.Of(refusals, ACosts.File).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Texts_are_read_back_whichever_lines_are_asked_for() =>
        Seeded.MustHold(
            200,
            random =>
            {
                var batch = ACosts.Read(RandomTable.Of(random)).Value;
                var all = ReadLine.Of(batch);
                Assert.Equal(all, ReadLine.Of(batch, 1));
                byte[] buffer = [];
                byte[] scratch = [];
                var first = random.Next(all.Count);
                var count = random.Next(1, all.Count - first + 1);
                var range = batch.Texts.Range(first, count, ref buffer);
                foreach (var place in Enumerable.Range(first, count).OrderBy(_ => random.Next()))
                {
                    var texts = range.Read(place, ref scratch);
                    Assert.Equal(all[place].Description, Encoding.UTF8.GetString(texts.Description));
                    Assert.Equal(all[place].LineId, Encoding.UTF8.GetString(texts.LineId));
                }
            }
        );

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void The_digest_is_that_of_all_bytes_of_the_file(string mark)
    {
        var bytes = Encoding.UTF8.GetBytes($"{mark}{Plain}{ACosts.Row}\r\n\r\n");
        var batch = CostsFile.Read(ACosts.File, bytes).Value;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), batch.Sha256);
        Assert.Equal(ACosts.File, batch.Source);
    }

    private static ReadLine One(string field, string text) => Assert.Single(ACosts.Lines(ACosts.With(field, text)));

    private static (string, string, string, string, string, string, string) Texts(ReadLine line) =>
        (line.LineId, line.CostCentre, line.Account, line.Supplier, line.Description, line.Reference, line.Corrects);
}
