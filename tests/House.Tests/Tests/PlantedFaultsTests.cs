using System.Reflection;
using Openbook.House.Tests.Rules;

namespace Openbook.House.Tests.Tests;

public sealed class PlantedFaultsTests
{
    [Fact]
    public void A_planted_rule_without_proof_is_reported()
    {
        var tests = new Dictionary<string, string[]>
        {
            ["HalfTests"] = ["The_tree_is_fine"],
            ["OtherTests"] = ["A_planted_fault"],
        };
        Faults.AssertExactly(
            PlantedFaults.Broken(["Half", "Other", "None"], tests),
            "Half: no test plants",
            "Other: no test holds the tree",
            "None: no test plants",
            "None: no test holds the tree"
        );
    }

    [Fact]
    public void The_tree_proves_every_rule_of_the_house()
    {
        var types = typeof(PlantedFaults).Assembly.GetTypes();
        var rules = types
            .Where(type => type.GetMethod("Broken", BindingFlags.Public | BindingFlags.Static) is not null)
            .ToList();
        var tests = types
            .Where(type => type.Name.EndsWith("Tests", StringComparison.Ordinal))
            .ToDictionary(
                type => type.Name,
                type =>
                    type.GetMethods()
                        .Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
                        .Select(method => method.Name)
                        .ToArray(),
                StringComparer.Ordinal
            );
        Assert.Contains(rules, rule => rule == typeof(BannedCalls));
        Faults.AssertNone(PlantedFaults.Broken(rules.Select(rule => rule.Name), tests));
    }
}
