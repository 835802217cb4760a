using Openbook.Domain;
using static Openbook.Cli.Tests.Refusals.Steps;

namespace Openbook.Cli.Tests.Refusals;

/// <summary>What drafts and the councils' answers to them may get wrong.</summary>
internal static class RefusalExamplesOfDrafts
{
    private static readonly Step Issued = new SeveralSteps(OneLine, Run("issue cih 2016-10"));
    private static readonly Step Accepted = Run("accept cih 2016-10 --by islington");
    private static readonly Step Queried = Run("query cih c-1 --because \"Is this ours?\" --by islington");

    public static RefusalGroup Group { get; } =
        new(
            "Drafts",
            [
                new(Refuse.DraftNotOpen, Issued, Run("close cih 2016-10"), Accepted),
                new(
                    Refuse.DraftAfterEnd,
                    Agreed(Agreement(more: "ends: 2016-10-31")),
                    Run("close cih 2016-10"),
                    Run("issue cih 2016-11")
                ),
                new(Refuse.DraftMissing, OneLine, Accepted),
                new(
                    Refuse.DraftReplaced,
                    Issued,
                    Run("issue cih 2016-10"),
                    Run("accept cih 2016-10 --by islington --draft 5")
                ),
                new(
                    Refuse.DraftOvertaken,
                    Issued,
                    Costs("date,service,amount,paid_by\n2016-10-20,networks,50.00,camden"),
                    Accepted
                ),
                new(Refuse.NotByHost, OneLine, Run("issue cih 2016-10 --by islington")),
                new(Refuse.NotForHost, Issued, Run("accept cih 2016-10 --by camden")),
                new(
                    Refuse.NotInDraft,
                    Issued,
                    Put(
                        "joined.yaml",
                        Agreement(
                            partners: "[{ code: camden, name: Camden }, { code: islington, name: Islington }, "
                                + "{ code: haringey, name: Haringey }]"
                        )
                    ),
                    Run("amend cih --agreement joined.yaml --from 2016-12-01"),
                    Approve("camden"),
                    Approve("islington"),
                    Approve("haringey"),
                    Run("accept cih 2016-10 --by haringey")
                ),
                new(Refuse.AcceptedAlready, Issued, Accepted, Accepted),
                new(Refuse.UntilIsPast, OneLine, Run("issue cih 2016-10 --until 2016-11-10")),
                new(
                    Refuse.LineNotInDraft,
                    Issued,
                    Run("query cih c-1 --because \"Is this ours?\" --by islington --period 2016-11")
                ),
                new(Refuse.QueriedAlready, Issued, Queried, Queried),
                new(Refuse.QueryUnknown, Issued, Run("answer cih 4 --because \"It is\"")),
                new(Refuse.QueryNotOpen, Issued, Queried, Accepted, Run("answer cih 6 --because \"It is\"")),
            ]
        );
}
