using Openbook.House.Tests.Reading;
using Openbook.House.Tests.Rules;

namespace Openbook.House.Tests.Tests;

public sealed class SwitchedOffTests
{
    [Theory]
    [InlineData("class A { [Fact(Skip = \"slow\")] void T() { } }", "a skipped test")]
    [InlineData("class A { [Theory, InlineData(1, Skip = \"slow\")] void T(int a) { } }", "a skipped test")]
    [InlineData("class A { [Fact] void T() { Assert.Skip(\"slow\"); } }", "skips itself")]
    [InlineData("class A { [Fact] void T() { Skip.If(true); } }", "skips itself")]
    [InlineData("class A {\n// [Fact]\n// void T() { }\n}", "a.cs:2: a test in a comment")]
    [InlineData("class A { /* [Theory] void T() { } */ }", "a test in a comment")]
    [InlineData("class A {\n#if SLOW\n[Fact] void T() { }\n#endif\n}", "a test behind #if")]
    public void A_planted_skipped_test_is_reported(string text, string expected) =>
        Faults.AssertExactly(SwitchedOff.Broken([new TextFile("a.cs", text)]), expected);

    [Fact]
    public void A_test_that_looks_for_its_program_passes() =>
        Faults.AssertNone(
            SwitchedOff.Broken([
                new TextFile(
                    "a.cs",
                    "class NeedsFact : FactAttribute { NeedsFact() { if (!There) Skip = \"no such program\"; } }"
                ),
            ])
        );

    [Fact]
    public void The_tree_skips_no_test() =>
        Faults.AssertNone(SwitchedOff.Broken(Repository.Here.Under(["tests"], ".cs")));
}
