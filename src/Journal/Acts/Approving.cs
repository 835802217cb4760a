using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>What a person says of a council's approval.</summary>
/// <param name="Council">The council that approved.</param>
/// <param name="Body">Who decided for it.</param>
/// <param name="On">The day of the decision.</param>
/// <param name="Effective">The day from which it has effect; null for the day of the decision.</param>
/// <param name="Version">The version; null for the newest proposed.</param>
/// <param name="Authority">The minute or decision that stands behind it, if any.</param>
/// <param name="By">For which council it is recorded; null for the one that approved.</param>
public sealed record ApprovalAsked(
    string Council,
    string Body,
    DateOnly On,
    DateOnly? Effective,
    int? Version,
    string? Authority,
    string? By
)
{
    /// <summary>What makes two of these the same act.</summary>
    public string ToRequest() =>
        string.Join(
            '\n',
            Council,
            Body,
            Dates.Iso(On),
            Effective is { } day ? Dates.Iso(day) : "",
            Version is { } number ? Text.Of(number) : "",
            Authority,
            By
        );
}

/// <summary>The act of recording an approval.</summary>
public static class Approving
{
    /// <summary>Decides it.</summary>
    /// <param name="state">The Book as it is.</param>
    /// <param name="asked">What a person says.</param>
    /// <param name="authorityField">What the person calls the field with the authority, for refusals.</param>
    public static Outcome<Act> Decide(BookState state, ApprovalAsked asked, string authorityField)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var decided = ApproveAgreement.Decide(
            state,
            asked.Council,
            asked.Body,
            asked.On,
            asked.Effective,
            asked.Version
        );
        var faults = decided.Refusals.ToList();
        if (asked.Authority is not null && TextRule.Fault(asked.Authority, authorityField) is { } fault)
        {
            faults.Add(fault);
        }
        return faults.Count > 0
            ? Outcome<Act>.Refused(faults)
            : new Act
            {
                Fact = decided.Value,
                Effective = decided.Value.Effective,
                By = asked.By ?? asked.Council,
                Authority = asked.Authority,
            };
    }
}
