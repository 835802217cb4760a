namespace Openbook.Web.Components;

/// <summary>Figures in a sentence, rounded where it says so.</summary>
public static class Sentence
{
    private const int MostByName = 5;

    /// <summary>Who has to pay whom after a period.</summary>
    public static string OfBalances(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var when = $"After {statement.Period.ToWords()}{(statement.IsClosed ? "" : ", which is still open")}";
        return Owed(Named(statement, figures => figures.CarriedForwardPence), Show.Prose) is { } owed
            ? $"{when}, {owed}."
            : $"{when}, nobody owes anything.";
    }

    /// <summary>What a period alone comes to.</summary>
    public static string OfPeriod(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var state = statement.IsClosed ? "is closed" : "is still open, and can change";
        return Owed(Named(statement, figures => figures.BalancePence), Show.Prose) is { } owed
            ? $"{statement.Period.ToWords()} {state}. For it, {owed}."
            : $"{statement.Period.ToWords()} {state}. Nobody owes anything for it.";
    }

    /// <summary>How the year stands against its budget, rounded.</summary>
    public static string OfBudget(MonitorReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var total = report.Total;
        var spent = total.ToDate.SpentPence;
        var variance = total.VariancePence;
        var end =
            variance == 0 ? "on budget"
            : variance > 0 ? $"{Show.Rounded(variance)} over budget"
            : $"{Show.Rounded(variance)} under budget";
        var budget = $"{Show.Rounded(total.Year.RevisedPence)} budgeted for the year";
        return (
                report.Period.IsYearEnd
                    ? $"{Show.Rounded(spent)} spent of {budget}, which ends {end}. "
                    : $"{Show.Rounded(spent)} spent by the end of {report.Period.ToWords()} of {budget}, forecast to end {end}. "
            ) + "Figures in this sentence are rounded.";
    }

    /// <summary>What a year comes to, rounded.</summary>
    public static string OfYear(YearStatement year, IReadOnlyDictionary<string, string> names)
    {
        ArgumentNullException.ThrowIfNull(year);
        ArgumentNullException.ThrowIfNull(names);
        var balances = year.Partners.Select(partner =>
            (names.GetValueOrDefault(partner.Partner, partner.Partner), partner.CarriedForwardPence)
        );
        var costs = $"{Text.Count(year.Partners.Count, "council")} shared {Show.Rounded(year.CostsPence)}. ";
        return Owed([.. balances], Show.Rounded) is { } owed
            ? $"{costs}After it, {owed}. Figures in this sentence are rounded."
            : $"{costs}After it nobody owes anything. The sum in this sentence is rounded.";
    }

    private static List<(string Name, long Pence)> Named(Statement statement, Func<PartnerFigures, long> pence) =>
        [
            .. statement
                .Partners.Select(partner => partner.Figures)
                .Select(figures => (statement.Names[figures.Partner], pence(figures))),
        ];

    // Who owes and who is owed; null if nobody does. Of many councils a sentence says no more than how many they are.
    private static string? Owed(IReadOnlyList<(string Name, long Pence)> balances, Func<long, string> show)
    {
        var pay = balances.Where(item => item.Pence > 0).ToList();
        var get = balances.Where(item => item.Pence < 0).ToList();
        if (pay.Count == 0 && get.Count == 0)
        {
            return null;
        }
        if (pay.Count + get.Count <= MostByName)
        {
            return $"{Listed(pay, show)} to pay; {Listed(get, show)} to receive";
        }
        var toPay = Together(pay, OwedInAll.ToPay(pay.Select(item => item.Pence)), show);
        var toReceive = Together(get, OwedInAll.ToReceive(get.Select(item => item.Pence)), show);
        return $"{toPay} to pay; {toReceive} to receive";
    }

    private static string Together(List<(string Name, long Pence)> councils, long pence, Func<long, string> show) =>
        councils.Count <= 2
            ? Listed(councils, show)
            : $"{Text.Count(councils.Count, "council")} together have {show(pence)}";

    private static string Listed(IEnumerable<(string Name, long Pence)> councils, Func<long, string> show) =>
        Text.List([.. councils.Select(council => $"{council.Name} has {show(council.Pence)}")]);
}
