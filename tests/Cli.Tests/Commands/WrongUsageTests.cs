using Openbook.Cli.Tests.Given;

namespace Openbook.Cli.Tests.Commands;

/// <summary>Wrong usage ends with 2, prints no result, and says what to do.</summary>
public sealed class WrongUsageTests
{
    [Theory]
    [InlineData("")]
    [InlineData("nothing-like-it")]
    [InlineData("import")]
    [InlineData("import nothing cih costs.csv")]
    [InlineData("books --format xml")]
    [InlineData("books --unknown")]
    [InlineData("books too many")]
    [InlineData("demo --sample nothing")]
    [InlineData("demo --port many")]
    [InlineData("demo --port 70000")]
    [InlineData("serve --urls http://0.0.0.0:5080")]
    [InlineData("serve --urls https://127.0.0.1:5080")]
    [InlineData("serve --urls ;")]
    [InlineData("new cih")]
    [InlineData("new --agreement agreement.yaml")]
    [InlineData("new cih --agreement")]
    [InlineData("new cih --agreement \"\"")]
    [InlineData("amend cih --agreement agreement.yaml")]
    [InlineData("amend cih --agreement agreement.yaml --from 2016-13-01")]
    [InlineData("approve cih --partner camden --body Cabinet")]
    [InlineData("approve cih --partner camden --body Cabinet --on yesterday")]
    [InlineData("approve cih --partner camden --body Cabinet --on 2016-09-01 --effective soon")]
    [InlineData("approve cih --partner camden --body Cabinet --on 2016-09-01 --version one")]
    [InlineData("import costs cih")]
    [InlineData("import costs cih \"\"")]
    [InlineData("import costs cih costs.csv --lines many")]
    [InlineData("import costs cih costs.csv --lines -1")]
    [InlineData("import costs cih costs.csv --total 1,000.00")]
    [InlineData("import drivers cih")]
    [InlineData("import payments")]
    [InlineData("import payments cih \" \"")]
    [InlineData("correct cih 4#2 --amount 1.00")]
    [InlineData("correct cih 4#2 --because Wrong --amount £1")]
    [InlineData("correct cih 4#2 --because Wrong --month October")]
    [InlineData("withhold cih 4#2")]
    [InlineData("close cih")]
    [InlineData("close cih 2016-10 --through 2016-11")]
    [InlineData("close cih 2016/17")]
    [InlineData("close cih --through 2016/17-13")]
    [InlineData("statement cih")]
    [InlineData("statement cih 2016-10 --all")]
    [InlineData("statement cih 2016-1")]
    [InlineData("explain cih 2016-10 --partner camden")]
    [InlineData("explain cih 2016-10 --service networks")]
    [InlineData("explain cih 2016/17 --partner camden --service networks")]
    [InlineData("entries cih --after last")]
    [InlineData("entries")]
    [InlineData("verify")]
    [InlineData("export cih --out cih.zip")]
    [InlineData("export cih --as pdf --out cih.pdf")]
    [InlineData("export cih --as costs")]
    [InlineData("export cih --as costs --out \"\"")]
    [InlineData("restore cih")]
    [InlineData("reckon --agreement agreement.yaml")]
    [InlineData("reckon --costs costs.csv")]
    [InlineData("reckon --agreement agreement.yaml --costs \"\"")]
    [InlineData("statement cih 2016-10 --format JSON")]
    public void A_command_line_that_cannot_be_read_ends_with_2(string line)
    {
        using var session = Small.October();
        var entries = session.Do("entries cih");
        var ran = session.Run(line).MustEnd(Exit.Usage);
        Assert.Empty(ran.Out);
        Assert.False(string.IsNullOrWhiteSpace(ran.Error));
        Assert.DoesNotContain("System.", ran.Error, StringComparison.Ordinal);
        Assert.Equal(entries, session.Do("entries cih"));
    }

    [Theory]
    [InlineData("statement", "For help and an example: openbook statement --help")]
    [InlineData("import costs", "For help and an example: openbook import costs --help")]
    [InlineData("nothing", "For help and an example: openbook --help")]
    [InlineData(
        "close cih 2016",
        "\"2016\" is not a period. Write a month as 2016-10, a year-end period as 2016/17-13"
    )]
    [InlineData("entries cih --after x", "--after: \"x\" is not a whole number.")]
    [InlineData("amend cih --agreement a --from 2016-02-30", "--from: \"2016-02-30\" is not a date. Write dates as")]
    [InlineData("close cih --through 2016-9", "--through: \"2016-9\" is not a month. Write months as")]
    [InlineData("correct cih 1#2 --because x --amount 1.234", "--amount: \"1.234\" is not an amount. Write pounds")]
    public void What_to_do_is_said(string line, string expected)
    {
        using var session = new Session();
        Assert.Contains(expected, session.Run(line).MustEnd(Exit.Usage).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_command_line_is_said_before_the_Book_is_looked_for()
    {
        using var session = new Session();
        session.Run("statement nothing 2016-1").MustEnd(Exit.Usage);
        session.Run("explain nothing 2016-1 --partner camden --service networks").MustEnd(Exit.Usage);
        Assert.False(Directory.Exists(session.Data));
    }
}
