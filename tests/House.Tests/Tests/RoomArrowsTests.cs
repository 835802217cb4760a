using Openbook.House.Tests.Reading;
using Openbook.House.Tests.Rules;

namespace Openbook.House.Tests.Tests;

public sealed class RoomArrowsTests
{
    [Theory]
    [InlineData(
        "src/Domain/D.csproj",
        """<ProjectReference Include="../Journal/J.csproj" />""",
        "Domain may not reference ../Journal"
    )]
    [InlineData(
        "src/Journal/J.csproj",
        """<ProjectReference Include="../Exchange/E.csproj" />""",
        "may not reference ../Exchange"
    )]
    [InlineData(
        "src/Exchange/E.csproj",
        """<ProjectReference Include="..\Journal\J.csproj" />""",
        "Exchange may not reference"
    )]
    [InlineData(
        "src/Journal/J.csproj",
        """<ProjectReference Include="../Cli/C.csproj" />""",
        "Journal may not reference ../Cli"
    )]
    [InlineData(
        "src/Web/W.csproj",
        """<ProjectReference Include="../Cli/C.csproj" />""",
        "Web may not reference ../Cli"
    )]
    [InlineData(
        "src/Cli/C.csproj",
        """<ProjectReference Include="../../tests/Oracle/O.csproj" />""",
        "may not reference ../../tests"
    )]
    [InlineData("src/Attic/A.csproj", "", "needs a decision record")]
    [InlineData("src/Domain/D.csproj", """<PackageReference Include="YamlDotNet" />""", "only the base class library")]
    [InlineData(
        "src/Domain/D.csproj",
        """<FrameworkReference Include="Microsoft.AspNetCore.App" />""",
        "may not reference"
    )]
    [InlineData("src/Cli/C.csproj", """<PackageReference Include="Microsoft.Data.Sqlite" />""", "belongs to Journal")]
    [InlineData("src/Journal/J.csproj", """<PackageReference Include="YamlDotNet" />""", "belongs to Exchange")]
    [InlineData(
        "tests/Oracle/O.csproj",
        """<ProjectReference Include="../../src/Domain/D.csproj" />""",
        "shares no code"
    )]
    [InlineData("tests/Oracle/O.csproj", """<PackageReference Include="YamlDotNet" />""", "shares no code")]
    [InlineData("tests/Oracle/O.csproj", """<Compile Include="../../src/Domain/Code.cs" />""", "shares no code")]
    [InlineData("tests/Domain.Tests/T.csproj", """<Compile Include="../Oracle/Oracle.cs" />""", "of another project")]
    [InlineData("tools/T.csproj", "", "lies in src/ROOM")]
    public void A_planted_arrow_that_points_up_is_reported(string path, string item, string expected) =>
        Faults.AssertExactly(RoomArrows.Broken([Project(path, item)], []), expected);

    [Fact]
    public void A_planted_reference_for_all_projects_is_reported() =>
        Faults.AssertExactly(
            RoomArrows.Broken(
                [],
                [Project("Directory.Build.props", """<ProjectReference Include="src/Web/W.csproj" />""")]
            ),
            "Directory.Build.props"
        );

    [Theory]
    [InlineData("src/Domain/D.csproj", """<PackageReference Include="Some.Analyzers" PrivateAssets="all" />""")]
    [InlineData("src/Journal/J.csproj", """<ProjectReference Include="../Domain/D.csproj" />""")]
    [InlineData("src/Journal/J.csproj", """<PackageReference Include="Microsoft.Data.Sqlite" />""")]
    [InlineData("src/Cli/C.csproj", """<ProjectReference Include="../Web/W.csproj" />""")]
    [InlineData("tests/Domain.Tests/T.csproj", """<ProjectReference Include="../Oracle/O.csproj" />""")]
    public void An_arrow_that_points_down_is_kept(string path, string item) =>
        Faults.AssertNone(RoomArrows.Broken([Project(path, item)], []));

    [Fact]
    public void The_tree_keeps_its_arrows()
    {
        var projects = Repository.Here.Under(["src", "tests"], ".csproj");
        Assert.Contains("src/Domain/Openbook.Domain.csproj", projects.Select(project => project.Path));
        var shared = Repository.Here.Named("Directory.Build.props", "Directory.Build.targets");
        Faults.AssertNone(RoomArrows.Broken(projects, shared));
    }

    private static TextFile Project(string path, string item) =>
        new(path, $"<Project><ItemGroup>{item}</ItemGroup></Project>");
}
