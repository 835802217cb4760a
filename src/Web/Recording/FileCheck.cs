namespace Openbook.Web.Recording;

/// <summary>Where a part of a file is posted.</summary>
/// <param name="Posted">The period.</param>
/// <param name="IsLate">Whether that is another than its month's, which is closed.</param>
/// <param name="ForMonth">The month it belongs to.</param>
/// <param name="Service">The service.</param>
/// <param name="Pence">The net cost in pence.</param>
public sealed record PostedPart(Period Posted, bool IsLate, Month ForMonth, string Service, long Pence);

/// <summary>What came of looking at a file: how it will be read, where it goes, and what stands against it.</summary>
public sealed record FileCheck
{
    /// <summary>How many faults are kept to be shown.</summary>
    public const int MostShown = 500;

    /// <summary>The first of the faults.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>How many faults there are in all.</summary>
    public int FaultCount { get; init; }

    /// <summary>The first lines as they will be recorded.</summary>
    public IReadOnlyList<LinePreview> Preview { get; init; } = [];

    /// <summary>What was left out or changed in reading.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Where it goes, by month and service.</summary>
    public IReadOnlyList<PostedPart> Effects { get; init; } = [];

    /// <summary>What the file holds, in a sentence.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What to look at before it is recorded, or null.</summary>
    public string? Warning { get; init; }

    /// <summary>What would be recorded, for a button.</summary>
    public string What { get; init; } = "";

    /// <summary>The last record of the Book that it was checked against.</summary>
    public int LastEntry { get; init; }

    /// <summary>Whether it can be recorded.</summary>
    public bool IsGood => FaultCount == 0;

    /// <summary>The same with what stands against the file.</summary>
    public FileCheck Refused(IReadOnlyList<Refusal> refusals)
    {
        ArgumentNullException.ThrowIfNull(refusals);
        return this with { Refusals = [.. refusals.Take(MostShown)], FaultCount = refusals.Count };
    }
}
