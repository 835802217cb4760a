using Openbook.Oracle;

namespace Openbook.Journal.Tests.Simulated;

/// <summary>Agreements by chance, in the oracle's words; councils join and leave through the next version.</summary>
public static class MadeAgreement
{
    /// <summary>The host, who never leaves.</summary>
    public const string Host = "ash";

    private static readonly string[] Councils = [Host, "beech", "cedar", "dove", "elm", "fern"];
    private static readonly string[] Services = ["networks", "desktop", "apps", "libraries", "printing"];
    private static readonly string[] Overheads = ["site", "management"];
    private static readonly string[] Weights = ["0", "1", "2", "40", "33.333333", "0.000001", "7.5", "999999999999"];

    public static IReadOnlyList<string> Drivers { get; } = ["devices", "users"];

    public static IReadOnlyList<string> Customers { get; } = ["lga", "nhs"];

    /// <summary>The first version.</summary>
    public static OracleAgreement First(Chance chance, int starts)
    {
        ArgumentNullException.ThrowIfNull(chance);
        var terms = new OracleAgreement(
            starts,
            null,
            [.. Councils.Take(chance.Between(2, 4))],
            Host,
            [],
            [],
            [new OracleDriver(Drivers[0], chance.Between(2, 12))],
            [],
            new EqualRule()
        );
        terms = Services.Take(chance.Between(2, 4)).Aggregate(terms, (made, code) => WithService(made, code, chance));
        return WithIncome(WithOverheads(terms, chance.Below(3), chance), chance);
    }

    /// <summary>The next version: a council joins or leaves, or a term changes.</summary>
    public static OracleAgreement Next(OracleAgreement old, Chance chance)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(chance);
        return chance.Below(10) switch
        {
            0 or 1 or 2 => Joined(old, chance),
            3 or 4 => Left(old, chance),
            9 => WithService(old, Services.FirstOrDefault(code => !Has(old, code)) ?? Services[0], chance),
            5 => Without(old, chance.Pick(old.Services).Code),
            6 => WithIncome(old, chance),
            7 => WithOverheads(old, old.Overheads.Count, chance),
            _ => WithService(old, chance.Pick(old.Services).Code, chance),
        };
    }

    private static bool Has(OracleAgreement terms, string code) => terms.Services.Any(item => item.Code == code);

    private static OracleAgreement Joined(OracleAgreement terms, Chance chance) =>
        Councils.FirstOrDefault(code => !terms.Partners.Contains(code)) is { } joining
            ? Again(terms with { Partners = [.. terms.Partners, joining] }, chance)
            : Left(terms, chance);

    private static OracleAgreement Left(OracleAgreement terms, Chance chance)
    {
        var leaving = chance.Pick([.. terms.Partners.Where(code => code != Host)]);
        return terms.Partners.Count == 2
            ? WithService(terms, terms.Services[0].Code, chance)
            : Again(terms with { Partners = [.. terms.Partners.Where(code => code != leaving)] }, chance);
    }

    // Every rule anew, for other partners.
    private static OracleAgreement Again(OracleAgreement terms, Chance chance) =>
        WithIncome(terms.Services.Aggregate(terms, (made, item) => WithService(made, item.Code, chance)), chance);

    private static OracleAgreement WithService(OracleAgreement terms, string code, Chance chance)
    {
        var sharers = chance.OneIn(3) ? chance.Some(terms.Partners) : [.. terms.Partners];
        var service = new OracleService(code, sharers, Rule(sharers, chance));
        return terms with
        {
            Services = Has(terms, code)
                ? [.. terms.Services.Select(item => item.Code == code ? service : item)]
                : [.. terms.Services, service],
        };
    }

    // A service that an overhead feeds stays, as does the last one.
    private static OracleAgreement Without(OracleAgreement terms, string code) =>
        terms.Services.Count == 1 || terms.Overheads.Any(overhead => overhead.Over.Contains(code))
            ? terms
            : terms with
            {
                Services = [.. terms.Services.Where(item => item.Code != code)],
            };

    private static OracleAgreement WithOverheads(OracleAgreement terms, int count, Chance chance)
    {
        var services = terms.Services.Select(item => item.Code).ToList();
        var codes = Overheads.Take(count).ToList();
        return terms with
        {
            Overheads =
            [
                .. codes.Select(
                    (code, i) =>
                        new OracleOverhead(
                            code,
                            chance.Some([.. services, .. codes.Skip(i + 1)]),
                            FallbackEqual: !chance.OneIn(3)
                        )
                ),
            ],
        };
    }

    private static OracleAgreement WithIncome(OracleAgreement terms, Chance chance)
    {
        var customers = Customers
            .Take(chance.Below(3))
            .Select(code => new OracleCustomer(code, chance.OneIn(2) ? IncomeRule() : null));
        return terms with { Customers = [.. customers], IncomeRule = IncomeRule() };

        OracleRule IncomeRule() =>
            chance.Below(4) switch
            {
                0 => new EqualRule(),
                1 => new AsServiceRule(),
                2 => Fixed(terms.Partners, chance),
                _ => new DirectRule(chance.Pick(terms.Partners)),
            };
    }

    private static OracleRule Rule(IReadOnlyList<string> sharers, Chance chance) =>
        chance.Below(6) switch
        {
            0 or 1 => new EqualRule(),
            2 => Fixed(sharers, chance),
            3 or 4 => new DriverRule(chance.Pick(Drivers)),
            _ => new DirectRule(chance.Pick(sharers)),
        };

    private static FixedRule Fixed(IReadOnlyList<string> sharers, Chance chance)
    {
        var weights = sharers.ToDictionary(partner => partner, _ => chance.Pick(Weights));
        if (weights.Values.All(weight => weight == "0"))
        {
            weights[sharers[0]] = "1";
        }
        return new FixedRule(weights);
    }
}
