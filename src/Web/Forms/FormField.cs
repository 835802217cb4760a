namespace Openbook.Web.Forms;

/// <summary>A field for a line of text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">What to enter.</param>
/// <param name="Hint">How, or null.</param>
/// <param name="Value">What was entered.</param>
/// <param name="Fault">What is wrong with it, or null.</param>
public sealed record FormField(string Name, string Label, string? Hint, string? Value, string? Fault)
{
    /// <summary>How wide: a class of GOV.UK Frontend.</summary>
    public string Width { get; init; } = "govuk-!-width-two-thirds";

    /// <summary>Whether digits are entered.</summary>
    public bool IsNumber { get; init; }

    /// <summary>The ids of what describes it.</summary>
    public string? DescribedBy => Describing.Ids(Name, Hint, Fault);
}

/// <summary>A choice of one among several.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Legend">What to choose.</param>
/// <param name="Hint">How, or null.</param>
/// <param name="Options">Values and their words.</param>
/// <param name="Value">What was chosen.</param>
/// <param name="Fault">What is wrong with it, or null.</param>
public sealed record FormChoice(
    string Name,
    string Legend,
    string? Hint,
    IReadOnlyList<(string Value, string Words)> Options,
    string? Value,
    string? Fault
)
{
    /// <summary>The ids of what describes it.</summary>
    public string? DescribedBy => Describing.Ids(Name, Hint, Fault);
}

/// <summary>What tells of a field to who cannot see it.</summary>
internal static class Describing
{
    /// <summary>The ids of a field's hint and fault, or null if it has neither.</summary>
    public static string? Ids(string name, string? hint, string? fault) =>
        (hint, fault) switch
        {
            (null, null) => null,
            ({ }, null) => $"{name}-hint",
            (null, { }) => $"{name}-error",
            _ => $"{name}-hint {name}-error",
        };
}
