using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange.Tests;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("date,service,amount,paid_by,colour", "column-unknown 1:colour")]
    [InlineData("Date,service,amount,paid_by,date", "column-unknown 1:Date")]
    [InlineData("date,service,amount,paid_by,paid-by", "column-unknown 1:paid-by")]
    [InlineData("date,service,amount,paid_by,", "column-unknown 1:")]
    [InlineData("date,service,amount,paid_by,,", "column-unknown 1:", "column-repeated 1:")]
    [InlineData("date,service,amount,paid_by,\"x\ny\"", "column-unknown 1:x\ny")]
    [InlineData("date,service,amount", "column-missing 1:paid_by")]
    [InlineData(
        "kind",
        "column-missing 1:date",
        "column-missing 1:service",
        "column-missing 1:amount",
        "column-missing 1:paid_by"
    )]
    [InlineData("date,service,amount,paid_by,date", "column-repeated 1:date")]
    [InlineData("date,kind,service,amount,kind,paid_by,kind", "column-repeated 1:kind")]
    [InlineData(
        "date,date,amount,paid_by,vat,net",
        "column-unknown 1:vat",
        "column-unknown 1:net",
        "column-repeated 1:date",
        "column-missing 1:service"
    )]
    [InlineData("x,x,date,service,amount,paid_by", "column-unknown 1:x", "column-repeated 1:x")]
    [InlineData("date,\"service,amount,paid_by", "quote-wrong 1:")]
    [InlineData("date,ser\"vice,amount,paid_by", "quote-wrong 1:")]
    [InlineData("date;service;amount;paid_by", "column-unknown 1:date;service;amount;paid_by", "column-missing 1:date")]
    public void A_header_with_unknown_missing_or_repeated_columns_is_refused(string header, params string[] faults)
    {
        var found = ACosts.FaultsOf($"{header}\nnot,looked,at\n");
        Assert.Equal(faults, found.Take(faults.Length));
        Assert.All(
            found.Skip(faults.Length),
            fault => Assert.StartsWith("column-missing", fault, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_header_of_very_many_columns_is_refused()
    {
        var header = "date,service,amount,paid_by" + new string(',', 300);
        Assert.Equal(["cells-wrong 1:"], ACosts.FaultsOf($"{header}\n{ACosts.Row}\n"));
    }

    [Fact]
    public void Columns_stand_in_any_order_with_spaces_around_and_quotes()
    {
        var line = Assert.Single(
            ACosts.Lines(
                "reference, paid_by ,\"amount\",kind,service,date\nINV 1,camden,2.50,capital,apps,2017-01-31\n"
            )
        );
        Assert.Equal(
            ("INV 1", "camden", "2.50", "capital", "apps", "2017-01-31"),
            (line.Reference, line.PaidBy, line.Amount, line.Kind, line.Service, line.Date)
        );
    }

    [Fact]
    public void Every_order_of_the_required_columns_reads_the_same()
    {
        var columns = CostsFile.Required.Zip(ACosts.Row.Split(',')).ToArray();
        var expected = ACosts.Lines($"{string.Join(',', CostsFile.Required)}\n{ACosts.Row}\n");
        Seeded.MustHold(
            100,
            random =>
            {
                random.Shuffle(columns);
                var header = string.Join(',', columns.Select(column => column.First));
                var row = string.Join(',', columns.Select(column => column.Second));
                Assert.Equal(expected, ACosts.Lines($"{header}\n{row}\n"));
            }
        );
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_column()
    {
        var text = $"date,service,amount,paid_by\n{ACosts.Row}\n";
        Assert.Equal(ACosts.Lines(text), ACosts.Lines("\uFEFF" + text));
        Assert.Equal(ACosts.Lines(text), ACosts.Lines("\uFEFF\"date\"" + text[4..]));
        Assert.Equal(["column-unknown 1:\uFEFFdate", "column-missing 1:date"], ACosts.FaultsOf("\uFEFF\uFEFF" + text));
    }

    [Theory]
    [InlineData("date,driver,partner,count,unit", "column-unknown 1:unit")]
    [InlineData("date,driver,count,count", "column-repeated 1:count", "column-missing 1:partner")]
    public void Headers_of_counts_are_held_to_their_columns(string header, params string[] faults) =>
        Assert.Equal(faults, Refused(file => CountsFile.Read(file).Refusals, header));

    [Theory]
    [InlineData("date,from,to,amount,for,by", "column-unknown 1:by")]
    [InlineData("from,to,amount,for,to,\"", "quote-wrong 1:")]
    [InlineData("from,to,amount,to", "column-repeated 1:to", "column-missing 1:date", "column-missing 1:for")]
    public void Headers_of_payments_are_held_to_their_columns(string header, params string[] faults) =>
        Assert.Equal(faults, Refused(file => PaymentsFile.Read(file).Refusals, header));

    private static string[] Refused(Func<SourceFile, IReadOnlyList<Refusal>> read, string header) =>
        Faults.Of(
            read(SourceFile.Of("small.csv", Encoding.UTF8.GetBytes(header + "\n1,2,3,4,5\n")).Value),
            "small.csv"
        );
}
