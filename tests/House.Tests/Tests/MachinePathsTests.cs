using Openbook.House.Tests.Reading;
using Openbook.House.Tests.Rules;

namespace Openbook.House.Tests.Tests;

public sealed class MachinePathsTests
{
    [Theory]
    [InlineData("cd /ho" + "me/ann/openbook")]
    [InlineData("\"/ro" + "ot/.cache\"")]
    [InlineData("DIR=/wo" + "rk/main")]
    [InlineData("(/Us" + "ers/ann)")]
    [InlineData("cd /wo" + "rk")]
    [InlineData(@"C:\Us" + @"ers\ann")]
    [InlineData(@"""c:\\Us" + @"ers\\ann""")]
    [InlineData("see fi" + "le:///tmp/a")]
    public void A_planted_path_of_a_machine_is_reported(string line) =>
        Faults.AssertExactly(
            MachinePaths.Broken([new TextFile("docs/a.md", "\n" + line + "\n")]),
            "docs/a.md:2: a path"
        );

    [Theory]
    [InlineData("bench/.work/data")]
    [InlineData("https://www.example.org/ho" + "me/page")]
    [InlineData("docs/wo" + "rk/a.md and ../ho" + "me/b.md")]
    [InlineData("home/wo" + "rk/root")]
    [InlineData("at home/away, for wo" + "rk/life")]
    [InlineData("the roots/Us" + "ers of a/wo" + "rk/b")]
    [InlineData("GET /homepage")]
    public void Another_path_passes(string line) =>
        Faults.AssertNone(MachinePaths.Broken([new TextFile("docs/a.md", line)]));

    [Fact]
    public void The_tree_names_no_machine() => Faults.AssertNone(MachinePaths.Broken(Repository.Here.Texts));
}
