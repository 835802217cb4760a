namespace Openbook.Domain;

#pragma warning disable CS1591 // Each code carries its own meaning.

/// <summary>What may be wrong with drafts, and with the councils' answers to them.</summary>
public static partial class Refuse
{
    public static readonly RefusalCode DraftNotOpen = new(
        "draft-not-open",
        "The period is closed, so its draft can no longer be issued, accepted or queried, and its queries not answered.",
        "Ask the host to correct the line: that is charged in a later period."
    );
    public static readonly RefusalCode DraftAfterEnd = new(
        "draft-after-end",
        "The agreement ends before the period, and nothing is posted in it: there is nothing to draft.",
        "Nothing needs doing."
    );
    public static readonly RefusalCode DraftMissing = new(
        "draft-missing",
        "No draft of the period is issued, so there is nothing to accept or to query.",
        "The host issues it."
    );
    public static readonly RefusalCode DraftReplaced = new(
        "draft-replaced",
        "A newer draft of the period was issued in the meantime.",
        "Look at the newer draft, and answer that."
    );
    public static readonly RefusalCode DraftOvertaken = new(
        "draft-overtaken",
        "What was recorded since the draft was issued has changed its figures.",
        "The host issues a new draft."
    );
    public static readonly RefusalCode NotByHost = new(
        "not-by-host",
        "Only the host issues drafts and answers queries.",
        "Record it for the host."
    );
    public static readonly RefusalCode NotForHost = new(
        "not-for-host",
        "The host issues the draft, so it neither accepts it nor queries its lines.",
        "Correct the line, and issue a new draft."
    );
    public static readonly RefusalCode NotInDraft = new(
        "not-in-draft",
        "The council has no statement in the draft.",
        "Choose a council that shares the costs of the period."
    );
    public static readonly RefusalCode AcceptedAlready = new(
        "accepted-already",
        "The council has accepted the draft.",
        "Nothing needs doing."
    );
    public static readonly RefusalCode UntilIsPast = new(
        "until-is-past",
        "The day until which the councils should answer is past.",
        "Give today or a later day."
    );
    public static readonly RefusalCode LineNotInDraft = new(
        "line-not-in-draft",
        "The line is not posted in the period.",
        "Query a line of the period: the explanation of a share shows which lines are in it."
    );
    public static readonly RefusalCode QueriedAlready = new(
        "queried-already",
        "The council has a query about the line that is not answered yet.",
        "Wait for the host's answer, or accept the draft."
    );
    public static readonly RefusalCode QueryUnknown = new(
        "query-unknown",
        "There is no query of that number.",
        "The drafts show their queries with their numbers."
    );
    public static readonly RefusalCode QueryNotOpen = new(
        "query-not-open",
        "The query is answered, or settled because the council accepted the draft.",
        "Nothing needs doing."
    );

    private static RefusalCode[] OfDrafts =>
        [
            DraftNotOpen,
            DraftAfterEnd,
            DraftMissing,
            DraftReplaced,
            DraftOvertaken,
            NotByHost,
            NotForHost,
            NotInDraft,
            AcceptedAlready,
            UntilIsPast,
            LineNotInDraft,
            QueriedAlready,
            QueryUnknown,
            QueryNotOpen,
        ];
}
