using Openbook.House.Tests.Reading;
using Openbook.House.Tests.Rules;

namespace Openbook.House.Tests.Tests;

public sealed class SolutionListTests
{
    private static readonly TextFile Solution = new(
        "Openbook.slnx",
        """<Solution><Folder Name="/src/"><Project Path="src/A/A.csproj" /></Folder></Solution>"""
    );

    [Fact]
    public void A_planted_project_outside_the_solution_is_reported() =>
        Faults.AssertExactly(
            SolutionList.Broken(Solution, ["src/A/A.csproj", "tests/B.Tests/B.csproj"]),
            "does not list tests/B.Tests/B.csproj"
        );

    [Fact]
    public void A_planted_project_that_is_gone_is_reported() =>
        Faults.AssertExactly(SolutionList.Broken(Solution, []), "lists src/A/A.csproj, which does not exist");

    [Fact]
    public void The_tree_has_every_project_in_the_solution() =>
        Faults.AssertNone(
            SolutionList.Broken(
                Repository.Here.Text("Openbook.slnx"),
                Repository.Here.Under(["src", "tests"], ".csproj").Select(file => file.Path)
            )
        );
}
