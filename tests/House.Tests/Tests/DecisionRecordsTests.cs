using System.Xml.Linq;
using Openbook.House.Tests.Reading;
using Openbook.House.Tests.Rules;

namespace Openbook.House.Tests.Tests;

public sealed class DecisionRecordsTests
{
    private static readonly TextFile Record = new(
        "docs/decisions/0001-use-a-package.md",
        """
        # 0001 Use a package

        - Date: 2026-11-22
        - Status: accepted

        ## Context
        ## Options
        ## Decision
        Some.Package 1.0.0.
        ## Consequences
        """
    );

    private static readonly TextFile Index = new("docs/decisions/README.md", "[0001](0001-use-a-package.md)");

    [Theory]
    [InlineData("# 0001 ", "# 1 ", "its number and title")]
    [InlineData("- Date: 2026-11-22", "", "its date or its status")]
    [InlineData("accepted", "in a mood", "its date or its status")]
    [InlineData("## Options", "## Thoughts", "its sections are not")]
    [InlineData("Some.Package", "Some.Package.Other", "no record says why Some.Package is used")]
    public void A_planted_fault_in_a_record_is_reported(string from, string to, string expected)
    {
        var changed = Record with { Text = Record.Text.Replace(from, to, StringComparison.Ordinal) };
        Faults.AssertExactly(DecisionRecords.Broken([changed, Index], ["Some.Package"]), expected);
    }

    [Fact]
    public void A_planted_gap_or_missing_index_is_reported()
    {
        var second = Record with { Path = "docs/decisions/0003-use-a-package.md" };
        Faults.AssertExactly(
            DecisionRecords.Broken([Record, second], []),
            "has no README.md",
            "0003-use-a-package.md: should be number 0002",
            "0003-use-a-package.md: does not begin with"
        );
        Faults.AssertExactly(DecisionRecords.Broken([Record, Index with { Text = "" }], []), "does not list 0001");
    }

    [Fact]
    public void A_record_in_good_form_passes() =>
        Faults.AssertNone(DecisionRecords.Broken([Record, Index], ["Some.Package"]));

    [Fact]
    public void The_tree_has_a_record_for_every_package()
    {
        var packages = XDocument
            .Parse(Repository.Here.Text("Directory.Packages.props").Text)
            .Descendants()
            .Where(element => element.Name.LocalName == "PackageVersion")
            .Select(element => (string)element.Attribute("Include")!)
            .ToList();
        Assert.NotEmpty(packages);
        Faults.AssertNone(DecisionRecords.Broken(Repository.Here.Under([DecisionRecords.Folder], ".md"), packages));
    }
}
