using System.Collections.Concurrent;
using Openbook.Exchange;

namespace Openbook.Journal.Tests.Given;

/// <summary>The agreement of a small partnership in which every clause is used.</summary>
public static class TheAgreement
{
    public const string First = """
        rules: openbook-1
        partnership: Ash, Beech and Cedar Shared Services
        starts: 2016-10-01
        partners:
          - { code: ash,   name: Ash Borough Council, gss: E09000001 }
          - { code: beech, name: Beech District Council }
          - { code: cedar, name: "Cedar \"City\" Council, naïve" }
        host: ash
        services:
          - { code: networks,  name: Networks,     share: equal }
          - { code: desktop,   name: Desktop,      share: { driver: devices } }
          - { code: apps,      name: Applications, share: { fixed: { ash: 40, beech: 35.5, cedar: 24.5 } } }
          - { code: libraries, name: Libraries,    share: { direct: cedar } }
          - { code: printing,  name: Printing,     partners: [ash, beech], share: equal }
        overheads:
          - { code: management, name: Management, over: [networks, desktop, apps], fallback: equal }
        drivers:
          - { code: devices, name: Managed devices, max_age_months: 12 }
        customers:
          - { code: museum, name: The Museum, income: { direct: ash } }
        income: { share: as-service }
        savings: { share: equal }
        notice: { months: 18, waiver: all staying }
        committee: { members_each: 2, quorum: { total: 3, each: 1 }, chair: rotates by meeting }

        """;

    /// <summary>The second version: other weights, and the printing service for all.</summary>
    public static string Second { get; } =
        First
            .Replace("ash: 40, beech: 35.5, cedar: 24.5", "ash: 39, beech: 36, cedar: 25", StringComparison.Ordinal)
            .Replace("partners: [ash, beech], ", "", StringComparison.Ordinal);

    private static readonly ConcurrentDictionary<string, AgreementTerms?> Known = new();

    public static AgreementTerms Terms(string text) => AgreementText.Read(text, "agreement.yaml").Value;

    /// <summary>The terms of a text as verification reads them again, or null.</summary>
    public static AgreementTerms? Reread(string text) =>
        // Read once: some tests verify a thousand Books.
        Known.GetOrAdd(
            text,
            given => AgreementText.Read(given, "agreement") is { IsDone: true } read ? read.Value : null
        );
}
