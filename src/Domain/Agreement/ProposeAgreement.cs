namespace Openbook.Domain;

/// <summary>Decides whether a version of the agreement may be put to the councils.</summary>
public static class ProposeAgreement
{
    /// <summary>Starts a Book with its first version, to count from the agreement's start.</summary>
    public static Outcome<AgreementProposed> First(string code, string text, AgreementTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (!Code.IsValid(code))
        {
            return Refuse.BadCode.Because($"\"{code}\" is not a code for a Book.");
        }
        return new AgreementProposed(code, 1, terms.Starts, text, terms);
    }

    /// <summary>Proposes the next version, to count from the first day of a month.</summary>
    /// <param name="book">The Book.</param>
    /// <param name="from">The first day on which it is to count.</param>
    /// <param name="text">Its text.</param>
    /// <param name="terms">What the text says.</param>
    public static Outcome<AgreementProposed> Next(BookState book, DateOnly from, string text, AgreementTerms terms)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(terms);
        var refusals = new List<Refusal>();
        if (from.Day != 1 || Month.Of(from) < terms.Starts)
        {
            refusals.Add(
                Refuse.FromNotFirst.Because(
                    $"It would count from {Dates.Words(from)}; the agreement starts in {terms.Starts.ToWords()}."
                )
            );
        }
        if (StartMoved(book, terms) is { } moved)
        {
            refusals.Add(moved);
        }
        refusals.AddRange(Backwards(book, terms));
        return refusals.Count > 0
            ? Outcome<AgreementProposed>.Refused(refusals)
            : new AgreementProposed(book.Code, book.Versions.Count + 1, Month.Of(from), text, terms);
    }

    /// <summary>Why the start cannot move to where the terms have it, or null if it can or stays.</summary>
    internal static Refusal? StartMoved(BookState book, AgreementTerms terms)
    {
        if (terms.Starts == book.Starts)
        {
            return null;
        }
        if (book.Closed.Count > 0)
        {
            return Refuse.StartMoved.Because(
                $"It starts in {terms.Starts.ToWords()}; {book.Starts.ToWords()} is the first month closed."
            );
        }
        return book.FirstPosted is { } early && early < terms.Starts
            ? Refuse.StartMoved.Because(
                $"It starts in {terms.Starts.ToWords()}, but something is recorded for {early.ToWords()}."
            )
            : null;
    }

    // Overheads are worked out in order of first appearance: one that feeds an overhead known to come earlier never could.
    private static IEnumerable<Refusal> Backwards(BookState book, AgreementTerms terms)
    {
        foreach (var overhead in terms.Overheads)
        {
            var at = StepDown.IndexOf(book.Overheads, overhead.Code);
            foreach (var target in overhead.Over)
            {
                var other = StepDown.IndexOf(book.Overheads, target);
                if (other >= 0 && (at < 0 || other < at))
                {
                    yield return Refuse.TargetNotListed.Because(
                        $"\"{overhead.Code}\" is spread over \"{target}\", which came before it in an earlier version."
                    );
                }
            }
        }
    }
}
