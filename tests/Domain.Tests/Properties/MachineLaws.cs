using System.Globalization;
using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Properties;

/// <summary>The same Book on any machine: other cultures, other threads.</summary>
public sealed class MachineLaws
{
    private const int Cases = 15;

    [Fact]
    public void Statements_have_the_same_bytes_in_a_culture_that_writes_numbers_and_dates_otherwise() =>
        Law.MustHold(
            Cases,
            Script.Any,
            script =>
            {
                var here = Bytes(script);
                foreach (var culture in Cultures())
                {
                    Assert.Equal(here, In(culture, () => Bytes(script)));
                }
            }
        );

    [Fact]
    public void Statements_have_the_same_bytes_on_many_threads_at_once() =>
        Law.MustHold(
            Cases,
            Script.Any,
            script =>
            {
                var one = Bytes(script);
                Assert.All(
                    Enumerable.Range(0, 4).AsParallel().WithDegreeOfParallelism(4).Select(_ => Bytes(script)),
                    many => Assert.Equal(one, many)
                );
            }
        );

    [Fact]
    public void Amounts_and_dates_are_read_and_written_alike_in_every_culture()
    {
        foreach (var culture in Cultures())
        {
            In(
                culture,
                () =>
                {
                    Assert.Equal("-1234567.05", Given.In.Money("-1234567.05").ToPlain());
                    Assert.Equal("-£1,234,567.05", new Money(-123_456_705).ToPounds());
                    Assert.Equal("2016-10-01", Dates.Iso(Given.In.Date("2016-10-01")));
                    Assert.Equal("12.5", Given.In.Weight("12.500000").ToString());
                    Assert.Equal("12,345 lines", Text.Count(12_345, "line"));
                    Assert.False(Money.TryParse("1,5", out Money _));
                    return 0;
                }
            );
        }
    }

    private static string Bytes(Script script) => string.Join('\n', MadeBook.From(script).AllStatements());

    // tr-TR and de-DE where the machine knows them; always one that does everything otherwise.
    private static IEnumerable<CultureInfo> Cultures()
    {
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NegativeSign = "~";
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.NumberFormat.NumberGroupSeparator = ".";
        odd.NumberFormat.CurrencySymbol = "kr";
        odd.NumberFormat.NumberGroupSizes = [2];
        odd.DateTimeFormat.DateSeparator = "/";
        odd.DateTimeFormat.TimeSeparator = ".";
        odd.DateTimeFormat.ShortDatePattern = "d/M/yyyy";
        yield return odd;
        foreach (var name in new[] { "tr-TR", "de-DE", "ar-SA", "th-TH" })
        {
            if (Known(name) is { } culture)
            {
                yield return culture;
            }
        }
    }

    private static CultureInfo? Known(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    private static T In<T>(CultureInfo culture, Func<T> work)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return work();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
