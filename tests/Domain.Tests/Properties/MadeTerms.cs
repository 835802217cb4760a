using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Properties;

/// <summary>Makes agreements up, and changes them.</summary>
public static class MadeTerms
{
    private static readonly string[] Partners = ["mid", "alpha", "zeta", "beta", "kilo", "echo"];
    private static readonly string[] Services = ["net", "desk", "apps", "lib", "print"];
    private static readonly string[] Overheads = ["site", "mgmt", "hr"];
    private static readonly string[] Numbers =
    [
        "0",
        "1",
        "2",
        "40",
        "33.333333",
        "0.000001",
        "7.5",
        "4200",
        "999999999999",
    ];

    /// <summary>The drivers there are; the agreement says of the first alone how old a count may be.</summary>
    public static IReadOnlyList<string> Drivers { get; } = ["devices", "users"];

    /// <summary>The customers there may be.</summary>
    public static IReadOnlyList<string> Customers { get; } = ["lga", "nhs"];

    /// <summary>An agreement.</summary>
    public static AgreementTerms Make(Tape tape)
    {
        var partners = Partners.Take(2 + tape.Next(5)).ToList();
        var terms = new AgreementTerms
        {
            Rules = AgreementTerms.PennyRules,
            Partnership = "Made up",
            Starts = new Month(In.Month("2016-10").Index + tape.Next(8)),
            Partners = partners.Select(code => new Partner(code, code, null)).ToEquatableList(),
            Host = partners[0],
            Services = EquatableList<Service>.Empty,
            Drivers = new EquatableList<Driver>([new Driver(Drivers[0], "Devices", 1 + tape.Next(12))]),
        };
        foreach (var code in Services.Take(1 + tape.Next(4)))
        {
            terms = WithService(terms, code, tape);
        }
        terms = WithOverheads(terms, tape.Next(4), tape);
        return WithIncome(terms, tape);
    }

    /// <summary>The terms with one thing changed.</summary>
    public static AgreementTerms Change(AgreementTerms terms, Tape tape) =>
        tape.Next(8) switch
        {
            0 or 1 => WithService(terms, tape.Pick(terms.Services).Code, tape),
            2 => WithService(
                terms,
                Services.FirstOrDefault(code => terms.FindService(code) is null) ?? Services[0],
                tape
            ),
            3 => WithoutService(terms, tape.Pick(terms.Services).Code),
            4 => WithPartner(terms, tape),
            5 => WithoutPartner(terms, terms.Partners[^1].Code, tape),
            6 => WithIncome(terms, tape),
            _ => WithOverOtherServices(terms, tape),
        };

    private static AgreementTerms WithService(AgreementTerms terms, string code, Tape tape)
    {
        var all = terms.Partners.Select(partner => partner.Code).ToList();
        var sharers = tape.OneIn(3) ? tape.Some(all) : all;
        var service = new Service(
            code,
            code,
            sharers.ToEquatableList(),
            sharers.Count == all.Count,
            Rule(sharers, tape)
        );
        var known = terms.FindService(code) is not null;
        return terms with
        {
            Services = (
                known
                    ? terms.Services.Select(item => item.Code == code ? service : item)
                    : terms.Services.Append(service)
            ).ToEquatableList(),
        };
    }

    // A service that an overhead feeds stays, as does the last one.
    private static AgreementTerms WithoutService(AgreementTerms terms, string code) =>
        terms.Services.Count == 1 || terms.Overheads.Any(overhead => overhead.Over.Contains(code))
            ? terms
            : terms with
            {
                Services = terms.Services.Where(service => service.Code != code).ToEquatableList(),
            };

    private static AgreementTerms WithPartner(AgreementTerms terms, Tape tape)
    {
        var joining = Partners.FirstOrDefault(code => !terms.HasPartner(code));
        return joining is null
            ? terms
            : Again(
                terms with
                {
                    Partners = terms.Partners.Append(new Partner(joining, joining, null)).ToEquatableList(),
                },
                tape
            );
    }

    private static AgreementTerms WithoutPartner(AgreementTerms terms, string leaving, Tape tape) =>
        terms.Partners.Count <= 2
            ? terms
            : Again(
                terms with
                {
                    Partners = terms.Partners.Where(partner => partner.Code != leaving).ToEquatableList(),
                },
                tape
            );

    // Every rule anew, for other partners.
    private static AgreementTerms Again(AgreementTerms terms, Tape tape) =>
        WithIncome(
            terms.Services.Aggregate(terms, (changed, service) => WithService(changed, service.Code, tape)),
            tape
        );

    private static AgreementTerms WithOverheads(AgreementTerms terms, int count, Tape tape)
    {
        var services = terms.Services.Select(service => service.Code).ToList();
        var codes = Overheads.Take(count).ToList();
        return terms with
        {
            Overheads = codes
                .Select(
                    (code, i) =>
                        new Overhead(
                            code,
                            code,
                            tape.Some([.. services, .. codes.Skip(i + 1)]).ToEquatableList(),
                            !tape.OneIn(3)
                        )
                )
                .ToEquatableList(),
        };
    }

    private static AgreementTerms WithOverOtherServices(AgreementTerms terms, Tape tape) =>
        WithOverheads(terms, terms.Overheads.Count, tape);

    private static AgreementTerms WithIncome(AgreementTerms terms, Tape tape)
    {
        var all = terms.Partners.Select(partner => partner.Code).ToList();
        var customers = Customers
            .Take(tape.Next(3))
            .Select(code => new Customer(code, code, tape.OneIn(2) ? IncomeRule() : null));
        return terms with { Customers = customers.ToEquatableList(), Income = IncomeRule() };

        SharingRule IncomeRule() =>
            tape.Next(4) switch
            {
                0 => new SharingRule.Equal(),
                1 => new SharingRule.AsService(),
                2 => Fixed(all, tape),
                _ => new SharingRule.Direct(tape.Pick(all)),
            };
    }

    private static SharingRule Rule(List<string> sharers, Tape tape) =>
        tape.Next(6) switch
        {
            0 or 1 => new SharingRule.Equal(),
            2 => Fixed(sharers, tape),
            3 or 4 => new SharingRule.ByDriver(tape.Pick(Drivers)),
            _ => new SharingRule.Direct(tape.Pick(sharers)),
        };

    private static SharingRule.Fixed Fixed(List<string> sharers, Tape tape)
    {
        var weights = sharers.Select(partner => new PartnerWeight(partner, In.Weight(tape.Pick(Numbers)))).ToList();
        if (weights.TrueForAll(item => item.Weight.Millionths == 0))
        {
            weights[0] = weights[0] with { Weight = Weight.One };
        }
        return new SharingRule.Fixed(weights.ToEquatableList());
    }
}
