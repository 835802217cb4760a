namespace Openbook.Domain;

#pragma warning disable CS1591 // Each code carries its own meaning.

/// <summary>What may be wrong with an agreement's text, its versions and their approval.</summary>
public static partial class Refuse
{
    // The agreement's text.
    public static readonly RefusalCode YamlUnreadable = new(
        "yaml-unreadable",
        "The agreement or map is not YAML that can be read.",
        "Mend the text at the place named; each line is a key, a colon and a value."
    );
    public static readonly RefusalCode KeyUnknown = new(
        "key-unknown",
        "The agreement or map has a key that is not known.",
        "Remove the key or correct its name; the keys are in docs/reference/files.md, those of a map in docs/reference/map.md."
    );
    public static readonly RefusalCode KeyMissing = new(
        "key-missing",
        "The agreement or map lacks a key that is required.",
        "Add the key."
    );
    public static readonly RefusalCode KeyRepeated = new(
        "key-repeated",
        "The agreement or map has a key twice.",
        "Keep one of the two."
    );
    public static readonly RefusalCode KindOfValue = new(
        "value-shape",
        "A value in the agreement or map has the wrong shape.",
        "Write it in the shape named; docs/reference/files.md has an example, docs/reference/map.md one of a map."
    );
    public static readonly RefusalCode RulesUnknown = new(
        "rules-unknown",
        "The agreement names penny rules that this program does not know.",
        "Use rules: openbook-1."
    );
    public static readonly RefusalCode CodeRepeated = new(
        "code-repeated",
        "A code is given twice.",
        "Give each partner, service, overhead, driver and customer a code of its own."
    );
    public static readonly RefusalCode PartnerNotListed = new(
        "partner-not-listed",
        "The agreement uses a partner that it does not list.",
        "Add it under partners or correct the code."
    );
    public static readonly RefusalCode TargetNotListed = new(
        "target-not-listed",
        "An overhead is spread over something that is neither a service nor a later overhead.",
        "Name services, or overheads that come later in the list."
    );
    public static readonly RefusalCode FixedNotComplete = new(
        "fixed-not-complete",
        "Fixed weights do not name each partner of the service and no other.",
        "Give one weight for each partner that shares it."
    );
    public static readonly RefusalCode WeightsZero = new(
        "weights-zero",
        "All weights are zero, so there is nobody to charge.",
        "Give at least one partner a weight or count above zero."
    );
    public static readonly RefusalCode StartsNotFirst = new(
        "starts-not-first",
        "The agreement does not start on the first day of a month.",
        "Start it on the first of a month."
    );
    public static readonly RefusalCode EndsNotLast = new(
        "ends-not-last",
        "The agreement does not end on the last day of a month at or after its start.",
        "End it on the last day of a month."
    );

    // Versions and approvals.
    public static readonly RefusalCode BookExists = new(
        "book-exists",
        "A Book of that code is there already.",
        "Choose another code, or use amend to change its agreement."
    );
    public static readonly RefusalCode NothingByThen = new(
        "nothing-by-then",
        "A Book is asked for as it stood before its first entry or after its last.",
        "Name an entry that openbook entries shows, or a later day."
    );
    public static readonly RefusalCode BookUnknown = new(
        "book-unknown",
        "There is no Book of that code.",
        "Use one of the Books that the command books lists, or start one with new."
    );
    public static readonly RefusalCode FromNotFirst = new(
        "from-not-first",
        "A version does not count from the first day of a month at or after the start.",
        "Let it count from the first of a month, not before the agreement starts."
    );
    public static readonly RefusalCode StartMoved = new(
        "start-moved",
        "A version moves the start of the agreement after something was recorded or closed that this would leave out.",
        "Keep the start as it is in the version that counts."
    );
    public static readonly RefusalCode VersionUnknown = new(
        "version-unknown",
        "There is no version of that number.",
        "Name a version that was proposed."
    );
    public static readonly RefusalCode NotAParty = new(
        "not-a-party",
        "The council is no party to that version or to the one it replaces.",
        "Only partners of the old or the new version approve it."
    );
    public static readonly RefusalCode ApprovedAlready = new(
        "approved-already",
        "The council has approved that version already.",
        "Nothing needs doing."
    );
    public static readonly RefusalCode EffectiveBeforeDecided = new(
        "effective-before-decided",
        "An approval would take effect before it was decided.",
        "Give an effective date on or after the date of the decision."
    );
    public static readonly RefusalCode PartnerUnknown = new(
        "partner-unknown",
        "The council is not a partner of this Book.",
        "Use the code of a partner as the agreement has it."
    );

    private static RefusalCode[] OfAgreement =>
        [
            YamlUnreadable,
            KeyUnknown,
            KeyMissing,
            KeyRepeated,
            KindOfValue,
            RulesUnknown,
            CodeRepeated,
            PartnerNotListed,
            TargetNotListed,
            FixedNotComplete,
            WeightsZero,
            StartsNotFirst,
            EndsNotLast,
            BookExists,
            BookUnknown,
            NothingByThen,
            FromNotFirst,
            StartMoved,
            VersionUnknown,
            NotAParty,
            ApprovedAlready,
            EffectiveBeforeDecided,
            PartnerUnknown,
        ];
}
