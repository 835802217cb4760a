namespace Openbook.Domain;

/// <summary>Takes lines while the source in which they stand is still being read.</summary>
public interface ILineTaker
{
    /// <summary>How many lines are given at a time; the last time there may be fewer.</summary>
    int AtATime { get; }

    /// <summary>Takes lines that follow those taken before.</summary>
    void Take(LinesRead lines);
}

/// <summary>Lines that were just read, before anything is decided on them.</summary>
public sealed class LinesRead
{
    /// <summary>The lines of the source up to these.</summary>
    public required BatchLines Lines { get; init; }

    /// <summary>The place of the first of these lines.</summary>
    public required int First { get; init; }

    /// <summary>How many these are.</summary>
    public required int Count { get; init; }

    /// <summary>The codes that the lines use so far; more are added to them with later lines.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The texts of these lines, in memory.</summary>
    public required ILineTexts Texts { get; init; }

    /// <summary>
    /// To be called once the texts are needed no more: in the order in which lines were taken, by the thread that takes them.
    /// </summary>
    public required Action Done { get; init; }
}
