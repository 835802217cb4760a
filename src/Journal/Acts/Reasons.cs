using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>Reasons that people give.</summary>
internal static class Reasons
{
    /// <summary>What is wrong with a reason, or null.</summary>
    public static Refusal? Fault(string reason, string field) =>
        string.IsNullOrWhiteSpace(reason)
            ? Refuse.ReasonMissing.Because("No reason is given.")
            : TextRule.Fault(reason, field);
}
