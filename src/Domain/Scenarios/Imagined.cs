namespace Openbook.Domain;

/// <summary>Something that has not happened, to see what it would do.</summary>
public abstract record Imagined
{
    private Imagined() { }

    /// <summary>Lines of cost or income, as read from a file.</summary>
    /// <param name="Read">The lines, or what is wrong with them.</param>
    public sealed record Costs(Outcome<CostBatch> Read) : Imagined;

    /// <summary>Counts of drivers, as read from a file.</summary>
    /// <param name="Source">The file.</param>
    /// <param name="Read">The counts, or what is wrong with them.</param>
    public sealed record Counts(Source Source, Outcome<IReadOnlyList<CountRow>> Read) : Imagined;

    /// <summary>A version of the agreement that every council approves.</summary>
    /// <param name="From">The first day on which it counts.</param>
    /// <param name="Text">Its text.</param>
    /// <param name="Terms">What the text says.</param>
    public sealed record Amendment(DateOnly From, string Text, AgreementTerms Terms) : Imagined;
}
