namespace Openbook.Domain;

/// <summary>The catalogue of all reasons to refuse. <c>docs/reference/refusals.md</c> is made from it.</summary>
public static partial class Refuse
{
    /// <summary>Every code, in the order of the catalogue.</summary>
    public static IReadOnlyList<RefusalCode> All =>
        [.. OfFiles, .. OfMaps, .. OfAgreement, .. OfCosts, .. OfBudgets, .. OfClosing, .. OfDrafts];
}
