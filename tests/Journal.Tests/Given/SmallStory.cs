namespace Openbook.Journal.Tests.Given;

/// <summary>
/// A small Book in which every kind of fact stands, with and without request, reason and authority; every table has rows.
/// Two months are closed; the words of two lines are withheld; the draft of the third is queried and accepted.
/// </summary>
public static class SmallStory
{
    /// <summary>The words that were withheld in the end, and of which nothing may be left.</summary>
    public const string GonePerson = "jane-doe-consulting";

    /// <summary>How many entries there are at the end.</summary>
    public const int Entries = 24;

    public const string October = """
        line_id,date,month,to_month,service,kind,amount,irrecoverable_vat,paid_by,cost_centre,account,supplier,description,reference,nature
        L-1,2016-10-03,,,networks,,100.01,,ash,C1,4000,"Wire, Less & Co","Line ""A""
        and line B",INV-1,
        L-2,2016-10-04,,,desktop,,2000.00,20.00,beech,C2,4001,Désktop ☃ Ltd,Laptops,INV-2,
        L-3,2016-10-05,,,apps,capital,333.33,,cedar,,,,,,
        L-4,2016-10-06,,,libraries,,45.10,,ash,,,,,,accrual
        L-5,2016-10-07,,,management,,50.00,,ash,,,Manager,,,
        L-6,2016-10-08,2016-10,2017-01,printing,,-10.01,,beech,,,Refund,,,
        L-7,2016-10-09,,,networks,income,400.00,,ash,,,museum,Rent of a line,R-1,
        ,2016-10-10,,,networks,income,77.00,,beech,,,jane-doe-consulting,Training,R-2,
        ,2016-10-11,,,networks,,1.00,,cedar,,,,,,journal

        """;

    public const string November = """
        line_id,date,month,service,amount,paid_by,supplier,description,nature,corrects
        N-1,2016-11-03,,networks,210.55,ash,Wire,Rent,,
        N-2,2016-11-04,2016-10,desktop,70.07,beech,Late Ltd,Came late,,
        N-3,2016-11-05,,libraries,-45.10,ash,,,reversal,L-4
        N-4,2016-11-06,,apps,12.34,cedar,Mary Major,Training of one person,,

        """;

    public const string December =
        "date,service,amount,paid_by,supplier\n2016-12-01,apps,1000.00,ash,App Ltd\n2016-12-02,printing,3.00,beech,\n";

    public const string Budget =
        "year,service,account,kind,month,original,virement,forecast,reason\n"
        + "2016/17,networks,,,,6000.00,,,\n2016/17,apps,4000,capital,2016-12,,-1.00,99.99,Less\n";

    public static void Tell(Clerk clerk)
    {
        ArgumentNullException.ThrowIfNull(clerk);
        TellOctober(clerk);
        Came.Done(clerk.Close("2016-10", key: "close-october"));
        clerk.Clock.Set("2016-12-02");
        Came.Done(clerk.Costs("november.csv", November));
        Came.Done(clerk.Correct("N-1", new LineChange(Service: "apps"), "Booked on the wrong service"));
        Came.Done(clerk.Withhold("L-7", key: "withhold-museum"));
        Came.Done(clerk.Close("2016-11"));
        clerk.Clock.Set("2016-12-05");
        Came.Done(clerk.Amend(TheAgreement.Second, "2016-12-01"));
        Came.Done(clerk.Approve("ash", "2016-12-05"));
        Came.Done(clerk.Approve("beech", "2016-12-05"));
        Came.Done(clerk.Approve("cedar", "2016-12-05"));
        Came.Done(clerk.Counts("recount.csv", Devices("2016-09-30", 4200, 3100, 2700)));
        Came.Done(clerk.Costs("december.csv", December));
        Came.Done(clerk.Budget("budget.csv", Budget));
        TellDraft(clerk);
        Came.Done(clerk.Withhold("6#9"));
    }

    private static void TellDraft(Clerk clerk)
    {
        Came.Done(clerk.Issue("2016-12", "2016-12-12", key: "issue-december"));
        var query = Came.Done(clerk.Query("18#2", "beech"));
        Came.Done(clerk.Answer(query.Number, QueryOutcome.ToCorrect, key: "answer-beech"));
        Came.Done(clerk.Accept("2016-12", "beech"));
    }

    /// <summary>The first seven entries; the lines of October are entry 6.</summary>
    public static void TellOctober(Clerk clerk)
    {
        ArgumentNullException.ThrowIfNull(clerk);
        Came.Done(clerk.New(TheAgreement.First, key: "new-1"));
        Came.Done(clerk.Approve("ash", "2016-09-01", authority: "Minute 12, 1 September 2016"));
        Came.Done(clerk.Approve("beech", "2016-09-01"));
        Came.Done(clerk.Approve("cedar", "2016-09-01", key: "approve-cedar"));
        Came.Done(clerk.Counts("devices.csv", Devices("2016-09-30", 4200, 3100, 2900)));
        clerk.Clock.Set("2016-11-02");
        Came.Done(clerk.Costs("october.csv", October, key: "october"));
        Came.Done(clerk.Payments("paid.csv", Paid("2016-10-20", "1000.00", "on-account"), key: "paid"));
    }

    public static string Devices(string date, int ash, int beech, int cedar) =>
        "date,driver,partner,count,source\n"
        + $"{date},devices,ash,{ash},register\n{date},devices,beech,{beech},register\n{date},devices,cedar,{cedar},\n";

    public static string Paid(string date, string amount, string purpose) =>
        $"date,from,to,amount,reference,for\n{date},beech,ash,{amount},BACS 1,{purpose}\n"
        + $"{date},cedar,ash,12.34,,settlement\n{date},cedar,beech,0.01,\"A, b\",opening\n";
}
