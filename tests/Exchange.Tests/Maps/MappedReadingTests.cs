using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange.Tests;

/// <summary>Files as councils publish them, read through maps: text in, lines out.</summary>
public sealed class MappedReadingTests
{
    private const string Row = "Streets,Kerb Ltd,Kerbs,2016-04-01,12.50\n";

    [Fact]
    public void Every_field_is_read_from_its_column_in_the_form_of_the_file()
    {
        const string map = """
            columns:
              date: Date paid
              amount: Net amount
              service: Department
              supplier: Supplier name
              description: Purpose
              reference: Transaction number
              kind: Capital or revenue
              irrecoverable_vat: VAT
            fixed: { paid_by: leeds }
            words:
              service: { Street Services: streets, Parks: parks }
              kind: { R: revenue, C: capital }
            otherwise: { service: general }
            dates: dd-mon-yy
            amounts: [commas, pound, brackets]
            """;
        var lines = AMap.Lines(
            map,
            "Published May 2011,,,,,,,\n,,,,,,,\nDepartment,Supplier  Name,Purpose,Date Paid,Transaction number,NET AMOUNT,Capital or revenue,VAT\n"
                + "street services,\"Kerb, Stone & Co\",Kerbs,26-May-11,0042,\"£1,234.50\",R,\n"
                + "Elsewhere,Redacted Personal Information,,3-Jun-11,43,(£0.99),C,0.10\n"
        );
        Assert.Equal(2, lines.Count);
        var first = lines[0];
        Assert.Equal(
            ("4 2011-05-26 streets leeds 1234.50 revenue", "Kerb, Stone & Co|Kerbs|0042", "2011-05", ""),
            (
                $"{first.Row} {first.Date} {first.Service} {first.PaidBy} {first.Amount} {first.Kind}",
                $"{first.Supplier}|{first.Description}|{first.Reference}",
                first.Month,
                first.Vat
            )
        );
        Assert.Equal(
            ("general", "-0.99", "capital", "0.10", "Redacted Personal Information"),
            (lines[1].Service, lines[1].Amount, lines[1].Kind, lines[1].Vat, lines[1].Supplier)
        );
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Lines_may_end_in_any_way(string end) =>
        Assert.Equal(
            ["2 2016-04-01 12.50", "4 2016-04-01 12.50"],
            AMap.Lines(AMap.Columns, (AMap.Headings + Row + "\n" + Row).Replace("\n", end, StringComparison.Ordinal))
                .Select(line => $"{line.Row} {line.Date} {line.Amount}")
        );

    [Fact]
    public void Windows_1252_is_read_where_the_map_says_so_and_refused_where_it_does_not()
    {
        var bytes = Encoding.Latin1.GetBytes(AMap.Headings + "Streets,Café,x,2016-04-01,£12.50\n").ToList();
        bytes[^1] = 0x0A;
        var map = AMap.Columns + "amounts: pound\n";
        var line = Assert.Single(AMap.Lines(AMap.Read(map + "encoding: windows-1252\n", [.. bytes])));
        Assert.Equal(("Café", "12.50"), (line.Supplier, line.Amount));
        Assert.Equal(["file-not-text 2:"], Faults.Of(AMap.Read(map, [.. bytes]).Lines.Refusals, AMap.File));
    }

    [Fact]
    public void A_file_in_utf_8_is_not_read_as_windows_1252() =>
        Assert.Equal(
            ["file-not-text :"],
            AMap.ShortFaults("encoding: windows-1252\n", "Streets,Café,x,2016-04-01,12.50\n")
        );

    [Fact]
    public void The_mark_at_the_start_says_the_encoding()
    {
        var text = AMap.Headings + "Streets,Café – Co,x,2016-04-01,12.50\n";
        foreach (var encoding in new Encoding[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
            Assert.Equal("Café – Co", Assert.Single(AMap.Lines(AMap.Read(AMap.Columns, bytes))).Supplier);
        }
    }

    [Fact]
    public void Blank_rows_by_the_thousand_are_passed_over_and_count_as_rows()
    {
        var blanks = string.Concat(Enumerable.Repeat(",,,,\n", 1_500));
        var source = AMap.Read(AMap.Columns, AMap.Headings + blanks + Row + blanks);
        Assert.Equal(1_502, Assert.Single(AMap.Lines(source)).Row);
        Assert.Equal(["Left out: 3,000 blank rows."], source.Notes);
    }

    [Fact]
    public void Merged_cells_leave_empty_columns_and_do_no_harm()
    {
        var empty = new string(',', 69);
        var rows = (AMap.Headings + Row).Replace("\n", empty + "\n", StringComparison.Ordinal);
        Assert.Equal(74, rows.Split('\n')[0].Split(',').Length);
        Assert.Single(AMap.Lines(AMap.Columns, rows));
    }

    [Fact]
    public void A_file_without_headings_is_read_by_the_places_of_its_columns() =>
        Assert.Equal(
            ["1 2016-04-01 12.50"],
            AMap.Lines(
                    "header: none\ncolumns: { date: column 4, amount: column 5, service: column 1 }\nfixed: { paid_by: camden }\n"
                        + "words: { service: { Streets: streets } }\n",
                    Row
                )
                .Select(line => $"{line.Row} {line.Date} {line.Amount}")
        );

    [Fact]
    public void Duplicates_are_kept() =>
        Assert.Equal(["2 2016-04-01 12.50", "3 2016-04-01 12.50"], AMap.Short("", Row + Row));

    [Fact]
    public void Headings_that_change_are_named_one_after_another() =>
        Assert.Single(
            AMap.Lines(
                AMap.Columns.Replace("Net,", "[Net amount, NET, Amount],", StringComparison.Ordinal),
                AMap.Headings + Row
            )
        );

    [Fact]
    public void Totals_nil_returns_notes_and_headings_again_are_left_out_by_rule()
    {
        var rows =
            Row
            + "Parks & Open Space,Total Gas & Power,Gas,2016-04-02,5.00\n"
            + AMap.Headings
            + "Nil Return,,,,\n"
            + ",,,,17.50\n"
            + "Grand Total,,,,17.50\n"
            + "Some names are redacted.,,,,\n";
        var source = AMap.Read(AMap.Columns + "skip: [totals, nil-returns, notes]\n", AMap.Headings + rows);
        Assert.Equal(["12.50", "5.00"], AMap.Lines(source).Select(line => line.Amount));
        Assert.Equal(
            [
                "Left out: 1 row that repeats the headings (row 4).",
                "Left out: 2 rows of totals (row 6, 7).",
                "Left out: 1 nil return (row 5).",
                "Left out: 1 note (row 8).",
            ],
            source.Notes
        );
        Assert.NotEmpty(AMap.ShortFaults("", rows));
    }

    [Fact]
    public void A_payment_to_a_firm_called_total_is_no_total_even_with_an_impossible_date() =>
        Assert.Equal(
            ["cell-not-date 2:Paid on"],
            AMap.ShortFaults("skip: totals\n", "Streets,Total,Gas,2017-09-31,5.00\n")
        );

    [Fact]
    public void Rows_are_left_out_by_number_and_by_word() =>
        Assert.Equal(
            ["4 2016-04-01 12.50"],
            AMap.Short(
                "skip_rows: [2, 5-]\nskip_where: { For: [VAT, Balance b/f] }\n",
                "x\nStreets,a,vat,x,x\n" + Row + "x\ny\n"
            )
        );

    [Theory]
    [InlineData("Streets,a,b,2017-09-31,1.00", "cell-not-date 2:Paid on")]
    [InlineData("Streets,a,b,28/12/20/11,1.00", "cell-not-date 2:Paid on")]
    [InlineData("Streets,a,b,20211-04-01,1.00", "cell-not-date 2:Paid on")]
    [InlineData("Streets,a,b,,1.00", "cell-empty 2:Paid on")]
    [InlineData("Streets,a,b,2016-04-01,", "cell-empty 2:Net")]
    [InlineData("Streets,a,b,2016-04-01,1.005", "cell-not-amount 2:Net")]
    [InlineData("Streets,a,b,2016-04-01,£1.00", "cell-not-amount 2:Net")]
    [InlineData("Streets,a,b,2016-04-01,(1.00)", "cell-not-amount 2:Net")]
    [InlineData("Streets,a,b,2016-04-01,Redacted", "cell-not-amount 2:Net")]
    [InlineData("Schools,a,b,2016-04-01,1.00", "word-not-in-map 2:Team")]
    [InlineData("Streets,a,b,2016-04-011.00", "row-uneven 2:")]
    [InlineData("Streets,a,b,2016-04-01,1,234.50", "row-uneven 2:")]
    [InlineData("Streets,\"a\"b,b,2016-04-01,1.00", "quote-wrong 2:")]
    [InlineData("Streets,\u0007,b,2016-04-01,1.00", "bad-text 2:Paid to")]
    public void What_cannot_be_read_is_refused_at_its_place(string row, string expected) =>
        Assert.Equal([expected], AMap.ShortFaults("", row + "\n"));

    [Fact]
    public void All_faults_come_at_once_and_an_unknown_word_once() =>
        Assert.Equal(
            ["word-not-in-map 2:Team", "cell-not-date 3:Paid on", "cell-not-amount 3:Net"],
            AMap.ShortFaults("", "Schools,a,b,2016-04-01,1\nSchools,a,b,x,y\n")
        );

    [Fact]
    public void A_date_that_two_forms_read_otherwise_is_refused() =>
        Assert.Equal(
            ["cell-not-date 3:Paid on"],
            AMap.ShortFaults(
                "dates: [dd/mm/yyyy, mm/dd/yyyy]\n",
                "Streets,a,b,13/04/2016,1\nStreets,a,b,03/04/2016,1\n"
            )
        );

    [Theory]
    [InlineData("<!DOCTYPE html><html></html>")]
    [InlineData("\n  <html><body>Not found</body></html>")]
    [InlineData("%PDF-1.7 ")]
    [InlineData("\u00EF\u00BB\u00BF<html>")]
    public void What_is_no_table_is_refused(string text) =>
        Assert.Equal(
            ["not-a-table :"],
            Faults.Of(AMap.Read(AMap.Columns, Encoding.Latin1.GetBytes(text)).Lines.Refusals, AMap.File)
        );

    [Fact]
    public void Headings_that_lack_a_column_are_refused_with_its_name() =>
        Assert.Equal(
            ["header-not-found 3:"],
            AMap.FaultsOf(AMap.Columns, "x\n\nTeam,Paid to,For,Paid on,Gross\n" + Row)
        );

    [Fact]
    public void A_heading_that_stands_twice_is_refused_unless_the_map_names_its_place()
    {
        const string rows = "Team,Paid to,For,Paid on,Net,Net\nStreets,a,b,2016-04-01,1.00,2.00\n";
        Assert.Equal(["column-repeated 1:"], AMap.FaultsOf(AMap.Columns, rows));
        Assert.Equal(
            "2.00",
            Assert.Single(AMap.Lines(AMap.Columns.Replace("Net", "column 6", StringComparison.Ordinal), rows)).Amount
        );
    }

    [Fact]
    public void Uneven_rows_are_read_where_the_map_allows_them_and_nothing_is_lost()
    {
        const string allow = "uneven_rows: allow\namounts: commas\n";
        Assert.Equal(["2 2016-04-01 12.50"], AMap.Short(allow, Row.Replace("\n", ",,\n", StringComparison.Ordinal)));
        Assert.Equal(["row-uneven 2:"], AMap.ShortFaults(allow, "Streets,a,b,2016-04-01,1,234.50\n"));
        Assert.Equal(["row-uneven 2:"], AMap.ShortFaults(allow, "Streets,a,b,2016-04-01,1,x\n"));
    }

    [Fact]
    public void The_digest_is_that_of_the_files_bytes()
    {
        var bytes = Encoding.UTF8.GetBytes(AMap.Headings + Row);
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)),
            AMap.Read(AMap.Columns, bytes).Lines.Value.Sha256
        );
    }
}
