namespace Openbook.Web.Costs;

/// <summary>A field of the form above the list of costs.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Label">What it asks for.</param>
/// <param name="Value">What stands in it.</param>
/// <param name="Fault">What is wrong with that, or null.</param>
/// <param name="Choices">What can be chosen, by code; null if it is written.</param>
public sealed record FilterField(
    string Name,
    string Label,
    string Value,
    string? Fault,
    IReadOnlyList<(string Code, string Name)>? Choices
);
