using System.Text;

namespace Openbook.Exchange.Tests;

/// <summary>Amounts that stand in a column of debits and one of credits.</summary>
public sealed class DebitCreditTests
{
    private const string Map =
        "columns: { date: Paid on, debit: Debit, credit: Credit, supplier: Paid to }\n"
        + "fixed: { paid_by: camden, service: streets }\n";

    private const string Headings = "Paid to,Paid on,Debit,Credit\n";

    [Theory]
    [InlineData("12.50,", "12.50")]
    [InlineData(",2.25", "-2.25")]
    [InlineData("12.50,2.50", "10.00")]
    [InlineData("0,0.00", "0.00")]
    [InlineData(",-2.25", "2.25")]
    public void The_credit_is_taken_off_the_debit(string cells, string amount) =>
        Assert.Equal(amount, Assert.Single(AMap.Lines(Map, $"{Headings}Kerb Ltd,2016-04-01,{cells}\n")).Amount);

    [Fact]
    public void Faults_stand_at_their_own_column()
    {
        Assert.Equal(
            ["cell-empty 2:Debit", "cell-not-amount 3:Credit"],
            AMap.FaultsOf(Map, $"{Headings}Kerb Ltd,2016-04-01,,\nTree Ltd,2016-04-01,1,x\n")
        );
    }

    [Fact]
    public void Totals_and_nil_returns_are_left_out_as_of_one_column()
    {
        var source = AMap.Read(
            $"{Map}skip: [totals, nil-returns, notes]\n",
            $"{Headings}Kerb Ltd,2016-04-01,12.50,\nNil return,,,\nTotal,,12.50,1.00\nA note,,,\n"
        );
        Assert.Single(AMap.Lines(source));
        Assert.Contains(source.Notes, note => note.Contains("row of totals", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("columns: { date: D, service: S, paid_by: P, debit: X }", "map-incomplete")]
    [InlineData("columns: { date: D, service: S, paid_by: P, amount: A, debit: X, credit: Y }", "map-value")]
    [InlineData(
        "columns: { date: D, service: S, paid_by: P, debit: X, credit: Y }\nfixed: { amount: 1.00 }",
        "map-value"
    )]
    [InlineData("columns: { date: D, service: S, paid_by: P, amount: A }\nfixed: { debit: 1.00 }", "key-unknown")]
    public void One_of_them_alone_or_beside_an_amount_is_refused(string map, string code) =>
        Assert.Contains(MapText.Read(map, "map.yaml").Refusals, fault => fault.Code.Code == code);

    [Fact]
    public void A_draft_finds_them_where_there_is_no_amount()
    {
        const string text =
            "Supplier,Date Paid,Debit Amount,Credit Amount\nKerb Ltd,01/04/2016,\"1,234.50\",\nTree Ltd,02/04/2016,,7.00\nMoss Ltd,03/04/2016,1.00,\n";
        var draft = MapDraft.Of(AMap.File, Encoding.UTF8.GetBytes(text), new DraftCodes("camden", "streets")).Value;
        Assert.Contains("debit: Debit Amount", draft.Text, StringComparison.Ordinal);
        Assert.Equal(["1234.50", "-7.00", "1.00"], AMap.Lines(AMap.Read(draft.Text, text)).Select(line => line.Amount));
    }
}
