using Openbook.Domain;

namespace Openbook.Exchange.Tests;

/// <summary>What is refused in one cell, with its place.</summary>
public sealed class CostFaultTests
{
    [Theory]
    [InlineData("")]
    [InlineData("1,000.00")]
    [InlineData("£5")]
    [InlineData("-£5")]
    [InlineData("5p")]
    [InlineData("1.234")]
    [InlineData("5.000")]
    [InlineData("(5.00)")]
    [InlineData("5-")]
    [InlineData("+5")]
    [InlineData("--5")]
    [InlineData("- 5")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("5.")]
    [InlineData(".5")]
    [InlineData("-.5")]
    [InlineData("1.2.3")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("1_000")]
    [InlineData("1 000")]
    [InlineData("1'000")]
    [InlineData("1,5")]
    [InlineData(" 5")]
    [InlineData("5 ")]
    [InlineData("5\n")]
    [InlineData("٣")]
    [InlineData("５")]
    [InlineData("½")]
    [InlineData("−5")]
    [InlineData("NaN")]
    [InlineData("∞")]
    [InlineData("nil")]
    [InlineData("90071992547409.92")]
    [InlineData("-90071992547409.92")]
    [InlineData("99999999999999")]
    [InlineData("123456789012345")]
    [InlineData("9223372036854775807")]
    [InlineData("18446744073709551617")]
    public void An_amount_in_another_form_is_refused(string text)
    {
        Assert.Equal([text.Length == 0 ? "cell-empty 2:amount" : "bad-amount 2:amount"], One("amount", text));
        Assert.Equal(text.Length == 0 ? [] : ["bad-amount 2:irrecoverable_vat"], One("irrecoverable_vat", text));
    }

    [Theory]
    [InlineData("2016-02-30")]
    [InlineData("2015-02-29")]
    [InlineData("2100-02-29")]
    [InlineData("2016-04-31")]
    [InlineData("2016-13-01")]
    [InlineData("2016-00-10")]
    [InlineData("2016-10-00")]
    [InlineData("2016-10-32")]
    [InlineData("0000-00-00")]
    [InlineData("20211-01-01")]
    [InlineData("2021-1-01")]
    [InlineData("2021-01-1")]
    [InlineData("21-01-01")]
    [InlineData("1973-12-31")]
    [InlineData("2200-01-01")]
    [InlineData("01/10/2016")]
    [InlineData("2016/10/01")]
    [InlineData("20161001")]
    [InlineData("1 Oct 2016")]
    [InlineData("2016-10-01T00:00:00")]
    [InlineData(" 2016-10-01")]
    [InlineData("2016-10-01 ")]
    [InlineData("+016-10-01")]
    [InlineData("2016-10-1O")]
    [InlineData("2016-10--1")]
    [InlineData("٢٠١٦-١٠-٠١")]
    [InlineData("42644")]
    public void A_date_that_does_not_exist_or_is_in_another_form_is_refused(string text) =>
        Assert.Equal(["bad-date 2:date"], One("date", text));

    [Theory]
    [InlineData("2016-13")]
    [InlineData("2016-00")]
    [InlineData("2016-1")]
    [InlineData("2016-10-01")]
    [InlineData("20211-01")]
    [InlineData("1973-12")]
    [InlineData("2200-01")]
    [InlineData("2016/17-13")]
    [InlineData("10/2016")]
    [InlineData("October")]
    [InlineData("2016-1١")]
    [InlineData(" ")]
    public void A_month_that_does_not_exist_or_is_in_another_form_is_refused(string text)
    {
        Assert.Equal(["bad-month 2:month"], One("month", text));
        Assert.Equal(["bad-month 2:to_month"], One("to_month", text));
    }

    [Theory]
    [InlineData("Networks")]
    [InlineData("net works")]
    [InlineData("networks ")]
    [InlineData(" networks")]
    [InlineData("1st")]
    [InlineData("-a")]
    [InlineData("a_b")]
    [InlineData("a.b")]
    [InlineData("café")]
    [InlineData("a\"b")]
    [InlineData("a\nb")]
    [InlineData("abcdefghijabcdefghijabcdefghijab")]
    public void A_service_or_payer_that_is_no_code_is_refused(string text)
    {
        Assert.Equal(["bad-code 2:service"], One("service", text));
        Assert.Equal(["bad-code 2:paid_by"], One("paid_by", text));
    }

    [Theory]
    [InlineData("kind", "Revenue")]
    [InlineData("kind", "costs")]
    [InlineData("kind", " income")]
    [InlineData("kind", "actual")]
    [InlineData("kind", "capita1")]
    [InlineData("nature", "ACTUAL")]
    [InlineData("nature", "actuals")]
    [InlineData("nature", "prepayment")]
    [InlineData("nature", "revenue")]
    public void A_word_that_is_not_one_of_those_allowed_is_refused(string field, string text) =>
        Assert.Equal([$"word-unknown 2:{field}"], One(field, text));

    [Theory]
    [InlineData("date")]
    [InlineData("service")]
    [InlineData("amount")]
    [InlineData("paid_by")]
    public void A_required_cell_may_not_be_empty(string field) =>
        Assert.Equal([$"cell-empty 2:{field}"], One(field, ""));

    [Fact]
    public void An_optional_cell_may_be_empty() =>
        Assert.All(CostsFile.Optional, field => Assert.Empty(One(field, "")));

    [Theory]
    [InlineData("12#4")]
    [InlineData("1#1")]
    [InlineData("999999999#999999999")]
    public void A_line_id_of_the_form_of_a_lines_name_is_refused(string text)
    {
        Assert.Equal(["line-id-form 2:line_id"], One("line_id", text));
        Assert.Empty(One("corrects", text));
        Assert.Empty(One("reference", text));
    }

    [Theory]
    [InlineData("#4")]
    [InlineData("12#")]
    [InlineData("12#4#5")]
    [InlineData("12#4a")]
    [InlineData("A12#4")]
    [InlineData("12 #4")]
    [InlineData("1/2, 3")]
    [InlineData("5\" pipe")]
    public void Any_other_line_id_is_read_as_it_is(string text) =>
        Assert.Equal(text, Assert.Single(ACosts.Lines(ACosts.With("line_id", text))).LineId);

    [Theory]
    [InlineData("line_id")]
    [InlineData("cost_centre")]
    [InlineData("account")]
    [InlineData("corrects")]
    public void A_text_among_the_figures_stands_on_one_line(string field)
    {
        foreach (var text in new[] { "a\nb", "a\r\nb", "a\rb", "\n", "a\n" })
        {
            Assert.Equal([$"bad-text 2:{field}"], One(field, text));
        }
    }

    [Theory]
    [InlineData("line_id")]
    [InlineData("cost_centre")]
    [InlineData("account")]
    [InlineData("corrects")]
    public void A_carriage_return_without_quotes_is_refused_among_the_figures_as_it_is_in_quotes(string field) =>
        Assert.Equal(
            [$"bad-text 2:{field}"],
            ACosts.FaultsOf($"{field},date,service,amount,paid_by\na\rb,{ACosts.Row}\n")
        );

    [Theory]
    [InlineData("line_id")]
    [InlineData("cost_centre")]
    [InlineData("account")]
    [InlineData("corrects")]
    [InlineData("supplier")]
    [InlineData("description")]
    [InlineData("reference")]
    public void A_text_may_have_8192_bytes_and_no_more(string field)
    {
        Assert.Empty(One(field, new string('a', 8192)));
        Assert.Empty(One(field, new string('"', 8192)));
        Assert.Equal([$"text-too-long 2:{field}"], One(field, new string('a', 8193)));
        Assert.Equal([$"text-too-long 2:{field}"], One(field, new string('é', 4097)));
    }

    [Fact]
    public void A_fault_shows_the_start_of_what_was_found()
    {
        Assert.Equal("\"1e3\" is not an amount.", Only("amount", "1e3").What);
        Assert.Equal("The cell date is empty.", Only("date", "").What);
        Assert.Equal($"\"{new string('9', 60)}…\" is not an amount.", Only("amount", new string('9', 500)).What);
        Assert.Contains("revenue, capital, income", Only("kind", "x").What, StringComparison.Ordinal);
    }

    private static string[] One(string field, string text) => ACosts.FaultsOf(ACosts.With(field, text));

    private static Refusal Only(string field, string text) =>
        Assert.Single(ACosts.Read(ACosts.With(field, text)).Refusals);
}
