namespace Openbook.House.Tests.Tests;

/// <summary>How the tests say what a rule found.</summary>
internal static class Faults
{
    /// <summary>The tree keeps a rule; if not, every fault is listed with its file.</summary>
    public static void AssertNone(IEnumerable<string> faults)
    {
        var found = faults.ToList();
        Assert.True(found.Count == 0, $"{found.Count} found:\n" + string.Join('\n', found));
    }

    /// <summary>Each text stands in a fault of its own, and there are no other faults.</summary>
    public static void AssertExactly(IEnumerable<string> faults, params string[] expected)
    {
        var left = faults.ToList();
        foreach (var text in expected)
        {
            var match = left.Find(fault => fault.Contains(text, StringComparison.Ordinal));
            Assert.True(match is not null, $"not reported: {text}; left are:\n" + string.Join('\n', left));
            left.Remove(match);
        }
        AssertNone(left);
    }
}
