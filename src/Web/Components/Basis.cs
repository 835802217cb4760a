namespace Openbook.Web.Components;

/// <summary>How something is shared, in the words of pages.</summary>
public static class Basis
{
    /// <summary>The rule behind weights.</summary>
    public static string Of(Weights weights, BookNames names)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(names);
        return weights.Driver is { } driver ? names.Driver(driver) : OfWord(weights.Basis);
    }

    /// <summary>A rule of the agreement.</summary>
    public static string Of(SharingRule rule) =>
        rule switch
        {
            SharingRule.ByDriver driver => $"by {driver.Driver}",
            SharingRule.Fixed stated =>
                $"fixed parts: {string.Join(", ", stated.Weights.Select(item => $"{item.Partner} {item.Weight}"))}",
            SharingRule.Direct direct => $"all to {direct.Partner}",
            _ => OfWord(rule.Word),
        };

    private static string OfWord(string word) =>
        word switch
        {
            "equal" => "equal parts",
            "fixed" => "fixed parts",
            "direct" => "one council alone",
            "as-service" => "as the service's costs are",
            _ => word,
        };
}
