using Openbook.House.Tests.Reading;
using Openbook.House.Tests.Rules;

namespace Openbook.House.Tests.Tests;

public sealed class LockFilesTests
{
    private static readonly TextFile Packages = new(
        "Directory.Packages.props",
        """<P><PackageVersion Include="A" Version="1.0.0" /></P>"""
    );

    private static readonly TextFile Lock = new(
        "src/A/packages.lock.json",
        """{"version":2,"dependencies":{"net10.0":{"A":{"type":"Direct","resolved":"1.0.0"},"openbook.b":{"type":"Project"}}}}"""
    );

    [Fact]
    public void A_planted_project_without_a_lock_file_is_reported() =>
        Faults.AssertExactly(
            LockFiles.Broken(["src/A/A.csproj", "src/B/B.csproj"], [Lock], Packages, []),
            "src/B/packages.lock.json is missing"
        );

    [Fact]
    public void A_planted_lock_of_another_version_is_reported() =>
        Faults.AssertExactly(
            LockFiles.Broken(
                [],
                [Lock with { Text = Lock.Text.Replace("1.0.0", "1.0.1", StringComparison.Ordinal) }],
                Packages,
                []
            ),
            "A is 1.0.1, but 1.0.0 is pinned"
        );

    [Theory]
    [InlineData("bench/package-lock.json", "{\n  \"resolved\": \"https://packages.example/a/-/a-1.0.0.tgz\"\n}")]
    [InlineData("bench/package-lock.json", "{\n  \"resolved\": \"git+ssh://git@code.example/a.git#1\"\n}")]
    [InlineData("bench/yarn.lock", "a@1:\n  resolved \"https://packages.example/a.tgz\"")]
    [InlineData("bench/.npmrc", "save-exact=true\nregistry=https://packages.example/")]
    [InlineData("nuget.config", "<packageSources>\n<add key=\"a\" value=\"https://packages.example/v3\" />")]
    public void A_planted_server_is_reported(string path, string text) =>
        Faults.AssertExactly(
            LockFiles.Broken([], [new TextFile(path, text)], Packages, []),
            $"{path}:2: names the server"
        );

    [Fact]
    public void A_planted_line_that_ignores_lock_files_is_reported() =>
        Faults.AssertExactly(
            LockFiles.Broken([], [Lock], Packages, [new TextFile(".gitignore", "bin/\npackages.lock.json\n")]),
            ".gitignore: ignores lock files"
        );

    [Fact]
    public void The_tree_locks_every_project()
    {
        var projects = Repository.Here.Paths.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal));
        var locks = Repository.Here.Named(
            "packages.lock.json",
            "package-lock.json",
            "yarn.lock",
            ".npmrc",
            "nuget.config",
            "NuGet.config"
        );
        var packages = Repository.Here.Text("Directory.Packages.props");
        Faults.AssertNone(LockFiles.Broken(projects, [.. locks], packages, Repository.Here.Named(".gitignore")));
    }
}
