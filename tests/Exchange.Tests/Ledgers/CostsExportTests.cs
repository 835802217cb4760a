using System.Globalization;
using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange.Tests;

public sealed class CostsExportTests
{
    private const string Header =
        "line_id,date,to_month,service,cost_centre,account,nature,kind,amount,irrecoverable_vat,paid_by,corrects,supplier,"
        + "description,reference\n";

    [Fact]
    public void A_small_Book_is_written_exactly_so()
    {
        var book = new AKeptBook();
        book.Costs(
            "=feb.csv",
            Header
                + "GL-1,2017-02-03,,networks,4410,R200,,,-12.5,-2,camden,,=SUM(A1),\"+44 20, ask\",-5 off\n"
                + "\n"
                + "@2,2017-02-04,2017-04,apps,-7,-x,accrual,capital,30,,islington,,Ms A,\"her\nlaptop\",\"5\"\" pipe\"\n"
                + ",2017-02-05,,networks,,,journal,income,7.01,,camden,,lga,\"\"\"said\"\"\",\n"
        );
        book.Withhold("5#4");
        book.Close("2017-02");
        book.Close("2017-03");
        book.Costs("late.csv", $"{Header}GL-2,2017-03-09,,networks,,,reversal,,12.50,2,camden,GL-1,,,\n");
        Assert.Equal(
            "line,source,posted,line_id,date,month,to_month,service,cost_centre,account,nature,kind,amount,"
                + "irrecoverable_vat,paid_by,corrects,supplier,description,reference,withheld\n"
                + "5#2,'=feb.csv,2017-02,GL-1,2017-02-03,2017-02,,networks,4410,R200,actual,revenue,-12.50,-2.00,camden,,"
                + "'=SUM(A1),\"'+44 20, ask\",'-5 off,\n"
                + "5#4,'=feb.csv,2017-02 to 2017-04,'@2,2017-02-04,2017-02,2017-04,apps,-7,'-x,accrual,capital,30.00,,"
                + "islington,,,,,yes\n"
                + "5#5,'=feb.csv,2017-02,,2017-02-05,2017-02,,networks,,,journal,income,7.01,,camden,,lga,"
                + "\"\"\"said\"\"\",,\n"
                + "9#2,late.csv,2016/17-13,GL-2,2017-03-09,2017-02,,networks,,,reversal,revenue,12.50,2.00,camden,5#2,,,,\n",
            Written(book)
        );
    }

    [Fact]
    public void A_Book_without_costs_is_a_header_alone() =>
        Assert.Equal(CostsExport.Header + "\n", Written(new AKeptBook()));

    [Fact]
    public void Random_words_are_read_back_by_any_reader_of_csv() =>
        Seeded.MustHold(
            200,
            random =>
            {
                var book = new AKeptBook();
                book.Costs("costs.csv", RandomCosts(random));
                var rows = NaiveCsv.Read(Written(book));
                Assert.Equal(CostsExport.Header.Split(','), rows[0].Cells);
                Assert.Equal(book.Lines.Count, rows.Count - 1);
                foreach (var (line, row) in book.Lines.Zip(rows.Skip(1)))
                {
                    Assert.Equal(CellsOf(line), row.Cells);
                    Assert.DoesNotContain(row.Cells!, IsLive);
                }
            }
        );

    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44 20", "'+44 20")]
    [InlineData("-5 off", "'-5 off")]
    [InlineData("--5", "'--5")]
    [InlineData("-5.123", "'-5.123")]
    [InlineData("-", "'-")]
    [InlineData("@home", "'@home")]
    [InlineData("\ttab", "'\ttab")]
    [InlineData("\rreturn", "\"'\rreturn\"")]
    [InlineData("=\"a\",b", "\"'=\"\"a\"\",b\"")]
    [InlineData("-5.00", "-5.00")]
    [InlineData("-5.123456789012", "-5.123456789012")]
    [InlineData("-.123456789012", "'-.123456789012")]
    [InlineData("-5x.123456789012", "'-5x.123456789012")]
    [InlineData("-90071992547409.91", "-90071992547409.91")]
    [InlineData("5.00", "5.00")]
    [InlineData("a=b", "a=b")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("5\" pipe", "\"5\"\" pipe\"")]
    public void A_word_that_a_spreadsheet_would_run_gets_an_apostrophe_and_an_amount_does_not(
        string text,
        string cell
    ) => Assert.Equal(cell, CsvText.Cell(text));

    private static string Written(AKeptBook book)
    {
        using var to = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\r\n" };
        CostsExport.Write(book.State, book, to);
        return to.ToString();
    }

    private static string RandomCosts(Random random)
    {
        string[] pieces = ["=", "+", "-", "@", "\t", "\r", "\n", ",", "\"", "a", "5", ".00", "é ", "'", " "];
        var text = new StringBuilder("date,service,amount,paid_by,supplier,description,reference\n");
        for (var rows = random.Next(1, 10); rows > 0; rows--)
        {
            text.Append("2017-02-03,networks,").Append(new Money(random.Next(-100_000, 100_000)).ToPlain());
            text.Append(",camden");
            for (var word = 0; word < 3; word++)
            {
                var words = Enumerable.Range(0, random.Next(5)).Select(_ => pieces[random.Next(pieces.Length)]);
                text.Append(',').Append(ACosts.Quoted(string.Concat(words)));
            }
            text.Append('\n');
        }
        return text.ToString();
    }

    private static string[] CellsOf(CostLine line) =>
        [
            line.Ref.ToString(),
            "costs.csv",
            "2017-02",
            "",
            "2017-02-03",
            "2017-02",
            "",
            "networks",
            "",
            "",
            "actual",
            "revenue",
            line.Amount.ToPlain(),
            "",
            "camden",
            "",
            Harmless(line.Words!.Supplier),
            Harmless(line.Words.Description),
            Harmless(line.Words.Reference),
            "",
        ];

    private static string Harmless(string text) => IsLive(text) ? "'" + text : text;

    private static bool IsLive(string text) =>
        text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) && !IsAmount(text);

    // A minus, digits, and perhaps a point with one or two digits.
    private static bool IsAmount(string text)
    {
        var parts = text[1..].Split('.');
        return text[0] == '-'
            && parts.Length <= 2
            && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit))
            && (parts.Length == 1 || parts[1].Length <= 2);
    }
}
