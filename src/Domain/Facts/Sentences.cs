namespace Openbook.Domain;

/// <summary>Facts in plain English.</summary>
public static class Sentences
{
    /// <summary>What happened, in a sentence with codes, as commands print it.</summary>
    public static string Of(Fact fact) => Of(fact, code => code, code => code, "partners", '-');

    /// <summary>What happened, in a sentence with names, as people read it.</summary>
    public static string Of(Fact fact, BookNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return Of(fact, names.Partner, names.Driver, "councils", '\u2212');
    }

    private static string Of(
        Fact fact,
        Func<string, string> partner,
        Func<string, string> driver,
        string partners,
        char minus
    ) =>
        fact switch
        {
            AgreementProposed proposed =>
                $"Version {Text.Of(proposed.Version)} of the agreement was proposed, to count from {proposed.From.ToWords()}.",
            AgreementApproved approved =>
                $"{approved.Body} of {partner(approved.Partner)} approved version {Text.Of(approved.Version)} on "
                    + $"{Dates.Words(approved.On)}, with effect from {Dates.Words(approved.Effective)}.",
            CostsRecorded costs =>
                $"{Text.Count(costs.Count, "line")} of costs, {new Money(costs.TotalPence).ToPounds().Replace('-', minus)}; recorded from "
                    + $"{costs.Source.Name}.",
            CountsRecorded counts =>
                $"{Text.Count(counts.Counts.Count, "count")} of {Text.List([.. Drivers(counts).Select(driver)])}; recorded from "
                    + $"{counts.Source.Name}.",
            PaymentsRecorded payments =>
                $"{Text.Count(payments.Payments.Count, "payment")} between {partners}; recorded from {payments.Source.Name}.",
            BudgetRecorded budget =>
                $"{Text.Count(budget.Lines.Count, "line")} of budget; recorded from {budget.Source.Name}.",
            WordsWithheld withheld => $"The words of line {withheld.Line} were withheld.",
            DraftIssued issued =>
                $"The draft of {issued.Period.ToWords()} was issued to the councils, to be answered by "
                    + $"{Dates.Words(issued.Until)}.",
            DraftAccepted accepted => $"Draft {Text.Of(accepted.Draft)} was accepted.",
            LineQueried queried =>
                $"Line {queried.Line} of draft {Text.Of(queried.Draft)} was queried: \"{queried.Words}\".",
            QueryAnswered answered =>
                $"Query {Text.Of(answered.Query)} was answered: the line {Of(answered.Outcome)}, \"{answered.Words}\".",
            PeriodClosed closed => $"{(closed.Period.IsYearEnd ? "The " : "")}{closed.Period.ToWords()} was closed.",
            _ => throw new InvalidOperationException($"The fact {fact.Kind} has no sentence."),
        };

    /// <summary>What came of a query, after "the line".</summary>
    public static string Of(QueryOutcome outcome) => outcome == QueryOutcome.Stands ? "stands" : "will be corrected";

    private static string[] Drivers(CountsRecorded counts) =>
        [.. counts.Counts.Select(count => count.Driver).Distinct().Order(StringComparer.Ordinal)];
}
