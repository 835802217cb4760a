using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Reads the lists of an agreement: partners, services, overheads, drivers and customers.</summary>
internal sealed class AgreementParts(AgreementNames names, YamlFaults faults, AgreementPlaces places)
{
    internal const int MostMonths = 1_200;

    private readonly YamlValues values = new(faults);
    private readonly AgreementRules rules = new(names, faults, places);

    public EquatableList<Partner> Partners(AgreementItems list) =>
        list.Items.Select(item => new Partner(item.Code, Name(item), values.Gss(item.Keys["gss"]))).ToEquatableList();

    public EquatableList<Service> Services(AgreementItems list) => list.Items.Select(Service).ToEquatableList();

    public EquatableList<Overhead> Overheads(AgreementItems list, AgreementItems services) =>
        list.Items.Select(item => Overhead(item, services)).ToEquatableList();

    public EquatableList<Driver> Drivers(AgreementItems list) => list.Items.Select(Driver).ToEquatableList();

    public EquatableList<Customer> Customers(AgreementItems list) => list.Items.Select(Customer).ToEquatableList();

    private string Name(AgreementItem item) => values.Words(item.Keys["name"], "a name");

    private Service Service(AgreementItem item)
    {
        var name = Name(item);
        var node = item.Keys["partners"];
        places.Set($"{item.Path}.partners", node);
        var named = Codes(node, "partners of a service", names.Partner)?.OrderBy(names.Order).ToList();
        var share = rules.Costs(item.Keys["share"], $"{item.Path}.share");
        if (named is { Count: 0 })
        {
            // Nobody is left to whom the rule could be held; why is refused already.
            named = null;
            share = new SharingRule.Equal();
        }
        return new Service(item.Code, name, (named ?? names.Everybody).ToEquatableList(), node is null, share);
    }

    private Overhead Overhead(AgreementItem item, AgreementItems services)
    {
        var name = Name(item);
        var node = item.Keys["over"];
        places.Set($"{item.Path}.over", node);
        var over = Codes(node, "services and overheads", names.Target);
        if (over is null or { Count: 0 })
        {
            // It feeds nothing that can be read; why is refused already, and any service stands in.
            over = [.. services.Codes.Take(1)];
        }
        var fallback = values.Scalar(item.Keys["fallback"], "equal");
        if (fallback is not (null or "equal"))
        {
            faults.Unexpected(item.Keys["fallback"]!, "equal");
        }
        return new Overhead(item.Code, name, over.ToEquatableList(), fallback == "equal");
    }

    private Driver Driver(AgreementItem item)
    {
        var name = Name(item);
        var months = values.Whole(item.Keys["max_age_months"], "an age in months", 1, MostMonths);
        return new Driver(item.Code, name, months ?? Domain.Driver.DefaultMaxAgeMonths);
    }

    private Customer Customer(AgreementItem item)
    {
        var name = Name(item);
        var node = item.Keys["income"];
        return new Customer(item.Code, name, node is null ? null : rules.Income(node, $"{item.Path}.income"));
    }

    /// <summary>The codes in a list that mean something, or null where there is no list.</summary>
    private List<string>? Codes(YamlNode? node, string what, Func<YamlNode, string?> meaning)
    {
        if (node is null)
        {
            return null;
        }
        if (node is not YamlList { Items.Count: > 0 } list)
        {
            faults.Unexpected(node, $"a list of the {what}", node is YamlList ? "an empty list" : null);
            return null;
        }
        return [.. list.Items.Select(meaning).OfType<string>()];
    }
}
