using Openbook.House.Tests.Reading;
using Openbook.House.Tests.Rules;

namespace Openbook.House.Tests.Tests;

public sealed class TestClassesTests
{
    [Theory]
    [InlineData("public class EmptyTests { }", "EmptyTests has no test")]
    [InlineData("public class ATests { public void Forgotten() { Assert.True(true); } }", "ATests has no test")]
    [InlineData("class ATests { [Fact] public void T() { Assert.True(true); } }", "is not public")]
    [InlineData("public class ATests { [Fact] public void Silent() { Work(); } }", "Silent asserts nothing")]
    [InlineData(
        "public class ATests { [Fact] public void Silent() => Work(); void Work() { } }",
        "Silent asserts nothing"
    )]
    [InlineData(
        "public class ATests { [Theory] public void Silent(int a) { if (a > 1) throw new Exception(); } }",
        "Silent asserts nothing"
    )]
    [InlineData(
        "public class ATests { [Fact] public void Silent() => CheckAll(); void CheckAll() { } }",
        "Silent asserts nothing"
    )]
    [InlineData(
        "public class ATests { [Fact] public void Silent() { /* Assert.True(false); */ } }",
        "Silent asserts nothing"
    )]
    [InlineData(
        "public class ATests { [Fact] public void Silent() { var a = \"Assert.True()\"; } }",
        "Silent asserts nothing"
    )]
    public void A_planted_test_class_without_effect_is_reported(string text, string expected) =>
        Faults.AssertExactly(Broken(text), expected);

    [Theory]
    [InlineData("Assert.Equal(1, 1);")]
    [InlineData("Xunit.Assert.Equal(1, 1);")]
    [InlineData("await Assert.ThrowsAsync<Exception>(f);")]
    [InlineData("Check.One(config, property);")]
    [InlineData("Prop.ForAll(a, b).QuickCheckThrowOnFailure();")]
    [InlineData("statement.ShouldBe(1);")]
    [InlineData("Same(1, 1);")]
    [InlineData("Reads.Right(1);")]
    [InlineData("Near();")]
    public void A_test_that_asserts_passes(string line) =>
        Faults.AssertNone(
            Broken(
                $"public class ATests {{ [Fact] public async Task T() {{ {line} }} void Same(int a, int b) => Deeper(a, b);"
                    + "void Deeper(int a, int b) { Assert.Equal(a, b); } void Near() { throw new XunitException(\"far\"); } }"
                    + "static class Reads { public static void Right(int a) => Assert.Equal(1, a); }"
            )
        );

    [Fact]
    public void A_base_class_brings_its_tests() =>
        Faults.AssertNone(
            Broken(
                "public abstract class StoreTests { [Fact] public void T() => Assert.True(true); } public class ATests : StoreTests { }"
            )
        );

    [Fact]
    public void The_tree_has_no_test_without_effect()
    {
        var files = Repository.Here.Under(["tests"], ".cs");
        Assert.Contains("TestClassesTests.cs", files.Select(file => file.Name));
        Faults.AssertNone(TestClasses.Broken(files));
    }

    private static IEnumerable<string> Broken(string text) =>
        TestClasses.Broken([new TextFile("tests/A.Tests/ATests.cs", text)]);
}
