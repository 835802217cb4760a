using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Reads the terms from the tree of an agreement's text.</summary>
internal sealed class AgreementReader
{
    private static readonly string[] required = ["rules", "partnership", "starts", "partners", "host", "services"];
    private static readonly string[] optional =
    [
        "ends",
        "overheads",
        "drivers",
        "customers",
        "income",
        "savings",
        "notice",
        "committee",
    ];

    private readonly YamlFaults faults;
    private readonly AgreementPlaces places;
    private readonly YamlValues values;

    public AgreementReader(YamlFaults faults, AgreementPlaces places)
    {
        this.faults = faults;
        this.places = places;
        values = new YamlValues(faults);
    }

    /// <summary>
    /// The terms, with something harmless in place of what is refused; null where the lists that codes refer to cannot
    /// be read whole, so that nothing can be said about what the codes mean.
    /// </summary>
    public AgreementTerms? Read(YamlNode root)
    {
        places.Set("", root);
        var keys = YamlKeys.Of(root, "the agreement", required, optional, faults);
        if (keys is null)
        {
            return null;
        }
        var partners = AgreementListKind.Partners.Read(keys, faults, places);
        var services = AgreementListKind.Services.Read(keys, faults, places);
        var overheads = AgreementListKind.Overheads.Read(keys, faults, places);
        var isWhole = services.IsWhole && overheads.IsWhole;
        var names = new AgreementNames(
            partners.IsWhole ? [.. partners.Codes] : null,
            isWhole ? services.Codes.Concat(overheads.Codes).ToHashSet() : null,
            faults
        );
        var parts = new AgreementParts(names, faults, places);
        var clauses = new AgreementClauses(names, faults, places);
        var terms = new AgreementTerms
        {
            Rules = Rules(keys),
            Partnership = values.Words(keys["partnership"], "the partnership's name"),
            Starts = Starts(keys["starts"]),
            Ends = Ends(keys),
            Partners = parts.Partners(partners),
            Host = Host(keys, names),
            Services = parts.Services(services),
            Overheads = parts.Overheads(overheads, services),
            Drivers = parts.Drivers(AgreementListKind.Drivers.Read(keys, faults, places)),
            Customers = parts.Customers(AgreementListKind.Customers.Read(keys, faults, places)),
            Income = clauses.Share(keys, "income") ?? new SharingRule.Equal(),
            Savings = clauses.Share(keys, "savings"),
            Notice = clauses.Notice(keys["notice"]),
            Committee = clauses.Committee(keys["committee"]),
        };
        return partners.IsWhole && isWhole ? terms : null;
    }

    private string Rules(YamlKeys keys)
    {
        places.Set("rules", keys["rules"]);
        var rules = values.Words(keys["rules"], "the name of the penny rules");
        return rules.Length == 0 ? AgreementTerms.PennyRules : rules;
    }

    private Month Starts(YamlNode? node)
    {
        var date = values.Date(node);
        if (date is { Day: not 1 } wrong)
        {
            faults.Add(Refuse.StartsNotFirst, node!, $"It starts on {Dates.Words(wrong)}.");
        }
        return date is { } starts ? Month.Of(starts) : Month.Earliest;
    }

    private Month? Ends(YamlKeys keys)
    {
        var node = keys["ends"];
        places.Set("ends", node);
        if (values.Date(node) is not { } ends)
        {
            return null;
        }
        var month = Month.Of(ends);
        if (ends != month.Last)
        {
            faults.Add(Refuse.EndsNotLast, node!, $"It ends on {Dates.Words(ends)}.");
        }
        return month;
    }

    private string Host(YamlKeys keys, AgreementNames names)
    {
        var node = keys["host"];
        places.Set("host", node);
        var host = node is null ? null : names.Partner(node);
        return host ?? (names.Everybody.Count > 0 ? names.Everybody[0] : "");
    }
}
