using System.Numerics;
using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Failures;

/// <summary>What went wrong in Formance's ledger, and may not here.</summary>
public sealed class B3Formance
{
    // Its rounding page: every part is floored and the rest handed out from the top, so that of 99 by halves 50 go to whoever is
    // written first, every time.
    [Fact]
    public void Formance_flooring_gives_the_first_listed_the_penny()
    {
        var carries = new BigInteger[2];
        var charged = new long[2];
        for (var i = 0; i < 100; i++)
        {
            var parts = Split.Pool(99, [1, 1], carries);
            carries = [.. parts.Select(part => part.CarryAfter)];
            charged = [.. charged.Zip(parts, (sum, part) => sum + part.Pence)];
        }
        Assert.Equal([4_950, 4_950], charged);
    }

    // The same page: the rest is not spread by remainder. 10 by 1, 1, 8 is 1, 1, 8 and 11 is 1.1, 1.1, 8.8.
    [Fact]
    public void Formance_flooring_takes_no_notice_of_the_remainders() =>
        Assert.Equal([1, 1, 9], Split.Pool(11, [1, 1, 8], new BigInteger[3]).Select(part => part.Pence));

    // #340: no transaction could be dated back.
    [Fact]
    public void Formance_340_nothing_can_be_dated_back()
    {
        var book = Telling.Of("agree camden, islington from 2016-10\n  service networks: equal\nclose 2016-10");
        Assert.Empty(book.Record([In.Cost("2016-10", "networks", "1.00", "camden")]));
        Assert.Equal(["networks 2016-10 revenue of 1.00: 0.50 0.50"], book.Pools("2016-11"));
    }

    // #1416: a balance at a point in time was silently empty, and downstream that read as "reconciles to zero".
    [Fact]
    public void Formance_1416_an_empty_answer_reads_as_zero()
    {
        var book = Telling.Of("agree camden, islington from 2016-10\n  service networks: equal");
        Assert.False(book.Look(In.Period("2016-09")).IsDone);
        Assert.False(book.Look(In.Period("2016/17-13")).IsDone);
        Assert.False(YearStatement.Of(book.State, In.Year("2016/17")).IsDone);
        Assert.False(ExplainShare.Of(book.Again(), In.Period("2016-10"), "barnet", "networks", book).IsDone);
        Assert.False(ExplainShare.Of(book.Again(), In.Period("2016-10"), "camden", "telephony", book).IsDone);
        Assert.Throws<InvalidOperationException>(() => book.Look(In.Period("2016-09")).Value);
    }
}
