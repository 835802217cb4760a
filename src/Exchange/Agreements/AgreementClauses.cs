using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Reads the terms that stand once: income, savings, notice and committee.</summary>
internal sealed class AgreementClauses(AgreementNames names, YamlFaults faults, AgreementPlaces places)
{
    internal const int MostMembers = 1_000;

    private readonly YamlValues values = new(faults);
    private readonly AgreementRules rules = new(names, faults, places);

    /// <summary>The rule under a key, or null where the text leaves it out.</summary>
    public SharingRule? Share(YamlKeys agreement, string key)
    {
        var node = agreement[key];
        places.Set(key, node);
        if (node is null)
        {
            return null;
        }
        var keys = YamlKeys.Of(node, $"the terms on {key}", ["share"], [], faults);
        return rules.Income(keys?["share"], $"{key}.share");
    }

    public NoticeTerm? Notice(YamlNode? node)
    {
        if (node is null || YamlKeys.Of(node, "the terms on notice", ["months"], ["waiver"], faults) is not { } keys)
        {
            return null;
        }
        var months = values.Whole(keys["months"], "a length of notice in months", 0, AgreementParts.MostMonths);
        return new NoticeTerm(months ?? 0, Words(keys["waiver"], "the waiver"));
    }

    public CommitteeTerm? Committee(YamlNode? node)
    {
        string[] optional = ["members_each", "quorum", "chair"];
        if (node is null || YamlKeys.Of(node, "the terms on the committee", [], optional, faults) is not { } keys)
        {
            return null;
        }
        var quorum = keys["quorum"] is { } named
            ? YamlKeys.Of(named, "the quorum", [], ["total", "each"], faults)
            : null;
        return new CommitteeTerm(
            Members(keys["members_each"]),
            Members(quorum?["total"]),
            Members(quorum?["each"]),
            Words(keys["chair"], "the chair")
        );
    }

    private int? Members(YamlNode? node) => values.Whole(node, "a number of members", 0, MostMembers);

    private string? Words(YamlNode? node, string what) =>
        node is null ? null : values.Words(node, what, YamlValues.LongestWords);
}
