namespace Openbook.Domain;

/// <summary>The figures of a partner's statement.</summary>
public enum Figure
{
    /// <summary>What it bears.</summary>
    Share,

    /// <summary>What it paid suppliers, less what it received from customers.</summary>
    Paid,

    /// <summary>Share less paid.</summary>
    Balance,

    /// <summary>Carried forward from the period closed before.</summary>
    BroughtForward,

    /// <summary>Payments made to other partners, less those received.</summary>
    Settled,

    /// <summary>What it owes or is owed after the period.</summary>
    CarriedForward,

    /// <summary>What a service costs all its partners together; it belongs to no partner.</summary>
    Costs,
}

/// <summary>Which figure of which statement.</summary>
/// <param name="Period">The period.</param>
/// <param name="Partner">The partner; empty for the costs of a service.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Service">Of a share, the service, or null for all; of costs, the service.</param>
public sealed record FigureRef(Period Period, string Partner, Figure Figure, string? Service = null);

/// <summary>The words of figures in addresses and files.</summary>
public static class FigureWords
{
    private static readonly string[] Words =
    [
        "share",
        "paid",
        "balance",
        "brought-forward",
        "settled",
        "carried-forward",
        "costs",
    ];

    /// <summary>The word of a figure.</summary>
    public static string Of(Figure figure) => Words[(int)figure];

    /// <summary>The figure of a word.</summary>
    public static bool TryRead(string word, out Figure figure)
    {
        var at = Array.IndexOf(Words, word);
        figure = (Figure)Math.Max(at, 0);
        return at >= 0;
    }
}
