using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Values;

public sealed class TextTests
{
    [Fact]
    public void Numbers_become_text_in_one_way()
    {
        Assert.Equal("-1234567", Text.Of(-1_234_567));
        Assert.Equal("-1,234,567", Text.Grouped(-1_234_567));
        Assert.Equal("9,223,372,036,854,775,807", Text.Grouped(long.MaxValue));
        Assert.Equal("-9223372036854775808", Text.Of(long.MinValue));
    }

    [Fact]
    public void A_count_has_its_noun()
    {
        Assert.Equal("0 lines", Text.Count(0, "line"));
        Assert.Equal("1 line", Text.Count(1, "line"));
        Assert.Equal("1,000 lines", Text.Count(1_000, "line"));
        Assert.Equal("2 entries", Text.Count(2, "entry", "entries"));
    }

    [Fact]
    public void Words_are_listed_as_people_do()
    {
        Assert.Equal("none", Text.List([]));
        Assert.Equal("a", Text.List(["a"]));
        Assert.Equal("a and b", Text.List(["a", "b"]));
        Assert.Equal("a, b and c", Text.List(["a", "b", "c"]));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("camden")]
    [InlineData("a-1")]
    [InlineData("a--")]
    [InlineData("abcdefghijklmnopqrstuvwxyz01234")]
    public void A_code_is_a_code(string text) => Assert.True(Code.IsValid(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("1a")]
    [InlineData("-a")]
    [InlineData("a_b")]
    [InlineData("a b")]
    [InlineData("a.")]
    [InlineData("\u00e4")]
    [InlineData("camd\u00e9n")]
    [InlineData("abcdefghijklmnopqrstuvwxyz012345")]
    [InlineData("a\n")]
    public void What_is_no_code_is_not(string? text) => Assert.False(Code.IsValid(text));

    [Fact]
    public void A_text_holds_no_control_characters_and_no_half_characters()
    {
        Assert.True(TextRule.IsClean("Zoë paid £5 for \U0001f600 – and \u2028"));
        Assert.False(TextRule.IsClean("a\tb"));
        Assert.False(TextRule.IsClean("a\u0000"));
        Assert.False(TextRule.IsClean("a\u007f"));
        Assert.False(TextRule.IsClean("a\u0085"));
        Assert.False(TextRule.IsClean("a\ud83d"));
        Assert.False(TextRule.IsClean("\ude00a"));
        Assert.False(TextRule.IsClean("\ude00\ud83d"));
    }

    [Theory]
    [InlineData("year-end of 2016/17", "Year-end of 2016/17")]
    [InlineData("October 2016", "October 2016")]
    [InlineData("", "")]
    public void A_sentence_begins_with_a_capital(string words, string begun) => Assert.Equal(begun, Words.Begin(words));

    [Theory]
    [InlineData("Shared equally", "shared equally")]
    [InlineData("", "")]
    public void Within_a_sentence_words_begin_small(string words, string begun) =>
        Assert.Equal(begun, Words.BeginSmall(words));

    [Fact]
    public void A_required_text_is_there_and_not_too_long()
    {
        Assert.Null(TextRule.Fault("Cabinet", "--body"));
        Assert.Null(TextRule.Fault(new string('a', 1_000), "--body"));
        Assert.Equal("text-too-long", TextRule.Fault(new string('a', 1_001), "--body")!.Code.Code);
        Assert.Equal("cell-empty", TextRule.Fault("  ", "--body")!.Code.Code);
        Assert.Equal("cell-empty", TextRule.Fault(null, "--body")!.Code.Code);
        Assert.Equal("bad-text", TextRule.Fault("a\u0007", "--body")!.Code.Code);
    }

    [Theory]
    [InlineData("12#4", 12, 4)]
    [InlineData("1#1", 1, 1)]
    [InlineData("999999999#999999999", 999_999_999, 999_999_999)]
    public void The_name_of_a_line_is_read_as_it_is_written(string text, int entry, int row)
    {
        Assert.True(LineRef.TryParse(text.AsSpan(), out var line));
        Assert.Equal(new LineRef(entry, row), line);
        Assert.Equal(text, line.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("1#")]
    [InlineData("#1")]
    [InlineData("0#1")]
    [InlineData("1#0")]
    [InlineData("1#-2")]
    [InlineData("a#1")]
    [InlineData("1#1#1")]
    [InlineData("9999999999#1")]
    [InlineData("1#9999999999")]
    public void What_is_no_name_of_a_line_is_refused(string text) =>
        Assert.False(LineRef.TryParse(text.AsSpan(), out _));

    [Fact]
    public void The_words_of_kinds_and_natures()
    {
        Assert.Equal(["revenue", "capital", "income"], Enum.GetValues<CostKind>().Select(CostWords.Of));
        Assert.Equal(["actual", "accrual", "reversal", "journal"], Enum.GetValues<CostNature>().Select(CostWords.Of));
        Assert.True(CostWords.TryKind("capital", out var kind) && kind == CostKind.Capital);
        Assert.True(CostWords.TryNature("journal", out var nature) && nature == CostNature.Journal);
        Assert.False(CostWords.TryKind("Capital", out _));
        Assert.False(CostWords.TryNature("", out _));
        Assert.Equal(
            ["on-account", "settlement", "opening"],
            Enum.GetValues<PaymentPurpose>().Select(PaymentsRecorded.WordOf)
        );
    }

    [Fact]
    public void A_refusal_says_where_what_and_what_to_do()
    {
        var refusal = Refuse.BadAmount.Because("\"1,5\" is no amount.", new Place("costs.csv", 4, "amount"));
        Assert.Equal(
            $"costs.csv, row 4, column amount: \"1,5\" is no amount. {Refuse.BadAmount.Remedy} [bad-amount]",
            refusal.ToString()
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => Outcome<int>.Refused([]));
        Outcome<int> refused = refusal;
        Assert.Throws<InvalidOperationException>(() => refused.Value);
        Outcome<int> done = 3;
        Assert.Equal((true, 3), (done.IsDone, done.Value));
    }

    [Fact]
    public void Codes_of_refusals_are_unique_and_written_as_codes_are()
    {
        var codes = Refuse.All.Select(code => code.Code).ToList();
        Assert.Equal(codes.Distinct(), codes);
        Assert.All(codes, code => Assert.True(Code.IsValid(code)));
    }
}
