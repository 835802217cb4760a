using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>One item of a list in an agreement, such as a service.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Path">Its path, such as <c>services[2]</c>.</param>
/// <param name="Keys">Its keys.</param>
internal sealed record AgreementItem(string Code, string Path, YamlKeys Keys);

/// <summary>A list in an agreement of what has a code.</summary>
/// <param name="Items">The items whose code can be read.</param>
/// <param name="IsWhole">Whether those are all, so that a code that is not among them means nothing.</param>
internal sealed record AgreementItems(IReadOnlyList<AgreementItem> Items, bool IsWhole)
{
    public IEnumerable<string> Codes => Items.Select(item => item.Code);
}

/// <summary>The kinds of list, with the keys of their items.</summary>
/// <param name="Key">The key of the list.</param>
/// <param name="Part">An item, in words.</param>
/// <param name="Required">The keys of an item that must stand there.</param>
/// <param name="Optional">The keys of an item that may stand there.</param>
/// <param name="MayBeEmpty">Whether there need be none.</param>
internal sealed record AgreementListKind(
    string Key,
    string Part,
    string[] Required,
    string[] Optional,
    bool MayBeEmpty = true
)
{
    public static readonly AgreementListKind Partners = new("partners", "a partner", ["code", "name"], ["gss"], false);
    public static readonly AgreementListKind Services = new(
        "services",
        "a service",
        ["code", "name", "share"],
        ["partners"],
        false
    );
    public static readonly AgreementListKind Overheads = new(
        "overheads",
        "an overhead",
        ["code", "name", "over"],
        ["fallback"]
    );
    public static readonly AgreementListKind Drivers = new("drivers", "a driver", ["code", "name"], ["max_age_months"]);
    public static readonly AgreementListKind Customers = new("customers", "a customer", ["code", "name"], ["income"]);

    /// <summary>The items of the list, in the order of the text.</summary>
    public AgreementItems Read(YamlKeys agreement, YamlFaults faults, AgreementPlaces places)
    {
        var node = agreement[Key];
        places.Set(Key, node);
        if (node is null)
        {
            return new([], MayBeEmpty);
        }
        if (node is not YamlList list)
        {
            faults.Unexpected(node, $"a list of {Key}");
            return new([], false);
        }
        if (list.Items.Count == 0 && !MayBeEmpty)
        {
            faults.Add(Refuse.KindOfValue, node, $"The list of {Key} is empty.");
            return new([], false);
        }
        var values = new YamlValues(faults);
        var items = new List<AgreementItem>(list.Items.Count);
        foreach (var item in list.Items)
        {
            var keys = YamlKeys.Of(item, Part, Required, Optional, faults);
            if (keys is not null && values.Code(keys["code"]) is { } code)
            {
                var path = $"{Key}[{Text.Of(items.Count)}]";
                places.Set(path, item);
                places.Set($"{path}.code", keys["code"]);
                items.Add(new AgreementItem(code, path, keys));
            }
        }
        return new(items, items.Count == list.Items.Count);
    }
}
