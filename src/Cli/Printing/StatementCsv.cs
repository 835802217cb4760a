using System.Globalization;
using Openbook.Domain;
using Openbook.Exchange;

namespace Openbook.Cli.Printing;

/// <summary>Prints statements as CSV: one row a line or figure, amounts in pounds.</summary>
internal static class StatementCsv
{
    public const string Header =
        "book,period,status,partner,item,service,overhead,customer,for_month,kind,true_up,basis,driver,agreement_version,"
        + "costs_shared,exact_pence,amount";

    public static void Print(Shell shell, IEnumerable<Statement> statements, string? only)
    {
        shell.Out.WriteLine(Header);
        foreach (var statement in statements)
        {
            foreach (var partner in statement.Partners.Where(item => only is null || item.Figures.Partner == only))
            {
                foreach (var line in partner.Lines)
                {
                    Row(shell, statement, partner, Cells(line), line.Part.Pence);
                }
                Figures(shell, statement, partner);
            }
        }
    }

    private static void Figures(Shell shell, Statement statement, PartnerStatement partner)
    {
        var figures = partner.Figures;
        Row(shell, statement, partner, ["share"], figures.SharePence);
        Row(shell, statement, partner, ["paid"], figures.PaidPence);
        Row(shell, statement, partner, ["balance"], figures.BalancePence);
        Row(shell, statement, partner, ["brought-forward"], figures.BroughtForwardPence);
        Row(shell, statement, partner, ["settled"], figures.SettledPence);
        Row(shell, statement, partner, ["carried-forward"], figures.CarriedForwardPence);
    }

    private static string[] Cells(StatementLine line)
    {
        var pool = line.Pool;
        return
        [
            "line",
            pool.Key.Service,
            pool.Key.Overhead ?? "",
            pool.Key.Customer ?? "",
            pool.Key.ForMonth.ToString(),
            CostWords.Of(pool.Key.Kind),
            pool.IsTrueUp ? "yes" : "no",
            pool.Weights.Basis,
            pool.Weights.Driver ?? "",
            Text.Of(pool.Weights.Version),
            new Money(pool.Pence).ToPlain(),
            line.Exact,
        ];
    }

    private static void Row(Shell shell, Statement statement, PartnerStatement partner, string[] cells, long pence)
    {
        var all = new List<string>
        {
            statement.Book,
            statement.Period.ToString(),
            statement.IsClosed ? "closed" : "open",
            partner.Figures.Partner,
        };
        all.AddRange(cells);
        all.AddRange(Enumerable.Repeat("", 12 - cells.Length));
        all.Add(new Money(pence).ToPlain());
        shell.Out.WriteLine(string.Join(',', all.Select(Cell)));
    }

    // A number below zero is no formula, however many decimals it has.
    private static string Cell(string text) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out _
        )
            ? text
            : CsvText.Cell(text);
}
