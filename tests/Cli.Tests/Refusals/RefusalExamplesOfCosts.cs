using Openbook.Domain;
using static Openbook.Cli.Tests.Refusals.Steps;

namespace Openbook.Cli.Tests.Refusals;

/// <summary>What lines of cost and income may get wrong.</summary>
internal static class RefusalExamplesOfCosts
{
    private const string Overhead = "overheads: [{ code: management, name: Management, over: [networks] }]";

    private const string Reversal = "line_id,date,service,amount,paid_by,nature,corrects\n";

    private static Step Reversed { get; } =
        new SeveralSteps(
            OneLine,
            Costs($"{Reversal}c-2,2016-11-01,networks,-100.00,camden,reversal,c-1", "reversal.csv")
        );

    public static RefusalGroup Group { get; } =
        new(
            "Cost lines",
            [
                new(
                    Refuse.ServiceUnknown,
                    Agreed(),
                    Costs("date,service,amount,paid_by\n2016-10-03,gardens,100.00,camden")
                ),
                new(
                    Refuse.ServiceNotInForce,
                    Agreed(),
                    Put(
                        "more.yaml",
                        Agreement(
                            services: "[{ code: networks, name: Networks, share: equal }, { code: desktop, name: Desktop, share: equal }]"
                        )
                    ),
                    Run("amend cih --agreement more.yaml --from 2016-12-01"),
                    Costs("date,service,amount,paid_by\n2016-10-03,desktop,100.00,camden")
                ),
                new(
                    Refuse.MonthOutsideAgreement,
                    Agreed(),
                    Costs("date,service,amount,paid_by\n2016-09-30,networks,100.00,camden")
                ),
                new(
                    Refuse.PayerNotPartner,
                    Agreed(),
                    Costs("date,service,amount,paid_by\n2016-10-03,networks,100.00,hackney")
                ),
                new(
                    Refuse.IncomeOnOverhead,
                    Agreed(Agreement(more: Overhead)),
                    Costs("date,service,amount,paid_by,kind\n2016-10-03,management,100.00,camden,income")
                ),
                new(
                    Refuse.SpreadBackwards,
                    Agreed(),
                    Costs(
                        "date,month,to_month,service,amount,paid_by\n2016-10-03,2017-09,2016-10,networks,100.00,camden"
                    )
                ),
                new(
                    Refuse.LineIdForm,
                    Agreed(),
                    Costs("line_id,date,service,amount,paid_by\n4#2,2016-10-03,networks,100.00,camden")
                ),
                new(
                    Refuse.LineIdRepeated,
                    Agreed(),
                    Costs(
                        "line_id,date,service,amount,paid_by\nc-1,2016-10-03,networks,100.00,camden\nc-1,2016-10-04,networks,5.00,camden"
                    )
                ),
                new(
                    Refuse.LineKnown,
                    OneLine,
                    Costs(
                        "line_id,date,service,amount,paid_by\nc-1,2016-10-03,networks,100.00,camden\nc-2,2016-10-04,networks,5.00,camden"
                    )
                ),
                new(
                    Refuse.LineKnownOtherwise,
                    OneLine,
                    Costs("line_id,date,service,amount,paid_by\nc-1,2016-10-03,networks,120.00,camden")
                ),
                new(
                    Refuse.ReversalWithoutTarget,
                    OneLine,
                    Costs("date,service,amount,paid_by,nature\n2016-11-01,networks,-100.00,camden,reversal")
                ),
                new(Refuse.LineUnknown, OneLine, Run("withhold cih c-9 --because \"Names a person\"")),
                new(
                    Refuse.LineReversedAlready,
                    Reversed,
                    Run("correct cih c-1 --because \"Wrong amount\" --amount 90.00")
                ),
                new(
                    Refuse.ReversalNotMirror,
                    OneLine,
                    Costs($"{Reversal}c-2,2016-11-01,networks,-10.00,camden,reversal,c-1")
                ),
                new(
                    Refuse.ReversalOfReversal,
                    Reversed,
                    Costs($"{Reversal}c-3,2016-11-02,networks,100.00,camden,reversal,c-2")
                ),
                new(Refuse.FileKnown, OneLine, Run("import costs cih october.csv")),
                new(
                    Refuse.ControlTotal,
                    Agreed(),
                    Costs(
                        "date,service,amount,paid_by\n2016-10-03,networks,100.00,camden",
                        more: " --lines 2 --total 150.00"
                    )
                ),
                new(
                    Refuse.NothingNew,
                    OneLine,
                    Costs(
                        "line_id,service,date,amount,paid_by\nc-1,networks,2016-10-03,100.00,camden",
                        more: " --skip-known"
                    )
                ),
                new(
                    Refuse.TotalTooLarge,
                    Agreed(),
                    Costs(
                        "date,service,amount,paid_by\n2016-10-03,networks,90000000000000.00,camden\n2016-10-03,networks,-90000000000000.00,camden"
                    )
                ),
                new(
                    Refuse.NothingToCorrect,
                    OneLine,
                    Run("correct cih c-1 --because \"Wrong amount\" --amount 100.00")
                ),
                new(Refuse.ReasonMissing, OneLine, Run("correct cih c-1 --because \"\" --amount 90.00")),
                new(
                    Refuse.WithheldAlready,
                    OneLine,
                    Run("withhold cih c-1 --because \"Names a person\""),
                    Run("withhold cih c-1 --because \"Names a person\"")
                ),
            ]
        );
}
