using Openbook.Domain;

namespace Openbook.Exchange.Tests;

public sealed class PaymentsFileTests
{
    private const string Header = "date,from,to,amount,reference,for\n";
    private const string Row = "2016-10-31,islington,camden,1500.5,BACS 9,settlement\n";

    [Fact]
    public void What_is_written_by_hand_is_read_as_it_was()
    {
        var payment = new Payment(
            new DateOnly(2016, 11, 1),
            "camden",
            "haringey",
            new Money(123456),
            "=a \"b\", c",
            PaymentPurpose.Opening
        );
        var read = PaymentsFile.Read(PaymentsText.Of("by-hand.csv", payment).Value);
        Assert.Equal(payment, Assert.Single(read.Value).Payment);
    }

    [Fact]
    public void Payments_are_read_with_their_rows()
    {
        var rows = SmallFile.Payments(
            $"{Header}{Row}\n2016-11-01,camden,haringey,2,\"a \"\"b\"\", c\",on-account\r\n{Row}"
        );
        Assert.Equal([2, 4, 5], rows.Select(row => row.Row));
        Assert.Equal(
            new Payment(
                new DateOnly(2016, 10, 31),
                "islington",
                "camden",
                new Money(150050),
                "BACS 9",
                PaymentPurpose.Settlement
            ),
            rows[0].Payment
        );
        Assert.Equal(
            new Payment(
                new DateOnly(2016, 11, 1),
                "camden",
                "haringey",
                new Money(200),
                "a \"b\", c",
                PaymentPurpose.OnAccount
            ),
            rows[1].Payment
        );
    }

    [Fact]
    public void Columns_stand_in_any_order_and_the_reference_may_be_left_out()
    {
        var text = "\uFEFFfor,amount,to,from,date\r\nopening,0.01,camden,islington,2016-10-01\r\n";
        Assert.Equal(
            new Payment(new DateOnly(2016, 10, 1), "islington", "camden", new Money(1), "", PaymentPurpose.Opening),
            Assert.Single(SmallFile.Payments(text)).Payment
        );
    }

    [Fact]
    public void Every_purpose_is_read() =>
        Assert.All(
            Enum.GetValues<PaymentPurpose>(),
            purpose =>
                Assert.Equal(
                    purpose,
                    Assert.Single(SmallFile.Payments(With("for", PaymentsRecorded.WordOf(purpose)))).Payment.For
                )
        );

    [Theory]
    [InlineData("date", "2017-02-29", "bad-date")]
    [InlineData("date", "20211-01-01", "bad-date")]
    [InlineData("date", "31.10.2016", "bad-date")]
    [InlineData("date", "", "cell-empty")]
    [InlineData("from", "Islington", "bad-code")]
    [InlineData("from", "", "cell-empty")]
    [InlineData("to", "camden ", "bad-code")]
    [InlineData("to", "", "cell-empty")]
    [InlineData("amount", "1,500.00", "bad-amount")]
    [InlineData("amount", "£5", "bad-amount")]
    [InlineData("amount", "1.234", "bad-amount")]
    [InlineData("amount", "(5.00)", "bad-amount")]
    [InlineData("amount", "5-", "bad-amount")]
    [InlineData("amount", "1e3", "bad-amount")]
    [InlineData("amount", "٣", "bad-amount")]
    [InlineData("amount", "", "cell-empty")]
    [InlineData("reference", "two\nlines", "bad-text")]
    [InlineData("reference", "two\rlines", "bad-text")]
    [InlineData("for", "Settlement", "word-unknown")]
    [InlineData("for", "on account", "word-unknown")]
    [InlineData("for", "", "cell-empty")]
    public void A_cell_that_is_wrong_is_refused_with_its_place(string field, string text, string code) =>
        Assert.Equal([$"{code} 2:{field}"], SmallFile.PaymentFaults(With(field, text)));

    [Fact]
    public void All_faults_of_all_rows_come_at_once_in_the_order_of_the_rows()
    {
        var text =
            $"{Header}x,A,,1e3,,gift\n\n{Row}2016-10-31,islington,camden,1500,\n2016-10-31,a,b,,\"r\"x,opening\n,a,b,1,,opening\n";
        Assert.Equal(
            [
                "bad-date 2:date",
                "bad-code 2:from",
                "cell-empty 2:to",
                "bad-amount 2:amount",
                "word-unknown 2:for",
                "cells-wrong 5:",
                "quote-wrong 6:",
                "cell-empty 7:date",
            ],
            SmallFile.PaymentFaults(text)
        );
    }

    [Theory]
    [InlineData("2016-10-31,islington,camden,1500,settlement", "cells-wrong 2:")]
    [InlineData("2016-10-31,islington,camden,1,500.00,BACS,settlement", "cells-wrong 2:")]
    [InlineData("2016-10-31,islington,camden,1500,\"open,settlement", "quote-wrong 2:")]
    [InlineData("", "file-empty :")]
    [InlineData("\n\n", "file-empty :")]
    public void A_row_of_the_wrong_shape_is_refused(string row, string fault) =>
        Assert.Equal([fault], SmallFile.PaymentFaults($"{Header}{row}\n"));

    [Fact]
    public void Random_references_are_read_as_a_naive_reader_reads_them() =>
        Seeded.MustHold(
            500,
            random =>
            {
                var rows = Enumerable.Range(0, random.Next(1, 20)).Select(_ => RandomRow(random));
                var text = Header + string.Concat(rows);
                var naive = NaiveCsv.Read(text).Skip(1).Where(row => !row.IsBlank).ToList();
                var read = SmallFile.Payments(text);
                Assert.Equal(naive.Select(row => row.Number), read.Select(row => row.Row));
                Assert.Equal(naive.Select(row => row.Cells![4]), read.Select(row => row.Payment.Reference));
            }
        );

    private static string RandomRow(Random random)
    {
        string[] pieces = ["a", "\"", ",", "é", "BACS and more ", "😀"];
        var words = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(6)]));
        var mustBeQuoted = words.AsSpan().IndexOfAny(",\"") >= 0 || random.Next(3) == 0;
        var reference = mustBeQuoted ? ACosts.Quoted(words) : words;
        var blank = random.Next(9) == 0 ? "\r\n" : "";
        return $"{blank}2016-10-31,islington,camden,1.00,{reference},opening{(random.Next(2) == 0 ? "\n" : "\r\n")}";
    }

    private static string With(string field, string text)
    {
        var cells = Header
            .TrimEnd()
            .Split(',')
            .Zip(Row.TrimEnd().Split(','))
            .Select(cell => ACosts.Quoted(cell.First == field ? text : cell.Second));
        return $"{Header}{string.Join(',', cells)}\n";
    }
}
