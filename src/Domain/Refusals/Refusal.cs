namespace Openbook.Domain;

/// <summary>Where in what was handed in a fault lies. Rows and lines count from 1; a header is row 1.</summary>
/// <param name="File">The file's name, as the person gave it.</param>
/// <param name="Row">The row of a table or the line of a text.</param>
/// <param name="Column">The column's name in a table, or the character in a line of text.</param>
public sealed record Place(string? File = null, int? Row = null, string? Column = null)
{
    /// <summary>As people read it: <c>costs.csv, row 4, column amount</c>, or <c>plan.yaml, line 4, character 7</c>.</summary>
    public override string ToString()
    {
        var isText = Column is not null && Column.All(char.IsAsciiDigit);
        var parts = new List<string>();
        if (File is not null)
        {
            parts.Add(File);
        }
        if (Row is { } row)
        {
            parts.Add($"{(isText ? "line" : "row")} {Text.Of(row)}");
        }
        if (Column is not null)
        {
            parts.Add($"{(isText ? "character" : "column")} {Column}");
        }
        return string.Join(", ", parts);
    }
}

/// <summary>
/// One reason for which something was not recorded or not shown. Refusals are data: all that apply are given at once, and
/// nothing has changed when there is one.
/// </summary>
/// <param name="Code">The stable code, with its meaning and remedy.</param>
/// <param name="What">What happened, in plain English, naming what was found.</param>
/// <param name="Place">Where, if it is in something that was handed in.</param>
public sealed record Refusal(RefusalCode Code, string What, Place? Place = null)
{
    /// <summary>What to do about it.</summary>
    public string Remedy => Code.Remedy;

    /// <summary>One line: where, what and the remedy.</summary>
    public override string ToString() => (Place is null ? "" : $"{Place}: ") + $"{What} {Remedy} [{Code.Code}]";
}

/// <summary>A value, or every reason why there is none.</summary>
/// <typeparam name="T">The value.</typeparam>
public sealed class Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, IReadOnlyList<Refusal> refusals)
    {
        this.value = value;
        Refusals = refusals;
    }

    /// <summary>Every refusal; empty if there is a value.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>Whether there is a value.</summary>
    public bool IsDone => Refusals.Count == 0;

    /// <summary>
    /// What could be made out although something was refused, so that further faults in it can be found at once. It is never
    /// recorded or shown. Null if there is nothing of the kind.
    /// </summary>
    public T? Partial => IsDone ? default : value;

    /// <summary>The value; asking for it when there is none is a bug and throws.</summary>
    public T Value => IsDone ? value! : throw new InvalidOperationException("Refused: " + Refusals[0]);

    /// <summary>Done.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, []);

    /// <summary>Refused for one reason.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, [refusal]);

    /// <summary>Done.</summary>
    public static Outcome<T> Done(T value) => new(value, []);

    /// <summary>Refused for these reasons, at least one, with what could be made out.</summary>
    public static Outcome<T> Partly(T partial, IReadOnlyList<Refusal> refusals)
    {
        ArgumentOutOfRangeException.ThrowIfZero(refusals.Count);
        return new(partial, refusals);
    }

    /// <summary>Refused for these reasons, at least one.</summary>
    public static Outcome<T> Refused(IReadOnlyList<Refusal> refusals)
    {
        ArgumentOutOfRangeException.ThrowIfZero(refusals.Count);
        return new(default, refusals);
    }
}

/// <summary>Makes outcomes where C# finds no conversion: of interfaces.</summary>
public static class Outcome
{
    /// <summary>Done.</summary>
    public static Outcome<T> Of<T>(T value) => Outcome<T>.Done(value);
}
