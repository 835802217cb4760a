using Microsoft.AspNetCore.Http;
using Openbook.Web.Books;

namespace Openbook.Web.Costs;

/// <summary>What a person asks of the list of costs, read from the address.</summary>
public sealed class CostsFilter
{
    /// <summary>The fields of the form, by their names in addresses.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    ["words", "supplier", "service", "period", "council", "kind", "from", "to"];

    private readonly Dictionary<string, string> asked = new(StringComparer.Ordinal);
    private readonly List<(string Field, string Fault)> faults = [];

    private CostsFilter() { }

    /// <summary>What stands in a field.</summary>
    public string this[string field] => asked.GetValueOrDefault(field, "");

    /// <summary>Whether anything is left out.</summary>
    public bool IsSet => Fields.Any(name => this[name].Length > 0);

    /// <summary>What cannot be understood, field by field.</summary>
    public IReadOnlyList<(string Field, string Fault)> Faults => faults;

    /// <summary>The question; of use if there are no faults.</summary>
    public LineQuery Query { get; private set; } = new();

    /// <summary>The order in the address: <c>-date</c> goes down.</summary>
    public string Sort => (Query.Descending ? "-" : "") + Word(Query.Order);

    /// <summary>Reads the address of a page.</summary>
    /// <param name="query">What stands behind the question mark.</param>
    /// <param name="services">The codes that there are.</param>
    /// <param name="partners">The codes that there are.</param>
    public static CostsFilter Read(
        IQueryCollection query,
        IReadOnlyCollection<string> services,
        IReadOnlyCollection<string> partners
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        var filter = new CostsFilter();
        foreach (var field in Fields)
        {
            filter.asked[field] = query[field].ToString().Trim();
        }
        filter.Understand(query["sort"].ToString(), services, partners);
        return filter;
    }

    /// <summary>The word of an order in addresses.</summary>
    public static string Word(LineOrder order) => order.ToString().ToLowerInvariant();

    /// <summary>The address's question with another order or page.</summary>
    public string With(string? sort = null, int page = 1) =>
        string.Join(
            '&',
            Fields
                .Select(field => (Name: field, Value: this[field]))
                .Append((Name: "sort", Value: sort ?? (Sort == "-date" ? "" : Sort)))
                .Append((Name: "page", Value: page > 1 ? Text.Of(page) : ""))
                .Where(item => item.Value.Length > 0)
                .Select(item => $"{item.Name}={Uri.EscapeDataString(item.Value)}")
        );

    private void Understand(string sort, IReadOnlyCollection<string> services, IReadOnlyCollection<string> partners)
    {
        var order = Enum.GetValues<LineOrder>()
            .Cast<LineOrder?>()
            .FirstOrDefault(order => Word(order!.Value) == sort.TrimStart('-'));
        Query = new LineQuery
        {
            Service = Listed("service", services, "There is no service or overhead of that code."),
            PaidBy = Listed("council", partners, "There is no council of that code."),
            Posted = PeriodAsked(),
            Kind = KindAsked(),
            Supplier = this["supplier"],
            Words = this["words"],
            FromPence = Pence("from"),
            ToPence = Pence("to"),
            Order = order ?? LineOrder.Date,
            Descending = order is null || sort.StartsWith('-'),
        };
        if (Query.FromPence > Query.ToPence)
        {
            faults.Add(("to", "The largest amount is below the smallest. Exchange them, or leave one empty."));
        }
    }

    private string? Listed(string field, IReadOnlyCollection<string> codes, string fault)
    {
        if (this[field].Length == 0)
        {
            return null;
        }
        if (!codes.Contains(this[field]))
        {
            faults.Add((field, $"{fault} Choose one from the list."));
        }
        return this[field];
    }

    private Period? PeriodAsked()
    {
        var period = BookLinks.PeriodOf(this["period"]);
        if (period is null && this["period"].Length > 0)
        {
            faults.Add(("period", "This is no period. Choose one from the list."));
        }
        return period;
    }

    private CostKind? KindAsked()
    {
        if (this["kind"].Length == 0)
        {
            return null;
        }
        if (!CostWords.TryKind(this["kind"], out var kind))
        {
            faults.Add(("kind", "There is no such kind of cost. Choose one from the list."));
        }
        return kind;
    }

    // As people write amounts, with or without the pound sign and commas.
    private long? Pence(string field)
    {
        var plain = this[field]
            .Replace("£", "", StringComparison.Ordinal)
            .Replace(",", "", StringComparison.Ordinal)
            .Replace('\u2212', '-');
        if (plain.Length == 0)
        {
            return null;
        }
        if (!Money.TryParse(plain, out var money))
        {
            faults.Add((field, "This is no amount. Write pounds and pence, such as 1250 or 1,250.50."));
        }
        return money.Pence;
    }
}
