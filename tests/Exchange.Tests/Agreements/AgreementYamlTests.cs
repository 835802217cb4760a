using System.Diagnostics;
using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange.Tests;

public sealed class AgreementYamlTests
{
    private const string Lga = "income: { direct: camden } }";

    /// <summary>What is replaced in the example, by what, where it is refused, and the beginning of why.</summary>
    [Theory]
    // What makes one place mean another.
    [InlineData("host: camden", "host: &h camden", 8, 7, "An anchor")]
    [InlineData("host: camden", "host: *h", 8, 7, "An alias")]
    [InlineData("host: camden", "host: !!str camden", 8, 7, "A tag")]
    [InlineData("host: camden", "host: ! camden", 8, 7, "A tag")]
    [InlineData("host: camden", "host: !<x> camden", 8, 7, "A tag")]
    [InlineData("[camden, islington]", "!set [camden, islington]", 14, 54, "A tag")]
    [InlineData("host: camden", "<<: { host: camden }", 8, 1, "A merge key")]
    [InlineData("host: camden", "? [host]\n: camden", 8, 3, "A key is a list")]
    [InlineData("host: camden", "? { host: x }\n: camden", 8, 3, "A key is a set of keys")]
    [InlineData("notice:", "---\nnotice:", 23, 1, "A second document")]
    [InlineData("notice:", "...\nnotice:", 24, 1, "A second document")]
    [InlineData("host: camden", "host: [[[[[[[[[[[[x]]]]]]]]]]]]", 8, 18, "Lists and keys lie more than 12 deep")]
    // What is not closed.
    [InlineData("gss: E09000007 }", "gss: E09000007", 5, 5, "The brace opened here is not closed")]
    [InlineData("[camden, islington]", "[camden, islington", 14, 54, "The bracket opened here is not closed")]
    [InlineData("chair: rotates by meeting }", "chair: rotates by meeting", 24, 12, "The brace opened here")]
    [InlineData(Lga, "income: { direct: camden }", 20, 5, "The brace opened here is not closed")]
    [InlineData("rotates by meeting }", "[ a: b", 24, 69, "The bracket opened here is not closed")]
    [InlineData("host: camden", "host: \"camden", 8, 7, "The quote opened here is not closed")]
    [InlineData("chair: rotates by meeting }", "chair: 'rotates by meeting }", 24, 69, "The quote opened here")]
    // What stands in the wrong place.
    [InlineData("host: camden", " host: camden", 8, 2, "A key is expected here")]
    [InlineData("host: camden", "\thost: camden", 8, 1, "A tab stands where spaces are needed")]
    [InlineData("host: camden", "host:\n\t- camden", 9, 1, "A tab stands where spaces are needed")]
    [InlineData("host: camden", "host camden", 8, 1, "A key is expected here")]
    [InlineData("host: camden", "host: cam: den", 8, 10, "A colon stands inside a value")]
    [InlineData("host: camden", "host: camden\n  ends: x", 9, 7, "A colon stands inside a value")]
    [InlineData("host: camden", "host: @camden", 8, 7, "A value that begins with @ needs quotes")]
    [InlineData("host: camden", "host: - camden", 8, 7, "A list cannot begin here")]
    [InlineData("host: camden", "host: |camden", 8, 7, "The text that | or > begins")]
    [InlineData("host: camden", "host: \"cam\\qden\"", 8, 11, "A backslash between double quotes")]
    [InlineData(
        "name: Managed devices, max",
        "name: Managed devices max",
        18,
        58,
        "A comma or a closing brace is missing"
    )]
    [InlineData("[camden, islington]", "[camden, 'x' islington]", 14, 67, "A comma or a closing bracket is missing")]
    [InlineData("[camden, islington]", "[camden,, islington]", 14, 62, "A value is missing before this")]
    [InlineData("rules: openbook-1 ", "rules:openbook-1 ", 2, 1, "This does not go on from the lines above")]
    public void Text_that_is_not_plain_YAML_is_refused_at_its_place(
        string piece,
        string by,
        int line,
        int column,
        string what
    )
    {
        var text = AgreementExample.With(piece, by);
        Assert.Equal([$"yaml-unreadable {line}:{column}"], AgreementExample.Places(text));
        Assert.StartsWith(what, AgreementExample.Refusals(text)[0].What, StringComparison.Ordinal);
        var windows = text.Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal([$"yaml-unreadable {line}:{column}"], AgreementExample.Places("\uFEFF" + windows));
    }

    [Fact]
    public void Every_anchor_alias_and_tag_is_refused_at_once()
    {
        var text = AgreementExample
            .Text.Replace("host: camden", "host: &h !x camden", StringComparison.Ordinal)
            .Replace("direct: haringey", "direct: *h", StringComparison.Ordinal);
        Assert.Equal(
            ["yaml-unreadable 8:7", "yaml-unreadable 8:7", "yaml-unreadable 13:70"],
            AgreementExample.Places(text)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("# nothing but a remark\n")]
    [InlineData("\n\n")]
    public void A_text_without_terms_is_refused(string text) =>
        Assert.Equal(["yaml-unreadable 1:1"], AgreementExample.Places(text));

    [Theory]
    [InlineData("openbook")]
    [InlineData("- rules: openbook-1\n")]
    [InlineData("[]")]
    public void A_text_that_is_no_set_of_keys_is_refused(string text) =>
        Assert.Equal(["value-shape 1:1"], AgreementExample.Places(text));

    [Theory]
    [InlineData('\0')]
    [InlineData('\u0007')]
    [InlineData('\u007F')]
    [InlineData('\u0085')]
    [InlineData('\u2028')]
    [InlineData('\uD800')]
    [InlineData('\uDC00')]
    [InlineData('\uFEFF')]
    [InlineData('\uFFFF')]
    public void A_character_that_no_text_may_hold_is_refused_also_in_a_remark(char character)
    {
        var text = AgreementExample.With("# optional: ends", $"# {character} ends");
        var refusal = Assert.Single(AgreementExample.Refusals(text));
        Assert.Equal("bad-text 3:34", Assert.Single(AgreementExample.Places(text)));
        Assert.Equal($"The text holds the character U+{(int)character:X4}.", refusal.What);
    }

    [Fact]
    public void A_text_of_256_KB_is_read_and_a_longer_one_is_not()
    {
        var room = AgreementText.MaxBytes - Encoding.UTF8.GetByteCount(AgreementExample.Text);
        var full = AgreementExample.Text + "#" + new string('x', room - 1);
        Assert.Equal(AgreementExample.Terms(AgreementExample.Text), AgreementExample.Terms(full));
        Assert.Equal(["yaml-unreadable 1:1"], AgreementExample.Places(full + "x"));
        Assert.Equal(["yaml-unreadable 1:1"], AgreementExample.Places(full[..^1] + "\u00E9"));
    }

    [Fact]
    public void More_than_20000_values_are_refused()
    {
        var text = AgreementExample.Text + string.Concat(Enumerable.Repeat("k: v\n", 12_000));
        var place = Assert.Single(AgreementExample.Places(text));
        Assert.StartsWith("yaml-unreadable ", place, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("a: ")]
    [InlineData(":\n")]
    [InlineData("x")]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("&a ")]
    [InlineData("*a ")]
    [InlineData("!a ")]
    [InlineData("# c\n")]
    [InlineData("\n")]
    [InlineData("\t")]
    [InlineData("- a\n")]
    [InlineData("{a: b, ")]
    [InlineData("a, ")]
    [InlineData("|\n")]
    [InlineData("---\n")]
    [InlineData("...\n")]
    [InlineData("\\")]
    [InlineData("\u0001")]
    public void A_long_text_of_nothing_but_one_thing_is_refused_soon(string unit)
    {
        var clock = Stopwatch.StartNew();
        foreach (var start in new[] { "", "a: [\"", "a: [", "a: |\n ", "a: {" })
        {
            var text = start + string.Concat(Enumerable.Repeat(unit, 260_000 / unit.Length));
            Assert.NotEmpty(AgreementExample.Refusals(text));
        }
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public void The_name_of_the_file_is_given_as_it_came()
    {
        var refusal = AgreementText.Read("x", "plans/v 2.yaml").Refusals[0];
        Assert.Equal(new Place("plans/v 2.yaml", 1, "1"), refusal.Place);
    }
}
