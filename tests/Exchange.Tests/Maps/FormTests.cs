using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Openbook.Domain;

namespace Openbook.Exchange.Tests;

/// <summary>The forms of amounts and dates: what is written in any form reads back, and nothing else is read.</summary>
public sealed class FormTests
{
    private static readonly string[] forms =
    [
        "dd/mm/yyyy",
        "dd/mm/yy",
        "dd-mon-yy",
        "dd-mon-yyyy",
        "dd.mm.yyyy",
        "dd mon yyyy",
        "dd month yyyy",
        "yyyy-mm-dd",
        "yyyymmdd",
        "ddmmyyyy",
        "mm/dd/yyyy",
        "dd month, yyyy",
        "ddmonyyyy",
    ];

    [Fact]
    public void Any_amount_in_any_form_reads_back() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<(int Pence, int Form)>(),
                (item) =>
                {
                    var money = new Money(item.Pence * 97L);
                    var size = Math.Abs(money.Pence);
                    var plain = new Money(size).ToPlain();
                    var commas = (size / 100).ToString("N0", CultureInfo.InvariantCulture) + plain[^3..];
                    string[] above =
                    [
                        plain,
                        commas,
                        "£" + commas,
                        "£ " + plain,
                        commas + " DR",
                        "GBP" + plain,
                        plain + "000",
                    ];
                    string[] below =
                    [
                        "-" + plain,
                        "(" + commas + ")",
                        "£-" + plain,
                        "-£" + commas,
                        plain + "-",
                        commas + " CR",
                        "(£" + plain + ")",
                        "£(" + plain + ")",
                        "\u2212" + plain,
                    ];
                    var texts = money.Pence < 0 ? below : above;
                    return AmountText.TryRead($" {texts[Math.Abs(item.Form % texts.Length)]} ", out var read, out _)
                        && read == money;
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1,23.00")]
    [InlineData("12,34,567.00")]
    [InlineData(",123.00")]
    [InlineData("1.234,50")]
    [InlineData("1 234.50")]
    [InlineData("--1.00")]
    [InlineData("(-1.00)")]
    [InlineData("-(1.00)")]
    [InlineData("(1.00")]
    [InlineData("1.00)")]
    [InlineData("(1.00)-")]
    [InlineData("-1.00-")]
    [InlineData("-1.00 CR")]
    [InlineData("££1.00")]
    [InlineData("$1.00")]
    [InlineData("1.005")]
    [InlineData("12.3000000001")]
    [InlineData("1234.50500000000001")]
    [InlineData("1.00000000000000000000000000001")]
    [InlineData("1e3")]
    [InlineData("1.0.0")]
    [InlineData("£")]
    [InlineData(".")]
    [InlineData("()")]
    [InlineData("99999999999999999.00")]
    [InlineData("01/04/2016500.00")]
    public void What_is_no_amount_is_not_read(string text) => Assert.False(AmountText.TryRead(text, out _, out _));

    [Theory]
    [InlineData("1234.5600000000001", 123456)]
    [InlineData("(57,193,336.859999999)", -5719333686)]
    [InlineData("12.299999999999999", 1230)]
    [InlineData("99.9999999999999999", 10000)]
    [InlineData("0.30000000000000004", 30)]
    public void What_a_sum_in_a_spreadsheet_left_beyond_its_15_digits_is_no_part_of_a_number(string text, long pence)
    {
        Assert.True(AmountText.TryRead(text, out var read, out _));
        Assert.Equal(pence, read.Pence);
    }

    [Theory]
    [InlineData("-", AmountForms.Dash)]
    [InlineData("£ -", AmountForms.Dash | AmountForms.Pound)]
    [InlineData("(1,000.00)", AmountForms.Brackets | AmountForms.Commas)]
    [InlineData("1.00-", AmountForms.TrailingMinus)]
    [InlineData("-1.00", AmountForms.None)]
    public void The_forms_that_an_amount_needs_are_told(string text, AmountForms expected)
    {
        Assert.True(AmountText.TryRead(text, out _, out var needed));
        Assert.Equal(expected, needed);
    }

    [Fact]
    public void Any_day_in_any_form_reads_back() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<(int Day, int Form, bool Time)>(),
                item =>
                {
                    var date = new DateOnly(1974, 1, 1).AddDays(Math.Abs(item.Day % 36_000));
                    var name = forms[Math.Abs(item.Form % forms.Length)];
                    var net = name.Replace("month", "MMMM", StringComparison.Ordinal)
                        .Replace("mon", "MMM", StringComparison.Ordinal)
                        .Replace("mm", "MM", StringComparison.Ordinal)
                        .Replace("/", "'/'", StringComparison.Ordinal);
                    var text = date.ToString(net, CultureInfo.InvariantCulture) + (item.Time ? " 00:00:00" : "");
                    return DateForm.Find(name)!.Read(text, out var read) == DateMatch.Yes && read == date;
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("dd/mm/yyyy", "31/04/2016", DateMatch.NoSuchDay)]
    [InlineData("dd/mm/yyyy", "29/02/2015", DateMatch.NoSuchDay)]
    [InlineData("dd/mm/yyyy", "00/01/2015", DateMatch.NoSuchDay)]
    [InlineData("dd/mm/yyyy", "01/13/2015", DateMatch.NoSuchDay)]
    [InlineData("dd/mm/yyyy", "01/01/1900", DateMatch.NoSuchDay)]
    [InlineData("dd/mm/yyyy", "01/01/20211", DateMatch.No)]
    [InlineData("dd/mm/yyyy", "01/01/211", DateMatch.No)]
    [InlineData("dd/mm/yyyy", "28/12/20/11", DateMatch.No)]
    [InlineData("dd/mm/yyyy", "01/04/2016500.00", DateMatch.No)]
    [InlineData("dd/mm/yyyy", "01/04/16", DateMatch.No)]
    [InlineData("dd/mm/yyyy", "01/04/2016 25:00", DateMatch.No)]
    [InlineData("dd/mm/yyyy", "1/4/2016 09:30", DateMatch.Yes)]
    [InlineData("yyyy-mm-dd", "2016-03-31T23:00:00Z", DateMatch.No)]
    [InlineData("yyyy-mm-dd", "2016-04-01T00:00:00", DateMatch.Yes)]
    [InlineData("yyyy-mm-dd", "2017-09-31", DateMatch.NoSuchDay)]
    [InlineData("dd-mon-yy", "26-May-11", DateMatch.Yes)]
    [InlineData("dd-mon-yy", "26-Mai-11", DateMatch.No)]
    [InlineData("dd-mon-yy", "1-SEPT-11", DateMatch.Yes)]
    [InlineData("mon-yy", "Apr-16", DateMatch.Yes)]
    [InlineData("month yyyy", "April 2016", DateMatch.Yes)]
    [InlineData("yyyymmdd", "2016041", DateMatch.No)]
    [InlineData("excel", "42461", DateMatch.Yes)]
    [InlineData("excel", "4246", DateMatch.No)]
    public void A_text_is_held_against_a_form(string form, string text, DateMatch expected) =>
        Assert.Equal(expected, DateForm.Find(form)!.Read(text, out _));

    [Fact]
    public void The_days_of_a_workbook_are_counted_as_it_counts_them()
    {
        DateForm.Find("excel")!.Read("42461", out var date);
        Assert.Equal("2016-04-01", Dates.Iso(date));
        DateForm.Find("mon-yy")!.Read("Apr-16", out date);
        Assert.Equal("2016-04-01", Dates.Iso(date));
    }

    [Theory]
    [InlineData("dd/mm")]
    [InlineData("yyyy")]
    [InlineData("dd/dd/mm/yyyy")]
    [InlineData("DD/MM/YYYY")]
    [InlineData("d/m/yyyy")]
    [InlineData("")]
    public void What_is_no_form_of_dates_is_none(string name) => Assert.Null(DateForm.Find(name));
}
