using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Reads sharing rules.</summary>
internal sealed class AgreementRules(AgreementNames names, YamlFaults faults, AgreementPlaces places)
{
    private static readonly string[] costForms = ["driver", "fixed", "direct"];
    private static readonly string[] incomeForms = ["fixed", "direct"];

    private readonly YamlValues values = new(faults);

    /// <summary>The rule by which a service's costs are shared; equal stands in for one that cannot be read.</summary>
    public SharingRule Costs(YamlNode? node, string path) => Rule(node, path, false) ?? new SharingRule.Equal();

    /// <summary>The rule by which income or savings are shared; equal stands in for one that cannot be read.</summary>
    public SharingRule Income(YamlNode? node, string path) => Rule(node, path, true) ?? new SharingRule.Equal();

    private SharingRule? Rule(YamlNode? node, string path, bool income)
    {
        places.Set(path, node);
        switch (node)
        {
            case null:
                return null;
            case YamlScalar { Text: "equal" }:
                return new SharingRule.Equal();
            case YamlScalar { Text: "as-service" } when income:
                return new SharingRule.AsService();
            case YamlMap map:
                return Stated(map, path, income);
            default:
                faults.Unexpected(node, Forms(income));
                return null;
        }
    }

    private SharingRule? Stated(YamlMap map, string path, bool income)
    {
        var part = income ? "a rule for income or savings" : "a rule for costs";
        var keys = YamlKeys.Of(map, part, [], income ? incomeForms : costForms, faults);
        var given = keys!.Given.ToList();
        if (given.Count != 1)
        {
            // A key that is not known is refused already.
            if (given.Count > 1 || map.Entries.Count == 0)
            {
                var found = given.Count == 0 ? "an empty rule" : $"a rule with {Text.List(given)} together";
                faults.Unexpected(map, Forms(income), found);
            }
            return null;
        }
        var value = keys[given[0]]!;
        if (given[0] == "fixed")
        {
            return Fixed(value, path);
        }
        // These forms hold one code, so a fault of the rule is a fault of the code.
        places.Set(path, value);
        return given[0] == "driver" ? Driver(value) : Direct(value);
    }

    private SharingRule.ByDriver? Driver(YamlNode node) =>
        values.Code(node) is { } code ? new SharingRule.ByDriver(code) : null;

    private SharingRule.Direct? Direct(YamlNode node) =>
        names.Partner(node) is { } partner ? new SharingRule.Direct(partner) : null;

    private SharingRule.Fixed? Fixed(YamlNode node, string path)
    {
        places.Set(path, node);
        if (node is not YamlMap { Entries.Count: > 0 } map)
        {
            faults.Unexpected(node, "a weight for each partner", node is YamlMap ? "no weight" : null);
            return null;
        }
        var weights = new List<PartnerWeight>();
        foreach (var (key, value) in YamlKeys.Once(map, faults))
        {
            var weight = values.Weight(value) ?? Weight.One;
            if (names.Partner(key) is { } partner)
            {
                weights.Add(new PartnerWeight(partner, weight));
            }
        }
        return weights.Count == 0 ? null : new(weights.OrderBy(item => names.Order(item.Partner)).ToEquatableList());
    }

    private static string Forms(bool income) =>
        income
            ? "one rule (equal, as-service, { fixed: { PARTNER: WEIGHT, ... } } or { direct: PARTNER })"
            : "one rule (equal, { driver: CODE }, { fixed: { PARTNER: WEIGHT, ... } } or { direct: PARTNER })";
}
