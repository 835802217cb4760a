using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Statements as rows of a table: one row a line or figure, amounts in pounds.</summary>
public static class StatementRows
{
    /// <summary>The columns.</summary>
    public const string Header =
        "book,period,status,partner,item,service,overhead,customer,for_month,kind,true_up,basis,driver,agreement_version,"
        + "costs_shared,exact_pence,amount";

    /// <summary>The rows below the header, each cell as it is.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="only">One partner's alone, or null for all.</param>
    public static IEnumerable<IReadOnlyList<string>> Of(IEnumerable<Statement> statements, string? only)
    {
        ArgumentNullException.ThrowIfNull(statements);
        foreach (var statement in statements)
        {
            foreach (var partner in statement.Partners.Where(item => only is null || item.Figures.Partner == only))
            {
                foreach (var line in partner.Lines)
                {
                    yield return Row(statement, partner, Cells(line), line.Part.Pence);
                }
                foreach (var (item, pence) in Figures(partner))
                {
                    yield return Row(statement, partner, [item], pence);
                }
            }
        }
    }

    private static IEnumerable<(string Item, long Pence)> Figures(PartnerStatement partner)
    {
        var figures = partner.Figures;
        yield return ("share", figures.SharePence);
        yield return ("paid", figures.PaidPence);
        yield return ("balance", figures.BalancePence);
        yield return ("brought-forward", figures.BroughtForwardPence);
        yield return ("settled", figures.SettledPence);
        yield return ("carried-forward", figures.CarriedForwardPence);
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

    private static List<string> Row(Statement statement, PartnerStatement partner, string[] cells, long pence)
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
        return all;
    }
}
