namespace Openbook.Domain.Tests.Given;

/// <summary>Something done to a Book that can be done again, as it was or changed, to another.</summary>
/// <param name="Day">The day on which it was done.</param>
public abstract record Act(DateOnly Day)
{
    /// <summary>Does it again.</summary>
    public abstract IReadOnlyList<Refusal> Again(ABook book);

    /// <summary>The act that a fact came from; none for facts that decide no figure.</summary>
    public static IEnumerable<Act> Of(DateOnly day, Fact fact) =>
        fact switch
        {
            AgreementProposed proposed => [new Propose(day, proposed.Terms, proposed.From)],
            AgreementApproved approved => [new Approve(day, approved)],
            CountsRecorded counts => [new Counts(day, [.. counts.Counts])],
            PaymentsRecorded payments => [new Payments(day, [.. payments.Payments])],
            PeriodClosed closed => [new Close(day, closed.Period)],
            _ => [],
        };

    /// <summary>A version was proposed.</summary>
    public sealed record Propose(DateOnly Day, AgreementTerms Terms, Month From) : Act(Day)
    {
        /// <inheritdoc/>
        public override IReadOnlyList<Refusal> Again(ABook book) => book.Propose(Terms, From.First);
    }

    /// <summary>A version was approved.</summary>
    public sealed record Approve(DateOnly Day, AgreementApproved Fact) : Act(Day)
    {
        /// <inheritdoc/>
        public override IReadOnlyList<Refusal> Again(ABook book) =>
            book.Approve(Fact.Partner, Fact.On, Fact.Effective, Fact.Version);
    }

    /// <summary>Lines were recorded. Done again, a reversal is a journal line: its target may have another name.</summary>
    public sealed record Lines(DateOnly Day, IReadOnlyList<CostLine> Items) : Act(Day)
    {
        /// <inheritdoc/>
        public override IReadOnlyList<Refusal> Again(ABook book) =>
            book.Record(
                Items
                    .Select(line =>
                        line with
                        {
                            Corrects = null,
                            Nature = line.Nature == CostNature.Reversal ? CostNature.Journal : line.Nature,
                        }
                    )
                    .ToList()
            );
    }

    /// <summary>Counts were recorded.</summary>
    public sealed record Counts(DateOnly Day, IReadOnlyList<DriverCount> Items) : Act(Day)
    {
        /// <inheritdoc/>
        public override IReadOnlyList<Refusal> Again(ABook book) => book.Record(Items);
    }

    /// <summary>Payments were recorded.</summary>
    public sealed record Payments(DateOnly Day, IReadOnlyList<Payment> Items) : Act(Day)
    {
        /// <inheritdoc/>
        public override IReadOnlyList<Refusal> Again(ABook book) => book.Record(Items);
    }

    /// <summary>A period was closed.</summary>
    public sealed record Close(DateOnly Day, Period Period) : Act(Day)
    {
        /// <inheritdoc/>
        public override IReadOnlyList<Refusal> Again(ABook book) => book.Close(Period);
    }
}
