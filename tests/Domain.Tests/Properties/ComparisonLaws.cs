using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Properties;

/// <summary>What must hold whichever two periods are compared for whichever council.</summary>
public sealed class ComparisonLaws
{
    private const int Cases = 40;

    [Fact]
    public void Causes_add_up_to_the_difference_of_each_service_and_of_all() =>
        MustHold(
            (before, after, partner) =>
            {
                var found = ComparePeriods.Of(before, after, partner).Value;
                Assert.Equal(found.DifferencePence, found.Causes.Sum(cause => cause.Pence));
                Assert.All(
                    found.Services,
                    service => Assert.Equal(service.DifferencePence, service.Causes.Sum(cause => cause.Pence))
                );
                Assert.Equal(ShareOf(after, partner) - ShareOf(before, partner), found.DifferencePence);
                Assert.Equal(found.DifferencePence, Enum.GetValues<CauseKind>().Sum(found.Of));
            }
        );

    [Fact]
    public void A_period_does_not_differ_from_itself() =>
        MustHold((_, after, partner) => Assert.Empty(ComparePeriods.Of(after, after, partner).Value.Causes));

    [Fact]
    public void Turned_round_the_difference_is_the_opposite() =>
        MustHold(
            (before, after, partner) =>
                Assert.Equal(
                    -ComparePeriods.Of(before, after, partner).Value.DifferencePence,
                    ComparePeriods.Of(after, before, partner).Value.DifferencePence
                )
        );

    [Fact]
    public void Odd_pennies_of_a_service_are_fewer_than_its_pools() =>
        MustHold(
            (before, after, partner) =>
                Assert.All(
                    ComparePeriods.Of(before, after, partner).Value.Services,
                    service =>
                        Assert.InRange(
                            Math.Abs(service.Of(CauseKind.OddPennies)),
                            0,
                            PoolsOf(before, service.Service) + PoolsOf(after, service.Service) + 1
                        )
                )
        );

    private static void MustHold(Action<Statement, Statement, string> law) =>
        Law.MustHold(
            Cases,
            Script.Any,
            script =>
            {
                var book = MadeBook.From(script);
                var statements = book
                    .State.Closed.Select(closed => Statement.Of(book.State, closed.Period).Value)
                    .ToList();
                for (var i = 1; i < statements.Count; i++)
                {
                    foreach (var partner in statements[i].Partners.Select(item => item.Figures.Partner))
                    {
                        law(statements[i - 1], statements[i], partner);
                        law(statements[0], statements[i], partner);
                    }
                }
            }
        );

    private static long ShareOf(Statement statement, string partner) =>
        statement.Partners.FirstOrDefault(item => item.Figures.Partner == partner)?.Figures.SharePence ?? 0;

    private static int PoolsOf(Statement statement, string service) =>
        statement
            .Partners.SelectMany(partner => partner.Lines.Select(line => line.Pool))
            .Distinct()
            .Count(pool => pool.Key.Service == service);
}
