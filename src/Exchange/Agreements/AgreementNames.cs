using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Finds what a code in the text means: a partner, or what an overhead may feed.</summary>
/// <param name="partners">The partners' codes in the agreement's order, or null where they cannot all be read.</param>
/// <param name="targets">The codes of services and overheads, or null where they cannot all be read.</param>
/// <param name="faults">Takes the codes that mean nothing.</param>
internal sealed class AgreementNames(IReadOnlyList<string>? partners, IReadOnlySet<string>? targets, YamlFaults faults)
{
    private readonly Dictionary<string, int> order = Ordered(partners ?? []);
    private readonly YamlValues values = new(faults);

    /// <summary>Every partner once, in order.</summary>
    public IReadOnlyList<string> Everybody { get; } = [.. (partners ?? []).Distinct()];

    /// <summary>Where a partner stands among the partners.</summary>
    public int Order(string partner) => order.GetValueOrDefault(partner);

    /// <summary>The partner that a node names, or null and a fault.</summary>
    public string? Partner(YamlNode node)
    {
        var code = values.Scalar(node, "a partner's code");
        if (code is null || partners is null || order.ContainsKey(code))
        {
            return code;
        }
        faults.Add(Refuse.PartnerNotListed, node, $"{YamlFaults.Quote(code)} is not among the partners.");
        return null;
    }

    /// <summary>The service or overhead that a node names, or null and a fault.</summary>
    public string? Target(YamlNode node)
    {
        var code = values.Scalar(node, "the code of a service or overhead");
        if (code is null || targets is null || targets.Contains(code))
        {
            return code;
        }
        var what = $"{YamlFaults.Quote(code)} is neither a service nor an overhead.";
        faults.Add(Refuse.TargetNotListed, node, what);
        return null;
    }

    private static Dictionary<string, int> Ordered(IReadOnlyList<string> codes)
    {
        var places = new Dictionary<string, int>();
        for (var i = 0; i < codes.Count; i++)
        {
            places.TryAdd(codes[i], i);
        }
        return places;
    }
}
