using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>The act of proposing the next version of the agreement.</summary>
public static class Proposing
{
    /// <summary>Decides it.</summary>
    /// <param name="state">The Book as it is.</param>
    /// <param name="from">The first day on which it is to count.</param>
    /// <param name="text">Its text.</param>
    /// <param name="terms">What the text says.</param>
    /// <param name="by">For which council; null for the host.</param>
    public static Outcome<Act> Decide(BookState state, DateOnly from, string text, AgreementTerms terms, string? by)
    {
        ArgumentNullException.ThrowIfNull(state);
        var decided = ProposeAgreement.Next(state, from, text, terms);
        return decided.IsDone
            ? new Act
            {
                Fact = decided.Value,
                Effective = from,
                By = by ?? state.Host,
            }
            : Outcome<Act>.Refused(decided.Refusals);
    }
}
