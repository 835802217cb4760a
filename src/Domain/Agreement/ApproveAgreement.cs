namespace Openbook.Domain;

/// <summary>Decides whether a council's approval of a version can be recorded.</summary>
public static class ApproveAgreement
{
    /// <summary>Records an approval.</summary>
    /// <param name="book">The Book.</param>
    /// <param name="partner">The council.</param>
    /// <param name="body">Who decided for it.</param>
    /// <param name="on">The day of the decision.</param>
    /// <param name="effective">The day from which it has effect; null for the day of the decision.</param>
    /// <param name="version">The version; null for the newest proposed.</param>
    public static Outcome<AgreementApproved> Decide(
        BookState book,
        string partner,
        string body,
        DateOnly on,
        DateOnly? effective,
        int? version
    )
    {
        ArgumentNullException.ThrowIfNull(book);
        var number = version ?? book.Versions.Count;
        var proposed = book.Versions.FirstOrDefault(item => item.Number == number);
        if (proposed is null)
        {
            return Refuse.VersionUnknown.Because($"There is no version {Text.Of(number)}.");
        }
        var refusals = new List<Refusal>();
        if (!book.PartiesTo(proposed).Contains(partner))
        {
            refusals.Add(Refuse.NotAParty.Because($"\"{partner}\" is no party to version {Text.Of(number)}."));
        }
        if (proposed.Approvals.Any(item => item.Partner == partner))
        {
            refusals.Add(Refuse.ApprovedAlready.Because($"{partner} has approved version {Text.Of(number)}."));
        }
        if (effective < on)
        {
            refusals.Add(
                Refuse.EffectiveBeforeDecided.Because(
                    $"Decided on {Dates.Words(on)}, it would take effect on {Dates.Words(effective.Value)}."
                )
            );
        }
        if (TextRule.Fault(body, "The body that decided") is { } fault)
        {
            refusals.Add(fault);
        }
        if (!proposed.Counts && ProposeAgreement.StartMoved(book, proposed.Terms) is { } moved)
        {
            refusals.Add(moved);
        }
        return refusals.Count > 0
            ? Outcome<AgreementApproved>.Refused(refusals)
            : new AgreementApproved(number, partner, body, on, effective ?? on);
    }
}
