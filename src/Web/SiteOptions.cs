namespace Openbook.Web;

/// <summary>What the site is told by who starts it.</summary>
public sealed record SiteOptions
{
    /// <summary>Opens the store; null if there is none yet.</summary>
    public required Func<IStore?> OpenStore { get; init; }

    /// <summary>Where the store is, in words for a page; never with a password.</summary>
    public required string StoreInWords { get; init; }

    /// <summary>Tells the time.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Where to listen: loopback addresses only.</summary>
    public IReadOnlyList<Uri> Addresses { get; init; } = [new("http://127.0.0.1:5080")];

    /// <summary>How long a page waits for work on a file before it shows how far that is.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(900);

    /// <summary>How long a page that reads a workbook itself waits for its turn.</summary>
    public TimeSpan TurnPatience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets what an operator should know; it never holds what people typed or what a Book says.</summary>
    public TextWriter Log { get; init; } = TextWriter.Null;
}
