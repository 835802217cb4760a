using Openbook.Cli.Tests.Given;
using Openbook.Domain;

namespace Openbook.Cli.Tests.Refusals;

/// <summary>One refusal of the catalogue with what brings it about.</summary>
/// <param name="Code">The refusal.</param>
/// <param name="Steps">Files and command lines; the last command is refused, those before it succeed.</param>
internal sealed record RefusalExample(RefusalCode Code, params Step[] Steps)
{
    /// <summary>How the last command ends: refused, or for what stands on the command line itself, wrong usage.</summary>
    public int Ends { get; init; } = Exit.Refused;

    /// <summary>Every step, those inside others too.</summary>
    public IEnumerable<Step> AllSteps => Steps.SelectMany(step => step.Each);
}

/// <summary>Some examples under a heading of the catalogue.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Examples">The examples, in the order of the catalogue.</param>
internal sealed record RefusalGroup(string Title, IReadOnlyList<RefusalExample> Examples);

/// <summary>A file that is written, a command that is run, or several such steps.</summary>
internal abstract record Step
{
    public virtual IEnumerable<Step> Each => [this];
}

internal sealed record FileStep(string Name, byte[] Bytes) : Step;

internal sealed record CommandStep(string Line) : Step;

internal sealed record HarmStep(Action<Session> Do) : Step;

internal sealed record SeveralSteps(params Step[] Steps) : Step
{
    public override IEnumerable<Step> Each => Steps.SelectMany(step => step.Each);
}

/// <summary>The words in which examples are written.</summary>
internal static class Steps
{
    /// <summary>Writes a file.</summary>
    public static Step Put(string name, string text) => new FileStep(name, System.Text.Encoding.UTF8.GetBytes(text));

    public static Step Put(string name, byte[] bytes) => new FileStep(name, bytes);

    /// <summary>Runs a command.</summary>
    public static Step Run(string line) => new CommandStep(line);

    /// <summary>The clauses of an agreement between Camden and Islington, with others in place of some.</summary>
    public static string Agreement(
        string rules = "openbook-1",
        string starts = "2016-10-01",
        string partners = "[{ code: camden, name: Camden }, { code: islington, name: Islington }]",
        string host = "camden",
        string services = "[{ code: networks, name: Networks, share: equal }]",
        string more = ""
    ) =>
        $"""
            rules: {rules}
            partnership: Camden and Islington
            starts: {starts}
            partners: {partners}
            host: {host}
            services: {services}
            {more}

            """;

    /// <summary>An agreement is put forward as a Book.</summary>
    public static Step Proposed(string agreement) =>
        new SeveralSteps(Put("agreement.yaml", agreement), Run("new cih --agreement agreement.yaml"));

    /// <summary>A council approves the newest version.</summary>
    public static Step Approve(string partner, string effective = "2016-09-01") =>
        Run($"approve cih --partner {partner} --body Cabinet --on 2016-09-01 --effective {effective}");

    /// <summary>A Book whose agreement counts.</summary>
    public static Step Agreed(string? agreement = null) =>
        new SeveralSteps(Proposed(agreement ?? Agreement()), Approve("camden"), Approve("islington"));

    /// <summary>A Book with one line in October 2016, 4#2, whose line_id is c-1.</summary>
    public static Step OneLine { get; } =
        new SeveralSteps(
            Agreed(),
            Put("october.csv", "line_id,date,service,amount,paid_by\nc-1,2016-10-03,networks,100.00,camden\n"),
            Run("import costs cih october.csv")
        );

    /// <summary>A file of costs is handed in.</summary>
    public static Step Costs(string text, string name = "costs.csv", string more = "") =>
        new SeveralSteps(Put(name, text + "\n"), Run($"import costs cih {name}{more}"));

    /// <summary>A file of counts is handed in.</summary>
    public static Step Counts(string text) =>
        new SeveralSteps(Put("devices.csv", text + "\n"), Run("import drivers cih devices.csv"));

    /// <summary>A file of payments is handed in.</summary>
    public static Step Budget(string text) =>
        new SeveralSteps(Put("budget.csv", text + "\n"), Run("import budget cih budget.csv"));

    public static Step Payments(string text) =>
        new SeveralSteps(Put("payments.csv", text + "\n"), Run("import payments cih payments.csv"));
}
