using Openbook.Cli.Tests.Commands;
using Openbook.Domain;
using static Openbook.Cli.Tests.Refusals.Steps;

namespace Openbook.Cli.Tests.Refusals;

/// <summary>What counts, payments, closing, recording and copies may get wrong.</summary>
internal static class RefusalExamplesOfPeriods
{
    private const string Desktop = "[{ code: desktop, name: Desktop, share: { driver: devices } }]";

    public static RefusalGroup Counts { get; } =
        new(
            "Counts and payments",
            [
                new(
                    Refuse.CountRepeated,
                    Agreed(),
                    Steps.Counts(
                        "date,driver,partner,count\n2016-09-30,devices,camden,10\n2016-09-30,devices,camden,12\n2016-09-30,devices,islington,9"
                    )
                ),
                new(
                    Refuse.CountsIncomplete,
                    Agreed(),
                    Steps.Counts("date,driver,partner,count\n2016-09-30,devices,camden,10")
                ),
                new(
                    Refuse.PaymentToSelf,
                    Agreed(),
                    Payments("date,from,to,amount,for\n2016-10-20,camden,camden,50.00,on-account")
                ),
                new(
                    Refuse.PaymentNotAboveZero,
                    Agreed(),
                    Payments("date,from,to,amount,for\n2016-10-20,islington,camden,-50.00,on-account")
                ),
            ]
        );

    public static RefusalGroup Budgets { get; } =
        new(
            "Budgets",
            [
                new(Refuse.BudgetEmpty, Agreed(), Budget("year,service,original\n2016/17,networks,")),
                new(
                    Refuse.BudgetRepeated,
                    Agreed(),
                    Budget("year,service,original\n2016/17,networks,1200.00\n2016/17,networks,100.00")
                ),
                new(
                    Refuse.VirementWithoutReason,
                    Agreed(),
                    Budget("year,service,virement,reason\n2016/17,networks,-50.00,")
                ),
                new(
                    Refuse.MonthOutsideYear,
                    Agreed(),
                    Budget("year,service,month,original\n2016/17,networks,2017-04,100.00")
                ),
                new(Refuse.BudgetMissing, OneLine, Run("monitor cih 2016-10")),
            ]
        );

    public static RefusalGroup Closing { get; } =
        new(
            "Closing and showing",
            [
                new(Refuse.NotAgreedYet, Proposed(Agreement()), Approve("camden"), Run("close cih 2016-10")),
                new(Refuse.ClosedAlready, OneLine, Run("close cih 2016-10"), Run("close cih 2016-10")),
                new(Refuse.NotNext, OneLine, Run("close cih 2016-11")),
                new(Refuse.YearEndNotOpen, OneLine, Run("close cih 2016/17-13")),
                new(Refuse.YearEndFirst, Agreed(), Run("close cih --through 2018-02"), Run("close cih 2018-03")),
                new(
                    Refuse.CountMissing,
                    Agreed(Agreement(services: Desktop)),
                    Costs("date,service,amount,paid_by\n2016-10-03,desktop,100.00,camden"),
                    Run("close cih 2016-10")
                ),
                new(
                    Refuse.CountTooOld,
                    Agreed(Agreement(services: Desktop)),
                    Steps.Counts(
                        "date,driver,partner,count\n2015-06-30,devices,camden,10\n2015-06-30,devices,islington,9"
                    ),
                    Costs("date,service,amount,paid_by\n2016-10-03,desktop,100.00,camden"),
                    Run("close cih 2016-10")
                ),
                new(
                    Refuse.OverheadWithoutBasis,
                    Agreed(Agreement(more: "overheads: [{ code: management, name: Management, over: [networks] }]")),
                    Costs("date,service,amount,paid_by\n2016-10-03,management,100.00,camden"),
                    Run("close cih 2016-10")
                ),
                new(
                    Refuse.LineBeforeStart,
                    Agreed(),
                    Put("later.yaml", Agreement(starts: "2017-04-01")),
                    Run("amend cih --agreement later.yaml --from 2017-04-01"),
                    Approve("camden", effective: "2017-04-01"),
                    Approve("islington", effective: "2017-04-01"),
                    Costs("date,service,amount,paid_by\n2016-10-03,networks,100.00,camden"),
                    Run("close cih 2017-04")
                ),
                new(Refuse.PeriodOutOfReach, OneLine, Run("statement cih 2016-09")),
            ]
        );

    public static RefusalGroup Copies { get; } =
        new(
            "Recording and copies",
            [
                new(
                    Refuse.KeyUsedOtherwise,
                    OneLine,
                    Run("close cih 2016-10 --key month-end"),
                    Run("close cih 2016-11 --key month-end")
                ),
                new(Refuse.ByNotPartner, OneLine, Run("close cih 2016-10 --by hackney")),
                new(
                    Refuse.CopyUnreadable,
                    OneLine,
                    Put("statement.json", "{ \"book\": \"cih\" }"),
                    Run("verify cih --against statement.json")
                ),
                new(
                    Refuse.CopyDamaged,
                    OneLine,
                    Run("export cih --as entries --out cih.zip"),
                    new HarmStep(session =>
                        CopyTests.Rewrite(
                            session,
                            "cih.zip",
                            "lines/4.csv",
                            text => text.Replace("100.00", "900.00", StringComparison.Ordinal)
                        )
                    ),
                    Run("restore cih cih.zip --data copy")
                ),
            ]
        );
}
