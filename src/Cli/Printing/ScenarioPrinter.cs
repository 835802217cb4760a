using System.Text.Json.Nodes;
using Openbook.Domain;
using Openbook.Exchange;

namespace Openbook.Cli.Printing;

/// <summary>Prints what a scenario would do.</summary>
internal static class ScenarioPrinter
{
    public static void Print(Shell shell, ScenarioResult result, string? how)
    {
        switch (how)
        {
            case "json":
                JsonPrinter.Print(shell, ToJson(result));
                break;
            case "csv":
                Csv(shell, result);
                break;
            default:
                PrintText(shell, result);
                break;
        }
    }

    private static void PrintText(Shell shell, ScenarioResult result)
    {
        shell.Out.WriteLine(Style.Bold(shell, $"Imagined: {result.Name}"));
        shell.Out.WriteLine(
            $"Open periods up to {result.Through.ToWords()}, as if each were closed in its turn. Nothing is recorded."
        );
        shell.Out.WriteLine();
        var table = new TextTable("Period", "Partner", ">Share now", ">Share imagined", ">Difference");
        foreach (var period in result.Periods)
        {
            period.Partners.ToList().ForEach(partner => Row(table, period.Period.ToWords(), partner, result.Names));
        }
        result.Totals.ToList().ForEach(partner => Row(table, "all", partner, result.Names));
        table.Print(shell);
        Why(shell, result);
        shell.Out.WriteLine();
        shell.Out.WriteLine(
            Style.Faint(shell, $"Head of the Book: entry {Text.Of(result.Head.Entry)}, {result.Head.Hash}")
        );
    }

    private static void Why(Shell shell, ScenarioResult result)
    {
        shell.Out.WriteLine();
        if (!result.Periods.Any(period => period.Partners.Any(partner => partner.Lines.Count > 0)))
        {
            shell.Out.WriteLine("Nothing would change.");
            return;
        }
        foreach (var period in result.Periods)
        {
            foreach (var partner in period.Partners)
            {
                foreach (var line in partner.Lines)
                {
                    shell.Out.WriteLine(
                        $"{period.Period.ToWords()}, {result.Names.Partner(partner.Partner)}, {Name(line, result.Names)}: {Signed(line.DifferencePence)}: {line.Why}"
                    );
                }
            }
        }
    }

    private static void Row(TextTable table, string period, ChangedPartner partner, BookNames names) =>
        table.Row(
            period,
            names.Partner(partner.Partner),
            new Money(partner.BeforeSharePence).ToPounds(),
            new Money(partner.AfterSharePence).ToPounds(),
            Signed(partner.DifferencePence)
        );

    private static string Signed(long pence) => (pence > 0 ? "+" : "") + new Money(pence).ToPounds();

    private static string Name(ChangedLine line, BookNames names)
    {
        var (overhead, customer) = (line.Key.Overhead, line.Key.Customer);
        var part =
            overhead is not null ? names.Service(overhead)
            : customer is not null ? names.Customer(customer)
            : null;
        var service = names.Service(line.Key.Service) + (part is null ? "" : $" ({part})");
        return $"{service} of {line.Key.ForMonth.ToWords()}, {CostWords.Of(line.Key.Kind)}";
    }

    private static JsonObject ToJson(ScenarioResult result) =>
        new()
        {
            ["book"] = result.Book,
            ["scenario"] = result.Name,
            ["through"] = result.Through.ToString(),
            ["head"] = new JsonObject { ["entry"] = result.Head.Entry, ["hash"] = result.Head.Hash },
            ["periods"] = new JsonArray([
                .. result.Periods.Select(period => new JsonObject
                {
                    ["period"] = period.Period.ToString(),
                    ["partners"] = new JsonArray([.. period.Partners.Select(ToJson)]),
                }),
            ]),
            ["totals"] = new JsonArray([.. result.Totals.Select(ToJson)]),
        };

    private static JsonObject ToJson(ChangedPartner partner) =>
        new()
        {
            ["partner"] = partner.Partner,
            ["before_share_pence"] = partner.BeforeSharePence,
            ["after_share_pence"] = partner.AfterSharePence,
            ["difference_pence"] = partner.DifferencePence,
            ["before_balance_pence"] = partner.BeforeBalancePence,
            ["after_balance_pence"] = partner.AfterBalancePence,
            ["lines"] = new JsonArray([
                .. partner.Lines.Select(line => new JsonObject
                {
                    ["service"] = line.Key.Service,
                    ["overhead"] = line.Key.Overhead,
                    ["customer"] = line.Key.Customer,
                    ["for_month"] = line.Key.ForMonth.ToString(),
                    ["kind"] = CostWords.Of(line.Key.Kind),
                    ["true_up"] = line.IsTrueUp,
                    ["before_pence"] = line.BeforePence,
                    ["after_pence"] = line.AfterPence,
                    ["difference_pence"] = line.DifferencePence,
                    ["why"] = line.Why,
                }),
            ]),
        };

    private static void Csv(Shell shell, ScenarioResult result)
    {
        shell.Out.WriteLine(
            "book,scenario,period,partner,service,overhead,customer,for_month,kind,true_up,before,after,difference,why"
        );
        foreach (var period in result.Periods)
        {
            foreach (var partner in period.Partners)
            {
                foreach (var line in partner.Lines)
                {
                    Cells(shell, result, period.Period, partner.Partner, line);
                }
            }
        }
    }

    private static void Cells(Shell shell, ScenarioResult result, Period period, string partner, ChangedLine line) =>
        shell.Out.WriteLine(
            string.Join(
                ',',
                new[]
                {
                    result.Book,
                    result.Name,
                    period.ToString(),
                    partner,
                    line.Key.Service,
                    line.Key.Overhead ?? "",
                    line.Key.Customer ?? "",
                    line.Key.ForMonth.ToString(),
                    CostWords.Of(line.Key.Kind),
                    line.IsTrueUp ? "yes" : "no",
                    new Money(line.BeforePence).ToPlain(),
                    new Money(line.AfterPence).ToPlain(),
                    new Money(line.DifferencePence).ToPlain(),
                    line.Why,
                }.Select(CsvText.Cell)
            )
        );
}
