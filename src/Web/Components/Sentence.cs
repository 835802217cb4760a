namespace Openbook.Web.Components;

/// <summary>Figures in a sentence, rounded where it says so.</summary>
public static class Sentence
{
    /// <summary>Who has to pay whom after a period.</summary>
    public static string OfBalances(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var when = $"After {statement.Period.ToWords()}{(statement.IsClosed ? "" : ", which is still open")}";
        var pay = Named(statement, figures => figures.CarriedForwardPence, owing: true);
        var get = Named(statement, figures => figures.CarriedForwardPence, owing: false);
        return pay.Count == 0
            ? $"{when}, nobody owes anything."
            : $"{when}, {Text.List(pay)} to pay; {Text.List(get)} to receive.";
    }

    /// <summary>What a period alone comes to.</summary>
    public static string OfPeriod(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var state = statement.IsClosed ? "is closed" : "is still open, and can change";
        var pay = Named(statement, figures => figures.BalancePence, owing: true);
        var get = Named(statement, figures => figures.BalancePence, owing: false);
        return pay.Count == 0
            ? $"{statement.Period.ToWords()} {state}. Nobody owes anything for it."
            : $"{statement.Period.ToWords()} {state}. For it, {Text.List(pay)} to pay; {Text.List(get)} to receive.";
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
        return $"{Show.Rounded(spent)} spent by the end of {report.Period.ToWords()} of {Show.Rounded(total.Year.RevisedPence)} "
            + $"for the year, forecast to end {end}. Figures in this sentence are rounded.";
    }

    /// <summary>What a year comes to, rounded.</summary>
    public static string OfYear(YearStatement year, IReadOnlyDictionary<string, string> names)
    {
        ArgumentNullException.ThrowIfNull(year);
        ArgumentNullException.ThrowIfNull(names);
        List<string> After(Func<long, bool> counts) =>
            [
                .. year
                    .Partners.Where(partner => counts(partner.CarriedForwardPence))
                    .Select(partner =>
                        $"{names.GetValueOrDefault(partner.Partner, partner.Partner)} has {Show.Rounded(partner.CarriedForwardPence)}"
                    ),
            ];
        var pay = After(pence => pence > 0);
        var costs = $"{Text.Count(year.Partners.Count, "council")} shared {Show.Rounded(year.CostsPence)}. ";
        return pay.Count == 0
            ? $"{costs}After it nobody owes anything. The sum in this sentence is rounded."
            : $"{costs}After it, {Text.List(pay)} to pay; {Text.List(After(pence => pence < 0))} to receive. "
                + "Figures in this sentence are rounded.";
    }

    private static List<string> Named(Statement statement, Func<PartnerFigures, long> pence, bool owing) =>
        [
            .. statement
                .Partners.Select(partner => partner.Figures)
                .Where(figures => owing ? pence(figures) > 0 : pence(figures) < 0)
                .Select(figures => $"{statement.Names[figures.Partner]} has {Show.Prose(pence(figures))}"),
        ];
}
