namespace Openbook.Domain;

#pragma warning disable CS1591 // Each code carries its own meaning.

/// <summary>What may be wrong with counts and payments, with closing, and with recording and copies.</summary>
public static partial class Refuse
{
    // Counts and payments.
    public static readonly RefusalCode CountRepeated = new(
        "count-repeated",
        "One file gives two counts of one driver for one partner at one date.",
        "Keep one of the two."
    );
    public static readonly RefusalCode CountsIncomplete = new(
        "counts-incomplete",
        "The counts of a driver at a date do not cover every partner.",
        "Add a row for each partner; write 0 if there was none."
    );
    public static readonly RefusalCode PaymentToSelf = new(
        "payment-to-self",
        "A payment goes from a partner to itself.",
        "Name the partner that paid and the one that received."
    );
    public static readonly RefusalCode PaymentNotAboveZero = new(
        "payment-not-above-zero",
        "A payment is not above zero.",
        "Write money that went back as a payment the other way."
    );

    // Closing.
    public static readonly RefusalCode NotAgreedYet = new(
        "not-agreed-yet",
        "No version of the agreement counts yet, so nothing can be closed or shown.",
        "Record the approval of every partner."
    );
    public static readonly RefusalCode ClosedAlready = new(
        "closed-already",
        "The period is closed already.",
        "Nothing needs doing; what comes late goes into the open period."
    );
    public static readonly RefusalCode NotNext = new(
        "not-next",
        "The period is not the next that can be closed.",
        "Close the periods before it first, or use close --through."
    );
    public static readonly RefusalCode YearEndNotOpen = new(
        "year-end-not-open",
        "The year-end period is not open.",
        "It opens when March of its year is closed."
    );
    public static readonly RefusalCode YearEndFirst = new(
        "year-end-first",
        "The year-end period of the year before is still open.",
        "Close it before this March."
    );
    public static readonly RefusalCode CountMissing = new(
        "count-missing",
        "A pool is shared by a driver that has no count for a partner on or before the end of the month.",
        "Record the counts."
    );
    public static readonly RefusalCode CountTooOld = new(
        "count-too-old",
        "A pool is shared by a count that is older than the agreement allows.",
        "Record a newer count."
    );
    public static readonly RefusalCode OverheadWithoutBasis = new(
        "overhead-without-basis",
        "An overhead has no service with costs to be spread over.",
        "Record the services' costs first, or agree fallback: equal for the overhead."
    );
    public static readonly RefusalCode LineBeforeStart = new(
        "line-before-start",
        "Costs are recorded for a month before the agreement starts.",
        "Propose and approve a version that starts in that month or before."
    );
    public static readonly RefusalCode PeriodOutOfReach = new(
        "period-out-of-reach",
        "The period is before the start of the agreement or has not begun to be open.",
        "Name a period from the start of the agreement on."
    );

    // Recording and copies.
    public static readonly RefusalCode KeyUsedOtherwise = new(
        "key-used-otherwise",
        "The key given was used for another act.",
        "Use a new key for each act; repeat a key only to repeat the very same act."
    );
    public static readonly RefusalCode ByNotPartner = new(
        "by-not-partner",
        "The act is recorded for a council that is not a partner of the Book.",
        "Record it for a council that is a partner."
    );
    public static readonly RefusalCode CopyUnreadable = new(
        "copy-unreadable",
        "The file is not an entries export or statement that can be read.",
        "Give a file made by export --as entries, or a statement in JSON."
    );
    public static readonly RefusalCode CopyDamaged = new(
        "copy-damaged",
        "The copy does not verify, so nothing was restored from it.",
        "Ask for a new copy from a partner whose Book verifies."
    );

    private static RefusalCode[] OfClosing =>
        [
            CountRepeated,
            CountsIncomplete,
            PaymentToSelf,
            PaymentNotAboveZero,
            NotAgreedYet,
            ClosedAlready,
            NotNext,
            YearEndNotOpen,
            YearEndFirst,
            CountMissing,
            CountTooOld,
            OverheadWithoutBasis,
            LineBeforeStart,
            PeriodOutOfReach,
            KeyUsedOtherwise,
            ByNotPartner,
            CopyUnreadable,
            CopyDamaged,
        ];
}
