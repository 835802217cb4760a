using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Failures;

/// <summary>What users of TigerBeetle miss or what was found in it, and what happens here.</summary>
public sealed class B2TigerBeetle
{
    private const string Halves = """
        agree camden, islington from 2016-10
          service networks: equal
          service apps: equal

        """;

    // TigerBeetle #157: balances follow the time of commit; by the time that something belongs to is left to reporting.
    [Fact]
    public void TigerBeetle_157_balances_by_the_time_of_recording_only()
    {
        var book = Telling.Of(Halves + "close 2016-10\ntoday 2016-12-20\ncost 2016-10 networks 1.00 camden");
        var line = book.Shown("2016-11").Partners[0].Lines.Single();
        Assert.Equal(In.Month("2016-10"), line.Pool.Key.ForMonth);
        Assert.Equal(In.Date("2016-12-20"), book.Entries[^1].Effective);
    }

    // TigerBeetle #1968, #1893, #1969: old transfers could not be brought in with their own dates.
    [Fact]
    public void TigerBeetle_1968_history_cannot_be_brought_in_with_its_own_dates()
    {
        var book = Telling.Of(
            Halves + "today 2020-01-01\ncost 2016-11 networks 2.00 camden\ncost 2016-10 networks 1.00 camden"
        );
        Assert.Equal("0.50 0.50", book.Shares("2016-10"));
        Assert.Equal("1.00 1.00", book.Shares("2016-11"));
    }

    // TigerBeetle #357: no balances as they were at an earlier time.
    [Fact]
    public void TigerBeetle_357_no_balances_as_of_an_earlier_entry()
    {
        var book = Telling.Of(
            Halves + "cost 2016-10 networks 1.00 camden\ncost 2016-10 networks 1.00 camden\nclose 2016-10"
        );
        var then = BookState.Fold(book.Entries.Take(4));
        Assert.Equal(
            [50L, 50L],
            Statement.Of(then, In.Period("2016-10")).Value.Partners.Select(partner => partner.Figures.SharePence)
        );
        Assert.Equal("1.00 1.00", book.Shares("2016-10"));
    }

    // Jepsen on 0.16.11: rows were missing from queries with several conditions.
    [Fact]
    public void Jepsen_0_16_11_rows_missing_from_a_query_with_several_conditions()
    {
        var book = Telling.Of(
            Halves
                + """
                cost 2016-10 networks 2.00 camden
                cost 2016-10 networks 4.00 camden capital
                cost 2016-10 apps 8.00 islington
                close 2016-10
                cost 2016-10 networks 16.00 camden
                cost 2016-11 networks 32.00 camden
                """
        );
        Assert.Equal(
            ["networks 2016-10 revenue of 16.00: 8.00 8.00", "networks 2016-11 revenue of 32.00: 16.00 16.00"],
            book.Pools("2016-11")
        );
        var explained = ExplainShare.Of(book.Again(), In.Period("2016-10"), "camden", "networks", book).Value;
        Assert.Equal([100L, 200L], explained.Parts.Select(part => part.Pence!.Value));
        Assert.Equal(
            [200L, 400L],
            explained.Parts.SelectMany(part => part.Parts[0].Parts).Select(line => line.Pence!.Value)
        );
    }
}
