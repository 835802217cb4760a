using Openbook.Domain;
using Openbook.Web.Forms;

namespace Openbook.Web.Tests.Pages;

public sealed class FormDateTests
{
    [Theory]
    [InlineData("30 September 2016")]
    [InlineData(" 30 september 2016 ")]
    [InlineData("30 Sep 2016")]
    [InlineData("30/9/2016")]
    [InlineData("30/09/2016")]
    [InlineData("30.9.2016")]
    [InlineData("30 9 2016")]
    [InlineData("2016-09-30")]
    public void A_day_is_read_as_people_write_it(string text) =>
        Assert.Equal(new DateOnly(2016, 9, 30), FormDate.Day(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("31 September 2016")]
    [InlineData("9/30/2016")]
    [InlineData("30/9/16")]
    [InlineData("1 January 20211")]
    [InlineData("30 September 1973")]
    [InlineData("tomorrow")]
    public void What_is_no_day_is_not_guessed(string? text) => Assert.Null(FormDate.Day(text));

    [Theory]
    [InlineData("October 2016")]
    [InlineData("oct 2016")]
    [InlineData("10/2016")]
    [InlineData("2016-10")]
    public void A_month_is_read_as_people_write_it(string text) =>
        Assert.Equal(Month.Of(2016, 10), FormDate.Month(text));

    [Theory]
    [InlineData("13/2016")]
    [InlineData("October")]
    [InlineData("1 October 2016")]
    public void What_is_no_month_is_not_guessed(string text) => Assert.Null(FormDate.Month(text));
}
