namespace Openbook.Domain.Tests.Given;

/// <summary>
/// Agreements in a few words, one term a line: <c>service printing of camden, islington: equal</c>,
/// <c>overhead management over networks, desktop fallback equal</c>, <c>driver devices: 12 months</c>,
/// <c>customer lga: direct camden</c>, <c>income: as-service</c>.
/// </summary>
public static class TermsText
{
    /// <summary>Reads terms.</summary>
    /// <param name="partners">The partners, with commas.</param>
    /// <param name="starts">The first month.</param>
    /// <param name="ends">The last month, or null.</param>
    /// <param name="lines">The terms.</param>
    public static AgreementTerms Read(string partners, string starts, string? ends, IEnumerable<string> lines)
    {
        var codes = Words(partners);
        var terms = new AgreementTerms
        {
            Rules = AgreementTerms.PennyRules,
            Partnership = "Shared Digital",
            Starts = In.Month(starts),
            Ends = ends is null ? null : In.Month(ends),
            Partners = codes.Select(code => new Partner(code, Named(code), null)).ToEquatableList(),
            Host = codes[0],
            Services = EquatableList<Service>.Empty,
        };
        return lines.Aggregate(terms, Add);
    }

    /// <summary>Reads a rule: <c>equal</c>, <c>fixed camden 40 islington 60</c>, <c>driver devices</c>, <c>direct camden</c>.</summary>
    public static SharingRule Rule(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words[0] switch
        {
            "equal" => new SharingRule.Equal(),
            "as-service" => new SharingRule.AsService(),
            "driver" => new SharingRule.ByDriver(words[1]),
            "direct" => new SharingRule.Direct(words[1]),
            "fixed" => new SharingRule.Fixed(
                words.Skip(1).Chunk(2).Select(pair => new PartnerWeight(pair[0], In.Weight(pair[1]))).ToEquatableList()
            ),
            _ => throw new ArgumentException($"no rule: {text}", nameof(text)),
        };
    }

    /// <summary>Words between commas.</summary>
    public static string[] Words(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static AgreementTerms Add(AgreementTerms terms, string line)
    {
        var (head, rule) = line.Split(": ", 2) is [var before, var after] ? (before, after) : (line, null);
        var words = head.Trim().Split(' ', 2);
        var rest = words.Length > 1 ? words[1] : "";
        return words[0] switch
        {
            "service" => terms with { Services = And(terms.Services, ReadService(terms, rest, rule!)) },
            "overhead" => terms with { Overheads = And(terms.Overheads, ReadOverhead(rest)) },
            "driver" => terms with
            {
                Drivers = And(terms.Drivers, new Driver(rest, Named(rest), In.Whole(rule!.Split(' ')[0]))),
            },
            "customer" => terms with
            {
                Customers = And(terms.Customers, new Customer(rest, Named(rest), rule is null ? null : Rule(rule))),
            },
            "income" => terms with { Income = Rule(rule!) },
            _ => throw new ArgumentException($"no term: {line}", nameof(line)),
        };
    }

    private static Service ReadService(AgreementTerms terms, string head, string rule)
    {
        var parts = head.Split(" of ", 2);
        var sharers = parts.Length > 1 ? Words(parts[1]) : [.. terms.Partners.Select(partner => partner.Code)];
        return new Service(parts[0], Named(parts[0]), sharers.ToEquatableList(), parts.Length == 1, Rule(rule));
    }

    private static Overhead ReadOverhead(string text)
    {
        var parts = text.Split(" over ", 2);
        var fallback = parts[1].EndsWith(" fallback equal", StringComparison.Ordinal);
        var over = fallback ? parts[1][..^" fallback equal".Length] : parts[1];
        return new Overhead(parts[0], Named(parts[0]), Words(over).ToEquatableList(), fallback);
    }

    private static EquatableList<T> And<T>(EquatableList<T> items, T item) => items.Append(item).ToEquatableList();

    private static string Named(string code) => char.ToUpperInvariant(code[0]) + code[1..];
}
