using Openbook.House.Tests.Reading;
using Openbook.House.Tests.Rules;

namespace Openbook.House.Tests.Tests;

public sealed class ExactVersionsTests
{
    [Theory]
    [InlineData("a.props", "<P><PackageVersion Include=\"A\" Version=\"1.*\" /></P>", "A has no exact version: 1.*")]
    [InlineData("a.props", "<P><PackageVersion Include=\"A\" Version=\"[1.0,2.0)\" /></P>", "A has no exact version")]
    [InlineData("a.props", "<P><PackageVersion Include=\"A\" Version=\"$(Newest)\" /></P>", "A has no exact version")]
    [InlineData("a.props", "<P><PackageVersion Include=\"A\" /></P>", "A has no exact version")]
    [InlineData(
        "a.csproj",
        "<P><PackageReference Include=\"A\" Version=\"1.0.0\" /></P>",
        "belongs in Directory.Packages.props"
    )]
    [InlineData(
        "a.csproj",
        "<P><PackageReference Include=\"A\"><Version>1.0.0</Version></PackageReference></P>",
        "belongs in"
    )]
    [InlineData("a.csproj", "<P><PackageReference Include=\"A\" VersionOverride=\"1.0.0\" /></P>", "belongs in")]
    [InlineData("x/package.json", "{\"dependencies\":{\"a\":\"^1.0.0\"}}", "a has no exact version: ^1.0.0")]
    [InlineData("x/package.json", "{\"devDependencies\":{\"a\":\"latest\"}}", "a has no exact version: latest")]
    [InlineData(".config/dotnet-tools.json", "{\"tools\":{\"a\":{\"version\":\"1.*\"}}}", "a has no exact version")]
    [InlineData(
        "global.json",
        "{\"sdk\":{\"version\":\"10.0.401\",\"rollForward\":\"latestMajor\"}}",
        "more than a patch"
    )]
    public void A_planted_floating_version_is_reported(string path, string text, string expected) =>
        Faults.AssertExactly(ExactVersions.Broken([new TextFile(path, text)]), expected);

    [Theory]
    [InlineData("10.0.14", true)]
    [InlineData("1.5.6-r.1", true)]
    [InlineData("[2.9.3]", true)]
    [InlineData("10.0.*", false)]
    [InlineData("(1.0.0,)", false)]
    [InlineData(">=1.0.0", false)]
    [InlineData("", false)]
    public void A_version_is_exact_or_not(string version, bool exact) =>
        Assert.Equal(exact, ExactVersions.IsExact(version));

    [Fact]
    public void The_tree_pins_every_version()
    {
        var files = Repository.Here.Named(
            ".csproj",
            ".props",
            ".targets",
            "package.json",
            "dotnet-tools.json",
            "global.json"
        );
        Assert.Contains("Directory.Packages.props", files.Select(file => file.Path));
        Faults.AssertNone(ExactVersions.Broken(files));
    }
}
