using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Properties;

/// <summary>A year is the sum of its periods, whatever happened in it.</summary>
public sealed class YearLaws
{
    [Fact]
    public void A_councils_year_adds_up_from_its_periods_and_its_services() =>
        Law.MustHold(
            40,
            Script.Any,
            script =>
            {
                var book = MadeBook.From(script).State;
                foreach (var year in book.Closed.Select(closed => closed.Period.Year).Distinct())
                {
                    var statement = YearStatement.Of(book, year).Value;
                    Assert.All(statement.Partners, AddsUp);
                    Assert.Equal(statement.CostsPence, statement.Services.Sum(statement.CostsOf));
                }
            }
        );

    private static void AddsUp(PartnerYear year)
    {
        Assert.Equal(year.SharePence, year.Periods.Sum(period => period.Figures.SharePence));
        Assert.Equal(year.PaidPence, year.Periods.Sum(period => period.Figures.PaidPence));
        Assert.Equal(year.SettledPence, Enum.GetValues<PaymentPurpose>().Sum(year.SettledFor));
        foreach (var service in year.Lines.Select(line => line.Service).Distinct())
        {
            Assert.Equal(year.ShareOf(service), year.Periods.Sum(period => period.SharePence(service)));
        }
        Assert.Equal(
            year.CarriedForwardPence,
            year.BroughtForwardPence + year.BalancePence - year.SettledPence + year.OfOtherYearsPence
        );
    }
}
