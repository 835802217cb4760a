using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange.Tests;

/// <summary>Drafts of maps: what is drafted reads the file, in at most 20 lines, the same each time.</summary>
public sealed class DraftTests
{
    [Theory]
    [InlineData(
        "Department,Supplier Name,Date Paid,Net Amount\nStreets,Kerb Ltd,26-May-11,\"£1,234.50\"\nParks,Tree Ltd,3-Jun-11,(1.00)\n",
        "2011-05-26 1234.50;2011-06-03 -1.00"
    )]
    [InlineData(
        "\n,,,\nSpending over £500,,,\nSupplier;Date;Amount;Service area\nKerb Ltd;01.04.2016;12.50-;Streets\nTree Ltd;02.04.2016;3;Streets\n",
        "2016-04-01 -12.50;2016-04-02 3.00"
    )]
    [InlineData(
        "Payee\tPayment date\tValue\tDirectorate\nKerb Ltd\t28/04/2016 00:00:00\t12.50\tStreets\nTotal\t\t12.50\t\n",
        "2016-04-28 12.50"
    )]
    [InlineData("Kerb Ltd,28/04/2016,12.50\nTree Ltd,29/04/2016,7.00\n", "2016-04-28 12.50;2016-04-29 7.00")]
    [InlineData(
        "PaymentDate,BeneficiaryName,Amount,IrrecoverableVATAmount,Purpose,OrganisationalUnit\n2016-04-01,Kerb Ltd,12.50,0.00,Kerbs,Streets\n",
        "2016-04-01 12.50"
    )]
    [InlineData(
        "Pa\uFEFFyee,Date\u200B paid,Va\uFFFElue,Amount\nKerb Ltd,28/04/2016,\uFEFFx,12.50\n",
        "2016-04-28 12.50"
    )]
    [InlineData("Month,Supplier,Amount\nApr-16,Kerb Ltd,12.50\n", "2016-04-01 12.50")]
    public void A_draft_reads_its_file(string text, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var draft = MapDraft.Of(AMap.File, bytes, new DraftCodes("camden", "networks")).Value;
        Assert.InRange(draft.Text.Count(c => c == '\n'), 1, 20);
        Assert.Equal(draft.Text, MapDraft.Of(AMap.File, bytes, new DraftCodes("camden", "networks")).Value.Text);
        var lines = AMap.Lines(AMap.Read(draft.Text, bytes));
        Assert.Equal(expected, string.Join(';', lines.Select(line => $"{line.Date} {line.Amount}")));
        Assert.All(lines, line => Assert.Equal(("camden", "networks"), (line.PaidBy, line.Service)));
    }

    [Fact]
    public void What_could_be_meant_otherwise_is_said()
    {
        const string text =
            "Supplier,Date,Net Amount,Gross Amount\nKerb Ltd,01/04/2016,1.00,1.20\nTree Ltd,31/09/2016,2.00,2.40\nMoss Ltd,02/04/2016,x,2\nFern Ltd,03/04/2016,3,3\n";
        var draft = MapDraft.Of(AMap.File, Encoding.UTF8.GetBytes(text), new DraftCodes()).Value;
        Assert.Contains(
            draft.Unclear,
            item => item.Contains("\"Gross Amount\" could be meant too", StringComparison.Ordinal)
        );
        Assert.Contains(draft.Unclear, item => item.Contains("with the day first", StringComparison.Ordinal));
        Assert.Contains(
            draft.Unclear,
            item =>
                item.Contains("row 3", StringComparison.Ordinal)
                && item.Contains("31/09/2016", StringComparison.Ordinal)
        );
        Assert.Contains(draft.Unclear, item => item.Contains("who paid", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_without_dates_and_amounts_is_refused() =>
        Assert.Equal(
            "header-not-found",
            Assert.Single(MapDraft.Of(AMap.File, "a,b\nc,d\n"u8.ToArray(), new DraftCodes()).Refusals).Code.Code
        );
}
