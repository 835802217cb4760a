using System.Collections.Concurrent;
using Openbook.Cli.Tests.Given;
using Openbook.Domain;

namespace Openbook.Cli.Tests.Refusals;

/// <summary>An example after it was run.</summary>
/// <param name="Example">The example.</param>
/// <param name="Last">What came of its last command.</param>
/// <param name="Fault">What went otherwise than it should, or null.</param>
internal sealed record RefusalShown(RefusalExample Example, Ran Last, string? Fault)
{
    /// <summary>The messages with the example's code, as printed.</summary>
    public IReadOnlyList<string> Messages =>
        [.. Last.Error.Split('\n').Where(line => line.EndsWith($" [{Example.Code.Code}]", StringComparison.Ordinal))];
}

/// <summary>All examples, in the order of the catalogue, each run once.</summary>
internal static class RefusalExamples
{
    private static readonly Lazy<IReadOnlyDictionary<string, RefusalShown>> Ran = new(RunAll);

    public static IReadOnlyList<RefusalGroup> Groups { get; } =
    [
        RefusalExamplesOfFiles.Values,
        RefusalExamplesOfFiles.Files,
        RefusalExamplesOfMaps.Group,
        RefusalExamplesOfAgreements.Text,
        RefusalExamplesOfAgreements.Versions,
        RefusalExamplesOfCosts.Group,
        RefusalExamplesOfPeriods.Budgets,
        RefusalExamplesOfPeriods.Counts,
        RefusalExamplesOfPeriods.Closing,
        RefusalExamplesOfPeriods.Copies,
        RefusalExamplesOfDrafts.Group,
    ];

    public static IEnumerable<RefusalExample> All => Groups.SelectMany(group => group.Examples);

    public static RefusalShown Shown(RefusalCode code) => Ran.Value[code.Code];

    private static ConcurrentDictionary<string, RefusalShown> RunAll()
    {
        var shown = new ConcurrentDictionary<string, RefusalShown>(StringComparer.Ordinal);
        Parallel.ForEach(
            All,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            example => shown[example.Code.Code] = Run(example)
        );
        return shown;
    }

    private static RefusalShown Run(RefusalExample example)
    {
        using var session = new Session();
        var last = new Ran("", Exit.Done, "", "");
        string? fault = null;
        foreach (var step in example.AllSteps)
        {
            if (last.Code != Exit.Done)
            {
                fault ??= $"A step before the last ended with {last.Code}: {last.Line}\n{last.Error}";
            }
            switch (step)
            {
                case FileStep file:
                    File.WriteAllBytes(session.PathOf(file.Name), file.Bytes);
                    break;
                case CommandStep command:
                    last = session.Run(command.Line) with { Line = command.Line };
                    break;
                case HarmStep harm:
                    harm.Do(session);
                    break;
                default:
                    throw new InvalidOperationException("No such step.");
            }
        }
        return new RefusalShown(example, last, fault);
    }
}
