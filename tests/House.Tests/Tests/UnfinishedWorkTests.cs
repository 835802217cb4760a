using Openbook.House.Tests.Reading;
using Openbook.House.Tests.Rules;

namespace Openbook.House.Tests.Tests;

public sealed class UnfinishedWorkTests
{
    [Theory]
    [InlineData("// TO" + "DO: later")]
    [InlineData("/* FIX" + "ME */")]
    [InlineData("# HA" + "CK")]
    [InlineData("throw new NotImplemented" + "Exception();")]
    public void A_planted_remark_is_reported(string line) =>
        Faults.AssertExactly(UnfinishedWork.Broken([new TextFile("src/a.cs", "\n\n" + line)]), "src/a.cs:3: ");

    [Fact]
    public void Other_words_pass() =>
        Faults.AssertNone(UnfinishedWork.Broken([new TextFile("src/a.cs", "Todos.Hacksaw(); // MASTODON")]));

    [Fact]
    public void The_tree_leaves_nothing_for_later()
    {
        var files = Repository.Here.Under(["src", "tests"], "");
        Assert.NotEmpty(files);
        Faults.AssertNone(UnfinishedWork.Broken(files));
    }
}
