using Openbook.Domain;

namespace Openbook.Exchange.Tests;

/// <summary>The agreement that the reference shows, and what is made of it.</summary>
internal static class AgreementExample
{
    public const string File = "agreement.yaml";

    public const string Text = """
        rules: openbook-1              # the penny rules of this document, agreed like any other term
        partnership: Camden, Islington and Haringey Shared Digital
        starts: 2016-10-01             # optional: ends: 2018-12-31
        partners:                      # this order settles equal claims to an odd penny
          - { code: camden,    name: London Borough of Camden,    gss: E09000007 }
          - { code: islington, name: London Borough of Islington, gss: E09000019 }
          - { code: haringey,  name: London Borough of Haringey,  gss: E09000014 }
        host: camden
        services:
          - { code: networks, name: Networks and telephony, share: equal }
          - { code: desktop,  name: Desktop and devices,    share: { driver: devices } }
          - { code: apps,     name: Shared applications,    share: { fixed: { camden: 40, islington: 35, haringey: 25 } } }
          - { code: libraries, name: Library systems,       share: { direct: haringey } }
          - { code: printing, name: Print service, partners: [camden, islington], share: equal }
        overheads:                     # stepped down in this order; an overhead may feed services and later overheads
          - { code: management, name: Management, over: [networks, desktop, apps], fallback: equal }
        drivers:                       # optional; a count older than max_age_months (default 12) at a close is refused
          - { code: devices, name: Managed devices, max_age_months: 12 }
        customers:                     # optional: bodies that buy from the service
          - { code: lga, name: Local Government Association, income: { direct: camden } }
        income: { share: equal }       # of customers without their own rule; also as-service, fixed, direct
        savings: { share: equal }
        notice: { months: 18, waiver: all staying }
        committee: { members_each: 2, quorum: { total: 3, each: 1 }, chair: rotates by meeting }

        """;

    /// <summary>The example with one piece replaced, which must stand there once.</summary>
    public static string With(string piece, string by)
    {
        Assert.Equal(2, Text.Split(piece).Length);
        return Text.Replace(piece, by, StringComparison.Ordinal);
    }

    public static AgreementTerms Terms(string text)
    {
        var outcome = AgreementText.Read(text, File);
        Assert.Empty(outcome.Refusals);
        return outcome.Value;
    }

    public static IReadOnlyList<Refusal> Refusals(string text) => AgreementText.Read(text, File).Refusals;

    /// <summary>Code, line and column of each refusal: <c>key-unknown 8:1</c>.</summary>
    public static string[] Places(string text) =>
        [
            .. Refusals(text)
                .Select(refusal =>
                {
                    Assert.Equal(File, refusal.Place?.File);
                    return $"{refusal.Code.Code} {refusal.Place?.Row}:{refusal.Place?.Column}";
                }),
        ];

    /// <summary>The folder of the samples, found from where the tests run.</summary>
    public static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Openbook.slnx")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
