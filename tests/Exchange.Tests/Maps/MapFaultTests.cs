using Openbook.Domain;

namespace Openbook.Exchange.Tests;

/// <summary>What a map may not say, each refused at its line and character.</summary>
public sealed class MapFaultTests
{
    [Theory]
    [InlineData("colour: red\n", "key-unknown 4:1")]
    [InlineData("dates: dd/mm/yyyy\ndates: dd/mm/yy\n", "key-repeated 5:1")]
    [InlineData("dates: [dd/mm/yyyy, d/m/y]\n", "map-value 4:21")]
    [InlineData("dates: []\n", "value-shape 4:8")]
    [InlineData("amounts: euro\n", "map-value 4:10")]
    [InlineData("encoding: ebcdic\n", "map-value 4:11")]
    [InlineData("encoding: [utf-8, utf-16]\n", "value-shape 4:11")]
    [InlineData("delimiter: colon\n", "map-value 4:12")]
    [InlineData("header: first\n", "bad-count 4:9")]
    [InlineData("skip: everything\n", "map-value 4:7")]
    [InlineData("skip_rows: 9-4\n", "map-value 4:12")]
    [InlineData("skip_rows: -4\n", "map-value 4:12")]
    [InlineData("skip_where: VAT\n", "value-shape 4:13")]
    [InlineData("uneven_rows: yes\n", "map-value 4:14")]
    [InlineData("otherwise: { service: No Code }\n", "map-value 4:23")]
    [InlineData("otherwise: { kind: capital }\n", "map-value 4:14")]
    [InlineData("otherwise: { colour: red }\n", "key-unknown 4:14")]
    [InlineData("otherwise: { date: 2017-09-31 }\n", "map-value 4:20")]
    [InlineData("sheet: &a x\n", "yaml-unreadable 4:8")]
    [InlineData("sheet: *a\n", "yaml-unreadable 4:8")]
    public void A_fault_is_refused_at_its_place(string line, string expected) =>
        Assert.Equal([expected], FaultsOf(AMap.Columns + line));

    [Theory]
    [InlineData("fixed: { paid_by: camden }\n", "key-missing 1:1")]
    [InlineData("columns: { date: A, amount: B }\nfixed: { paid_by: camden }\n", "map-incomplete 1:1")]
    [InlineData(
        "columns: { date: A, amount: B, service: C, paid_by: D }\nfixed: { paid_by: camden }\n",
        "map-value 1:44"
    )]
    [InlineData(
        "columns: { date: column 1, amount: column 2, service: column 3, paid_by: column 4 }\n",
        "map-value 1:10"
    )]
    [InlineData(
        "header: none\ncolumns: { date: A, amount: column 2, service: column 3, paid_by: column 4 }\n",
        "map-value 2:10"
    )]
    [InlineData("columns: { date: A, amount: B, service: C, paid_by: D, colour: E }\n", "key-unknown 1:56")]
    public void A_map_that_does_not_fit_together_is_refused(string text, string expected) =>
        Assert.Contains(expected, FaultsOf(text));

    [Fact]
    public void Words_that_differ_in_capitals_alone_are_the_same_word() =>
        Assert.Equal(
            ["key-repeated 3:39"],
            FaultsOf(AMap.Columns.Replace("Parks & Open Space", "\"STREETS \"", StringComparison.Ordinal))
        );

    [Fact]
    public void What_is_deep_or_long_is_refused()
    {
        Assert.Contains("yaml-unreadable 1:13", FaultsOf(new string('[', 5_000)));
        Assert.Equal(["yaml-unreadable 1:1"], FaultsOf(new string('x', 300_000)));
    }

    private static string[] FaultsOf(string text) => Faults.Of(MapText.Read(text, "map.yaml").Refusals, "map.yaml");
}
