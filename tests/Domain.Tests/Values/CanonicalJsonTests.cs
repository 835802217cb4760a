using System.Text;
using System.Text.Json.Nodes;

namespace Openbook.Domain.Tests.Values;

/// <summary>Canonical JSON after RFC 8785, of what entries are made of.</summary>
public sealed class CanonicalJsonTests
{
    [Fact]
    public void Keys_stand_in_the_order_of_their_UTF_16_units()
    {
        // The RFC's own example: a surrogate pair (U+1F600) comes before U+FB33, though it is the larger character.
        var json = new JsonObject
        {
            ["\u20ac"] = 1,
            ["\r"] = 2,
            ["\ufb33"] = 3,
            ["1"] = 4,
            ["\U0001f600"] = 5,
            ["\u0080"] = 6,
            ["\u00f6"] = 7,
        };
        Assert.Equal(
            "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\U0001f600\":5,\"\ufb33\":3}",
            Of(json)
        );
    }

    [Fact]
    public void Keys_are_ordered_by_unit_and_not_by_alphabet() =>
        Assert.Equal(
            """{"":0,"A":1,"Z":2,"_":3,"a":4,"aa":5,"b":6}""",
            Of(
                new JsonObject
                {
                    ["b"] = 6,
                    ["aa"] = 5,
                    ["a"] = 4,
                    ["_"] = 3,
                    ["Z"] = 2,
                    ["A"] = 1,
                    [""] = 0,
                }
            )
        );

    [Fact]
    public void Only_what_must_be_escaped_is()
    {
        Assert.Equal(
            """
            "\b\t\n\f\r\"\\/"
            """,
            Of("\b\t\n\f\r\"\\/")
        );
        Assert.Equal(
            """
            "\u0000\u0001\u000b\u001f"
            """,
            Of("\u0000\u0001\u000b\u001f")
        );
        Assert.Equal(
            "\"\u007f\u0080\u2028\u2029\ufeff\U0001f600<>&'+\"",
            Of("\u007f\u0080\u2028\u2029\ufeff\U0001f600<>&'+")
        );
    }

    [Fact]
    public void Text_is_UTF_8_and_never_normalised()
    {
        Assert.Equal([0x22, 0xc3, 0xa9, 0x22], CanonicalJson.Bytes("\u00e9"));
        Assert.Equal([0x22, 0x65, 0xcc, 0x81, 0x22], CanonicalJson.Bytes("e\u0301"));
        Assert.Equal([0x22, 0xf0, 0x9f, 0x98, 0x80, 0x22], CanonicalJson.Bytes("\U0001f600"));
    }

    [Fact]
    public void Half_a_character_is_refused_in_texts_and_in_keys()
    {
        string[] halves = ["\ud83d", "a\ud83d", "\ud83da", "\ude00", "\ude00\ud83d", "\ud83d\ud83d\ude00"];
        foreach (var text in halves)
        {
            Assert.Throws<FormatException>(() => CanonicalJson.Bytes(JsonValue.Create(text)));
            Assert.Throws<FormatException>(() => CanonicalJson.Bytes(new JsonObject { [text] = 1 }));
        }
    }

    [Fact]
    public void Numbers_are_whole_and_within_what_every_reader_holds()
    {
        Assert.Equal(
            "[0,-1,9007199254740991,-9007199254740991]",
            Of(new JsonArray(0, -1L, Money.Largest, -Money.Largest))
        );
        Assert.Throws<FormatException>(() => CanonicalJson.Bytes(JsonValue.Create(Money.Largest + 1)));
        Assert.Throws<FormatException>(() => CanonicalJson.Bytes(JsonValue.Create(-Money.Largest - 1)));
        Assert.Throws<FormatException>(() => CanonicalJson.Bytes(JsonValue.Create(long.MaxValue)));
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e2")]
    [InlineData("1.0")]
    [InlineData("9007199254740992")]
    [InlineData("99999999999999999999")]
    public void A_number_that_is_not_so_is_refused(string number) =>
        Assert.Throws<FormatException>(() => CanonicalJson.Bytes(JsonNode.Parse(number)));

    [Fact]
    public void Floating_point_and_decimals_are_refused()
    {
        Assert.Throws<FormatException>(() => CanonicalJson.Bytes(JsonValue.Create(1.5)));
        Assert.Throws<FormatException>(() => CanonicalJson.Bytes(JsonValue.Create(1.5m)));
        Assert.Throws<FormatException>(() => CanonicalJson.Bytes(JsonNode.Parse("""{"a":[1,{"b":0.1}]}""")));
    }

    [Theory]
    [InlineData(" { \"b\" : [ 1 , true , false , null ] , \"a\" : { } } ", "{\"a\":{},\"b\":[1,true,false,null]}")]
    [InlineData("\"\\u0041\\u00e9\\/\\ud83d\\ude00\"", "\"A\u00e9/\U0001f600\"")]
    [InlineData("[]", "[]")]
    [InlineData("null", "null")]
    [InlineData("-0", "0")]
    public void The_same_value_has_the_same_bytes_however_it_was_written(string written, string canonical) =>
        Assert.Equal(canonical, Of(JsonNode.Parse(written)));

    [Fact]
    public void Canonical_text_is_canonical()
    {
        var once = Of(JsonNode.Parse("""{"z":{"y":"\u0007","x":[3,2,1]},"a":"\"\\"}"""));
        Assert.Equal(once, Of(JsonNode.Parse(once)));
    }

    [Fact]
    public void The_digest_is_lower_case_hex_of_the_bytes() =>
        Assert.Equal(
            "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
            CanonicalJson.Sha256(new JsonObject())
        );

    private static string Of(JsonNode? node) => Encoding.UTF8.GetString(CanonicalJson.Bytes(node));
}
