namespace Openbook.Web.Forms;

/// <summary>Things that each may be chosen or not.</summary>
/// <param name="Name">The name of all of them.</param>
/// <param name="Legend">What to choose.</param>
/// <param name="Options">Values, their words, and whether they are chosen.</param>
public sealed record FormChecks(
    string Name,
    string Legend,
    IReadOnlyList<(string Value, string Words, bool IsChosen)> Options
);
