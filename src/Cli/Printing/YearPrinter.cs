using Openbook.Domain;
using Openbook.Exchange;

namespace Openbook.Cli.Printing;

/// <summary>Prints the year so far.</summary>
internal static class YearPrinter
{
    public static void Print(Shell shell, YearStatement year, string? only)
    {
        shell.Out.WriteLine(Style.Bold(shell, $"{year.Partnership}: {year.Year} so far"));
        shell.Out.WriteLine($"Closed: {Text.List([.. year.Periods.Select(period => period.ToWords())])}.");
        foreach (var partner in Chosen(year, only))
        {
            shell.Out.WriteLine();
            var table = new TextTable(partner.Partner, "What", ">Share");
            foreach (var line in partner.Lines)
            {
                var part = line.Overhead ?? line.Customer;
                table.Row(
                    part is null ? line.Service : $"{line.Service} ({part})",
                    CostWords.Of(line.Kind),
                    new Money(line.SharePence).ToPounds()
                );
            }
            table.Row("Share", "", new Money(partner.SharePence).ToPounds());
            table.Row("Paid", "", new Money(partner.PaidPence).ToPounds());
            table.Row("Balance", "", new Money(partner.BalancePence).ToPounds());
            table.Row("Brought forward", "", new Money(partner.BroughtForwardPence).ToPounds());
            table.Row("Settled", "", new Money(partner.SettledPence).ToPounds());
            table.Row("Carried forward", "", new Money(partner.CarriedForwardPence).ToPounds());
            table.Print(shell);
        }
    }

    /// <summary>The columns of a year as CSV.</summary>
    public const string Header = "book,year,partner,item,service,overhead,customer,kind,amount";

    public static void PrintCsv(Shell shell, YearStatement year, string? only)
    {
        shell.Out.WriteLine(Header);
        foreach (var row in Rows(year, only))
        {
            shell.Out.WriteLine(string.Join(',', row.Select(CsvText.Cell)));
        }
    }

    /// <summary>The rows below the header, each cell as it is.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(YearStatement year, string? only)
    {
        foreach (var partner in Chosen(year, only))
        {
            foreach (var line in partner.Lines)
            {
                yield return Row(year, partner, "line", line, line.SharePence);
            }
            yield return Row(year, partner, "share", null, partner.SharePence);
            yield return Row(year, partner, "paid", null, partner.PaidPence);
            yield return Row(year, partner, "balance", null, partner.BalancePence);
            yield return Row(year, partner, "brought-forward", null, partner.BroughtForwardPence);
            yield return Row(year, partner, "settled", null, partner.SettledPence);
            yield return Row(year, partner, "carried-forward", null, partner.CarriedForwardPence);
        }
    }

    private static IEnumerable<PartnerYear> Chosen(YearStatement year, string? only) =>
        year.Partners.Where(partner => only is null || partner.Partner == only);

    private static string[] Row(YearStatement year, PartnerYear partner, string item, YearLine? line, long pence) =>
        [
            year.Book,
            year.Year.ToString(),
            partner.Partner,
            item,
            line?.Service ?? "",
            line?.Overhead ?? "",
            line?.Customer ?? "",
            line is null ? "" : CostWords.Of(line.Kind),
            new Money(pence).ToPlain(),
        ];
}
