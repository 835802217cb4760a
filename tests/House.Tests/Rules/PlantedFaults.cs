namespace Openbook.House.Tests.Rules;

/// <summary>
/// Every rule of the house has been seen to fail: its tests plant a fault for it to find, and check the tree with it.
/// A rule that nobody has seen fail is decoration.
/// </summary>
public static class PlantedFaults
{
    /// <param name="rules">The names of the rules.</param>
    /// <param name="tests">The names of the tests by the name of their class.</param>
    public static IEnumerable<string> Broken(IEnumerable<string> rules, IReadOnlyDictionary<string, string[]> tests)
    {
        foreach (var rule in rules)
        {
            var names = tests.GetValueOrDefault(rule + "Tests", []);
            if (!names.Any(name => name.StartsWith("A_planted_", StringComparison.Ordinal)))
            {
                yield return $"{rule}: no test plants a fault for it (A_planted_... in {rule}Tests)";
            }
            if (!names.Any(name => name.StartsWith("The_tree_", StringComparison.Ordinal)))
            {
                yield return $"{rule}: no test holds the tree against it (The_tree_... in {rule}Tests)";
            }
        }
    }
}
