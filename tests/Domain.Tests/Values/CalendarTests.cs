using System.Text;
using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Values;

public sealed class CalendarTests
{
    [Fact]
    public void Every_month_there_is_is_read_as_it_is_written()
    {
        for (var month = Month.Earliest; month <= Month.Latest; month = month.Next)
        {
            Assert.True(Month.TryParse(month.ToString().AsSpan(), out var read));
            Assert.Equal(month, read);
            Assert.Equal(month, Month.Of(month.First));
            Assert.Equal(month, Month.Of(month.Last));
            Assert.Equal(month.Next.First, month.Last.AddDays(1));
            Assert.Equal(month, month.Next.Previous);
            Assert.Equal(month, In.Period(Period.Of(month).ToString()).Month);
        }
    }

    [Theory]
    [InlineData("2016-00")]
    [InlineData("2016-13")]
    [InlineData("1973-12")]
    [InlineData("2200-01")]
    [InlineData("2016-1")]
    [InlineData("2016/10")]
    [InlineData("16-10")]
    [InlineData("2016-10-01")]
    [InlineData(" 2016-10")]
    [InlineData("201 -10")]
    [InlineData("-016-10")]
    [InlineData("2016-+1")]
    [InlineData("")]
    [InlineData("\u0662016-10")]
    public void What_is_no_month_is_refused(string text) => Assert.False(Month.TryParse(text.AsSpan(), out _));

    [Fact]
    public void Months_are_ordered_and_one_knows_its_year_and_name()
    {
        var october = In.Month("2016-10");
        Assert.Equal((2016, 10, 24_201), (october.Year, october.Number, october.Index));
        Assert.True(october < october.Next && october.Next > october && october <= In.Month("2016-10"));
        Assert.Equal(october.Next, Month.Later(october, october.Next));
        Assert.Equal("October 2016", october.ToWords());
        Assert.Equal(In.Month("2017-01"), In.Month("2016-12").Next);
        Assert.True(In.Month("2017-03").IsMarch);
        Assert.Equal(29, In.Month("2016-02").Last.Day);
    }

    [Fact]
    public void Every_day_of_a_leap_year_is_read_as_it_is_written()
    {
        for (var day = In.Date("2016-01-01"); day.Year == 2016; day = day.AddDays(1))
        {
            Assert.True(Dates.TryParse(Dates.Iso(day).AsSpan(), out var read));
            Assert.Equal(day, read);
            Assert.True(Dates.TryParse(Encoding.UTF8.GetBytes(Dates.Iso(day)), out read));
            Assert.Equal(day, read);
        }
    }

    [Theory]
    [InlineData("2017-02-29")]
    [InlineData("2100-02-29")]
    [InlineData("2016-04-31")]
    [InlineData("2016-10-00")]
    [InlineData("2016-10-32")]
    [InlineData("2016-13-01")]
    [InlineData("2016-00-01")]
    [InlineData("1973-12-31")]
    [InlineData("2200-01-01")]
    [InlineData("2016-10-1")]
    [InlineData("01/10/2016")]
    [InlineData("2016/10/01")]
    [InlineData("2016-10-01 ")]
    [InlineData("2016-10-0-")]
    [InlineData("2016-10--1")]
    [InlineData("today")]
    [InlineData("")]
    public void What_is_no_date_is_refused(string text)
    {
        Assert.False(Dates.TryParse(text.AsSpan(), out _));
        Assert.False(Dates.TryParse(Encoding.UTF8.GetBytes(text), out _));
    }

    [Fact]
    public void A_date_in_words() => Assert.Equal("1 October 2016", Dates.Words(In.Date("2016-10-01")));

    [Theory]
    [InlineData("2016-09-01T09:00:00Z")]
    [InlineData("2016-12-31T23:59:59Z")]
    [InlineData("1974-01-01T00:00:00Z")]
    public void A_moment_is_read_as_it_is_written(string text)
    {
        Assert.True(Dates.TryParseMoment(text.AsSpan(), out var moment));
        Assert.Equal(DateTimeKind.Utc, moment.Kind);
        Assert.Equal(text, Dates.Moment(moment));
    }

    [Theory]
    [InlineData("2016-09-01T09:00:00")]
    [InlineData("2016-09-01T09:00:00z")]
    [InlineData("2016-09-01 09:00:00Z")]
    [InlineData("2016-09-01T24:00:00Z")]
    [InlineData("2016-09-01T09:60:00Z")]
    [InlineData("2016-09-01T09:00:60Z")]
    [InlineData("2016-09-01T09:00:00.5Z")]
    [InlineData("2016-09-01T-9:00:00Z")]
    [InlineData("2016-02-30T09:00:00Z")]
    public void What_is_no_moment_is_refused(string text) => Assert.False(Dates.TryParseMoment(text.AsSpan(), out _));

    [Fact]
    public void Every_financial_year_is_read_as_it_is_written()
    {
        for (var start = 1974; start < 2199; start++)
        {
            var year = new FinancialYear(start);
            Assert.True(FinancialYear.TryParse(year.ToString().AsSpan(), out var read));
            Assert.Equal(year, read);
            Assert.Equal(year, FinancialYear.Of(year.April));
            Assert.Equal(year, FinancialYear.Of(year.March));
            Assert.NotEqual(year, FinancialYear.Of(year.March.Next));
            Assert.Equal(year.YearEnd, In.Period(year.YearEnd.ToString()));
        }
        Assert.Equal("1999/00", new FinancialYear(1999).ToString());
    }

    [Theory]
    [InlineData("2016/18")]
    [InlineData("2016/16")]
    [InlineData("2016-17")]
    [InlineData("2016/2017")]
    [InlineData("1973/74")]
    [InlineData("2199/00")]
    [InlineData("2016/1+")]
    [InlineData("")]
    public void What_is_no_financial_year_is_refused(string text) =>
        Assert.False(FinancialYear.TryParse(text.AsSpan(), out _));

    [Theory]
    [InlineData("2016/17-13", "2017-03-31", "year-end 2016/17")]
    [InlineData("2016-10", "2016-10-31", "October 2016")]
    public void A_period_ends_on_its_last_day(string text, string last, string words)
    {
        var period = In.Period(text);
        Assert.Equal(In.Date(last), period.LastDay);
        Assert.Equal(words, period.ToWords());
        Assert.Equal(In.Year("2016/17"), period.Year);
        Assert.Equal(text, period.ToString());
    }

    [Theory]
    [InlineData("2016/17-12")]
    [InlineData("2016/17-14")]
    [InlineData("2016/17")]
    [InlineData("2016/18-13")]
    [InlineData("2016-13")]
    [InlineData("")]
    public void What_is_no_period_is_refused(string text) => Assert.False(Period.TryParse(text.AsSpan(), out _));

    [Fact]
    public void A_March_and_the_year_end_period_after_it_are_two_periods() =>
        Assert.NotEqual(In.Period("2017-03"), In.Period("2016/17-13"));
}
