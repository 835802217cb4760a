using Openbook.Domain;
using Openbook.Exchange;

namespace Openbook.Cli.Printing;

/// <summary>Prints the year so far.</summary>
internal static class YearPrinter
{
    public static void Print(Shell shell, YearStatement year, string? only)
    {
        var isWhole = year.Periods.Any(period => period.IsYearEnd);
        shell.Out.WriteLine(Style.Bold(shell, $"{year.Partnership}: {year.Year}{(isWhole ? "" : " so far")}"));
        shell.Out.WriteLine($"Closed: {Text.List([.. year.Periods.Select(period => period.ToWords())])}.");
        foreach (var partner in Chosen(year, only))
        {
            shell.Out.WriteLine();
            shell.Out.WriteLine(Style.Bold(shell, year.Names[partner.Partner]));
            Lines(shell, partner);
            FigureLines.Print(shell, Figures(partner));
        }
    }

    private static void Lines(Shell shell, PartnerYear partner)
    {
        var table = new TextTable("Service", "What", ">Your share");
        foreach (var line in partner.Lines)
        {
            table.Row(
                line.Overhead is null ? line.Service : $"{line.Service} ({line.Overhead})",
                FigureLines.Kind(line.Kind, line.Customer),
                new Money(line.SharePence).ToPounds()
            );
        }
        table.Print(shell);
    }

    // What periods of other years added is there only where it is needed to add the rest up.
    private static IEnumerable<FigureLine> Figures(PartnerYear partner) =>
        [
            new("Your share", partner.SharePence),
            new("Paid by you to suppliers, less income you received", partner.PaidPence),
            new("Balance of the year", partner.BalancePence, IsBalance: true),
            new("Brought forward", partner.BroughtForwardPence, IsBalance: true),
            new("Payments you made to partners, less those you received", partner.SettledPence),
            .. partner.OfOtherYearsPence == 0
                ? Array.Empty<FigureLine>()
                : [new("Periods of other years closed in between", partner.OfOtherYearsPence, IsBalance: true)],
            new("Carried forward", partner.CarriedForwardPence, IsBalance: true),
        ];

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
