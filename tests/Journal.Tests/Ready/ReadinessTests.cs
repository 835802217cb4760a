namespace Openbook.Journal.Tests.Ready;

/// <summary>The made-up Book that is read while a program starts: it must be a whole one, or reading it readies nothing.</summary>
public sealed class ReadinessTests
{
    [Fact]
    public void The_small_book_has_an_agreement_counts_costs_and_a_closed_month()
    {
        var book = Readiness.ReadSmallBook();
        Assert.True(book.IsAgreed);
        Assert.Equal(["devices"], book.CountedDrivers);
        Assert.Equal(30_003, book.Batches.Sum(batch => batch.Fact.TotalPence));
        Assert.Equal(["2016-10"], book.Closed.Select(closed => closed.Period.ToString()));
        Assert.Equal([18_335L, 11_668], book.Closed[0].Result.Partners.Select(partner => partner.SharePence));
    }

    [Fact]
    public void Its_statement_is_the_one_that_was_closed() =>
        Assert.Equal(Readiness.ReadSmallBook().Closed[0].Fact.StatementSha256, Readiness.StateSmallBook());
}
